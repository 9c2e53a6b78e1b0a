#include "core/usecases/ReviewPriority.h"

#include <algorithm>

namespace moderato::usecases {

using Reason = domain::ReviewItem::Reason;

namespace {

constexpr double flaggedFrom = 300, disagreementBase = 200, uncertainBase = 100, randomPriority = 50,
                 newPriority = 10;
constexpr double span = 99;

bool isDrawn(domain::ContentId content, double share) {
    // Fibonacci hashing: neighbours fall far apart.
    const quint64 hash = quint64(content.value) * 0x9E3779B97F4A7C15ULL;
    return double(hash >> 32) < share * double(1ULL << 32);
}

} // namespace

domain::ReviewItem placeInQueue(const storage::ReviewQueueRepository::Candidate& candidate,
                                const ReviewRules& rules) {
    const auto place = [&](Reason reason, double priority) {
        return domain::ReviewItem{candidate.content, reason, priority, domain::ReviewItem::State::Open};
    };
    if (candidate.openFlags > 0) {
        return place(Reason::Flagged, flaggedFrom + span * std::clamp(candidate.flagScore, 0.0, 1.0));
    }
    const double probability = candidate.probability;
    if (!candidate.predictedCategory.isEmpty()) {
        const bool differs =
            !candidate.givenCategory.isEmpty() && candidate.givenCategory != candidate.predictedCategory;
        if (differs && probability >= rules.disagreementFrom) {
            return place(Reason::Disagreement, disagreementBase + span * probability);
        }
        if (probability < rules.uncertainBelow ||
            probability - candidate.secondProbability < rules.uncertainMargin) {
            return place(Reason::Uncertain, uncertainBase + span * (1 - probability));
        }
    }
    return isDrawn(candidate.content, rules.randomShare) ? place(Reason::RandomSample, randomPriority)
                                                         : place(Reason::New, newPriority);
}

} // namespace moderato::usecases
