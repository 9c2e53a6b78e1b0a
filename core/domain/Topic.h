#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace moderato::domain {

/// A free label (tag, hashtag), many per item, out of a set of thousands (S0.1). Not a category.
struct Topic {
    TopicId id;
    QString name; ///< As shown, without "#".
    QStringList synonyms;
    qint64 useCount = 0; ///< How many items people gave it to.
    Timestamp createdAt;
    std::optional<Timestamp> lastUsedAt;
    std::optional<Timestamp> retiredAt;

    bool operator==(const Topic&) const = default;
};

} // namespace moderato::domain
