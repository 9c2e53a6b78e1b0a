#pragma once

#include "core/domain/QualityLabel.h"

#include <optional>
#include <span>
#include <vector>

namespace moderato::domain {

/// Share of positive tasks beyond which the verdict is positive.
inline constexpr double defaultVerdictShare = 0.5;

/// What an item's tasks say together (S1.11), and what its rank is worth by that (S1.13).
struct QualityVerdict {
    int positive = 0, tasks = 0;
    bool isPositive = false;
    double share = defaultVerdictShare; ///< It is positive when more than this share of the tasks are.
    double rankingWeight = 1;           ///< What a recommendation's rank is multiplied by.

    bool operator==(const QualityVerdict&) const = default;
};

/// One value a task, true: positive. Nothing where there is no task and no mark. The ranking weight is
/// ½ + the share of positive tasks (1 without tasks), halved where the item is inferior, a tenth where it is
/// low.
std::optional<QualityVerdict> qualityVerdict(const std::vector<bool>& tasks,
                                             double share = defaultVerdictShare,
                                             std::span<const LowQualityMark::Tier> marks = {});

} // namespace moderato::domain
