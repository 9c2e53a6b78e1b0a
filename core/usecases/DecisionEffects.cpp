#include "core/usecases/DecisionEffects.h"

#include "core/domain/Flag.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/QualityRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/storage/TrainingRepository.h"
#include "core/usecases/ExpressionFlags.h"
#include "core/usecases/LowQuality.h"
#include "core/usecases/ReviewPriority.h"

#include <algorithm>

namespace moderato::usecases {

using domain::Decision;
using Kind = Decision::Kind;
using QueueState = domain::ReviewItem::State;

namespace {

Status addTrainingRecords(storage::Connection& connection, const Decision& decision) {
    domain::TrainingRecord record;
    record.content = decision.content;
    record.person = decision.person;
    record.at = decision.at;
    record.decision = decision.id;
    storage::TrainingRepository training(connection);
    if (decision.kind == Kind::Confirm || decision.kind == Kind::Correct) {
        record.task = domain::ModelTask::Category;
        record.category = decision.category;
        record.versionSeen = decision.categoryVersionSeen;
        record.predictedThen = decision.categoryPredicted;
        if (const auto added = training.add(record); !added.ok()) {
            return added.error();
        }
    }
    if (decision.topics && !decision.topics->isEmpty() && decision.kind != Kind::Disallow) {
        record.task = domain::ModelTask::Topics;
        record.category.clear();
        record.predictedThen.clear();
        record.topics = *decision.topics;
        record.versionSeen = decision.topicsVersionSeen;
        if (const auto added = training.add(record); !added.ok()) {
            return added.error();
        }
    }
    return {};
}

std::optional<QueueState> queueStateAfter(const std::vector<Decision>& standing) {
    for (const Decision& decision : standing) {
        if (isVerdict(decision.kind)) {
            return QueueState::Decided;
        }
        if (decision.kind == Kind::Skip) {
            return QueueState::Skipped;
        }
        if (decision.kind == Kind::Escalate) {
            return QueueState::Escalated;
        }
    }
    return {};
}

Status setQueueState(storage::Connection& connection, domain::ContentId content, QueueState state) {
    storage::ReviewQueueRepository queue(connection);
    const auto entry = queue.find(content);
    if (!entry.ok()) {
        return entry.error();
    }
    domain::ReviewItem item = entry->value_or(domain::ReviewItem{.content = content});
    item.state = state;
    return queue.put(item);
}

/// Whether readers' faces have the item suspended (S4.6).
Result<bool> isSuspendedByFlag(storage::Connection& connection, domain::ContentId content) {
    const auto flags = storage::FlagRepository(connection).of(content);
    if (!flags.ok()) {
        return flags.error();
    }
    return std::any_of(flags->begin(), flags->end(), [](const domain::Flag& flag) {
        return !flag.closedBy.isValid() && isExpressionFlag(flag);
    });
}

Status setTopics(storage::Connection& connection, const Decision& decision) {
    return storage::ContentRepository(connection)
        .setDecidedTopics(decision.content, *decision.topics, decision.id, decision.at);
}

/// The topics of the latest decision that still holds and judged them; none where there is none.
Status restoreTopics(storage::Connection& connection, const Decision& undo) {
    const auto standing = storage::DecisionRepository(connection).standing(undo.content);
    if (!standing.ok()) {
        return standing.error();
    }
    for (const Decision& decision : *standing) {
        if (decision.topics && decision.kind != Kind::Disallow) {
            return setTopics(connection, decision);
        }
    }
    return storage::ContentRepository(connection).setDecidedTopics(undo.content, {}, undo.id, undo.at);
}

} // namespace

Result<std::optional<Decision>> verdictOn(storage::Connection& connection, domain::ContentId content) {
    const auto standing = storage::DecisionRepository(connection).standing(content);
    if (!standing.ok()) {
        return standing.error();
    }
    const auto verdict = std::find_if(standing->begin(), standing->end(),
                                      [](const Decision& decision) { return isVerdict(decision.kind); });
    return verdict != standing->end() ? std::optional(*verdict) : std::optional<Decision>();
}

Status refreshItem(storage::Connection& connection, domain::ContentId content) {
    const auto standing = storage::DecisionRepository(connection).standing(content);
    if (!standing.ok()) {
        return standing.error();
    }
    const auto verdict =
        std::find_if(standing->begin(), standing->end(), [](const Decision& d) { return isVerdict(d.kind); });
    auto state = domain::RecommendationState::Active;
    if (verdict != standing->end() && verdict->kind == Kind::Disallow) {
        state = domain::RecommendationState::Dropped;
    } else if (verdict == standing->end()) {
        const auto suspended = isSuspendedByFlag(connection, content);
        if (!suspended.ok()) {
            return suspended.error();
        }
        state = *suspended ? domain::RecommendationState::Suspended : state;
    }
    if (const Status set = storage::ContentRepository(connection).setState(content, state); !set.ok()) {
        return set;
    }
    return setQueueState(connection, content, queueStateAfter(*standing).value_or(QueueState::Open));
}

Status placeByFlags(storage::Connection& connection, domain::ContentId content) {
    const auto flags = storage::FlagRepository(connection).of(content);
    if (!flags.ok()) {
        return flags.error();
    }
    storage::ReviewQueueRepository queue(connection);
    const auto entry = queue.find(content);
    if (!entry.ok()) {
        return entry.error();
    }
    storage::ReviewQueueRepository::Candidate flagged;
    flagged.content = content;
    double closedScore = 0;
    for (const domain::Flag& flag : *flags) {
        if (flag.closedBy.isValid()) {
            closedScore = std::max(closedScore, flag.score);
        } else {
            ++flagged.openFlags;
            flagged.flagScore = std::max(flagged.flagScore, flag.score);
        }
    }
    if (flagged.openFlags > 0) {
        return queue.put(placeInQueue(flagged));
    }
    const bool wasFlagged = *entry && (*entry)->state != QueueState::Open && closedScore > 0 &&
                            (*entry)->reason == domain::ReviewItem::Reason::Flagged;
    if (wasFlagged) { // It keeps its place among the decided ones.
        flagged.openFlags = 1;
        flagged.flagScore = closedScore;
        domain::ReviewItem item = placeInQueue(flagged);
        item.state = (*entry)->state;
        return queue.put(item);
    }
    const auto candidates = queue.candidates(domain::ContentId{content.value - 1}, 1);
    if (!candidates.ok()) {
        return candidates.error();
    }
    const bool isUndecided = !candidates->empty() && candidates->front().content == content;
    return isUndecided ? queue.offer(placeInQueue(candidates->front())) : Status();
}

Status applyDecision(storage::Connection& connection, const Decision& decision) {
    if (const Status added = addTrainingRecords(connection, decision); !added.ok()) {
        return added;
    }
    if (decision.topics && decision.kind != Kind::Disallow) {
        if (const Status set = setTopics(connection, decision); !set.ok()) {
            return set;
        }
    }
    if (isVerdict(decision.kind)) {
        if (const auto closed = storage::FlagRepository(connection).close(decision.content, decision.id);
            !closed.ok()) {
            return closed.error();
        }
    }
    if (const auto tier = lowQualityTier(decision.reason); tier && decision.kind == Kind::Disallow) {
        const domain::LowQualityMark mark{decision.content, decision.reason, *tier, decision.id};
        if (const Status marked = storage::QualityRepository(connection).mark(mark); !marked.ok()) {
            return marked;
        }
    }
    return refreshItem(connection, decision.content);
}

Status applyUndo(storage::Connection& connection, const Decision& undo) {
    if (const auto n = storage::TrainingRepository(connection).withdraw(undo.undoes, undo.id); !n.ok()) {
        return n.error();
    }
    if (const Status unmarked = storage::QualityRepository(connection).unmark(undo.undoes); !unmarked.ok()) {
        return unmarked;
    }
    if (const Status reopened = storage::FlagRepository(connection).reopen(undo.undoes); !reopened.ok()) {
        return reopened;
    }
    const auto undone = storage::DecisionRepository(connection).find(undo.undoes);
    if (!undone.ok()) {
        return undone.error();
    }
    if (undone->topics) {
        if (const Status restored = restoreTopics(connection, undo); !restored.ok()) {
            return restored;
        }
    }
    return refreshItem(connection, undo.content);
}

} // namespace moderato::usecases
