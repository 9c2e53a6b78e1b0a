#include "core/domain/QualityVerdict.h"

#include <algorithm>

namespace moderato::domain {

std::optional<QualityVerdict> qualityVerdict(const std::vector<bool>& tasks, double share,
                                             std::span<const LowQualityMark::Tier> marks) {
    constexpr double ofInferior = 0.5, ofLow = 0.1;
    if (tasks.empty() && marks.empty()) {
        return {};
    }
    QualityVerdict verdict;
    verdict.share = share;
    verdict.tasks = int(tasks.size());
    verdict.positive = int(std::count(tasks.begin(), tasks.end(), true));
    if (verdict.tasks > 0) {
        const double positive = double(verdict.positive) / verdict.tasks;
        verdict.isPositive = positive > share;
        verdict.rankingWeight = 0.5 + positive;
    }
    const bool low = std::find(marks.begin(), marks.end(), LowQualityMark::Tier::Low) != marks.end();
    verdict.rankingWeight *= low ? ofLow : marks.empty() ? 1 : ofInferior;
    return verdict;
}

} // namespace moderato::domain
