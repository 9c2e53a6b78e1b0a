#pragma once

#include "core/base/Result.h"
#include "core/domain/Category.h"

#include <QHash>

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

/// What the categories' many spellings in files stand for: code, names in both languages, aliases. One
/// thread.
class CategorySpellings {
public:
    static Result<CategorySpellings> read(storage::Connection& reader);

    /// The code; empty where no category is spelled so.
    QString codeOf(const QString& spelling) const { return codes_.value(domain::categoryCode(spelling)); }
    /// A new category of that name, and from now on known. Not stored yet.
    domain::Category add(const QString& spelling);

private:
    QHash<QString, QString> codes_;
    int nextPosition_ = 0;
};

} // namespace moderato::usecases
