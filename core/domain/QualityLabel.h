#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QString>

#include <optional>

namespace moderato::domain {

/// Positive or negative for one task (clicks, dwell time, …), with its degree (S1.2). Not a category, not a
/// topic.
struct QualityLabel {
    enum class Value { Negative, Positive };
    enum class Origin { Consumption, Expert, Similar };

    ContentId content;
    QString task; ///< "clicks", "dwell", "likes", "dislikes", "comments", "shares".
    Value value = Value::Positive;
    double degree = 0;               ///< 0…100, grows with quality.
    std::optional<double> reference; ///< 0…100, what it was compared with.
    Origin origin = Origin::Consumption;
    Timestamp at;

    bool operator==(const QualityLabel&) const = default;
};

/// Low quality known in advance (S1.13), in two tiers: low ("vulgar", "rumour", "clickbait", "advertising",
/// "offensive", "mature") and inferior ("no_substance", "gossip", "propaganda", "spliced", "drivel",
/// "advertorial").
struct LowQualityMark {
    enum class Tier { Low, Inferior };

    ContentId content;
    QString code;
    Tier tier = Tier::Low;
    DecisionId decision;

    bool operator==(const LowQualityMark&) const = default;
};

} // namespace moderato::domain
