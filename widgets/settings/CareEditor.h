#pragma once

#include "widgets/common/CareSettings.h"
#include "widgets/common/Taxonomy.h"

#include <QWidget>

class QComboBox;
class QGridLayout;

namespace moderato::widgets {

/// What a person wants to be spared: a row a kind of material, a column an effect. Kept at once under the
/// person's name. The strongest of the rows that an item belongs to holds.
class CareEditor : public QWidget {
    Q_OBJECT
public:
    explicit CareEditor(TaxonomyPtr taxonomy, QWidget* parent = nullptr);

    /// Reads the settings of the person who works here now.
    void read();
    const CareSettings& settings() const { return settings_; }

Q_SIGNALS:
    void changed();

private:
    void fill();
    void addRow(const QString& kind, int row);
    void addCategories(int row);
    void change(const QString& kind, const CareEffect& effect);
    QString nameOf(const QString& kind) const;

    TaxonomyPtr taxonomy_;
    CareSettings settings_;
    QWidget* table_ = nullptr;
};

} // namespace moderato::widgets
