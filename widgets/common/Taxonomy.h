#pragma once

#include "core/domain/Category.h"

#include <QHash>
#include <QString>

#include <memory>
#include <vector>

namespace moderato::widgets {

/// The categories there are, for showing: names in the program's language, by code. Immutable; pages share
/// one snapshot.
class Taxonomy {
public:
    Taxonomy() = default;
    Taxonomy(std::vector<domain::Category> categories, QString language);

    /// In the order of lists, without retired ones.
    const std::vector<domain::Category>& categories() const { return active_; }
    /// The name in the program's language; an unknown code is its own name.
    QString name(const QString& code) const;
    bool has(const QString& code) const { return names_.contains(code); }
    /// The letter that chooses a category, A–Z by position, then 0–9; empty: none left.
    QString letter(const QString& code) const;
    /// The code that a letter chooses; empty: none.
    QString codeFor(const QString& letter) const;

private:
    std::vector<domain::Category> active_;
    QHash<QString, QString> names_;
    QHash<QString, QString> letters_;
};

using TaxonomyPtr = std::shared_ptr<const Taxonomy>;

} // namespace moderato::widgets
