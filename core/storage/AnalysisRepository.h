#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/Ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// The queue of the media analysis, one row an item: waiting, running, done or failed. Order: priority
/// falling, items without media first (they take a moment), then id rising.
class AnalysisRepository {
public:
    explicit AnalysisRepository(Connection& connection)
        : connection_(connection) {}

    /// The first item above `after` that this version of the extractors has not looked at; nothing: none.
    Result<std::optional<domain::ContentId>> missing(int extractor, domain::ContentId after);
    /// Queues up to `limit` items from `from` on, where they are missing. → the last one looked at
    Result<domain::ContentId> enqueue(int extractor, domain::ContentId from, int limit, Timestamp now);

    struct Job {
        domain::ContentId content;
        bool hasMedia = false;
        int attempts = 0; ///< Without this one.
    };
    /// The next in order, marked as running: one item, or up to `limit` where none has media or was
    /// interrupted before. Empty: nothing waits.
    Result<std::vector<Job>> take(int limit, Timestamp now);
    /// Running → done, with what could not be found out, for people.
    Status finish(domain::ContentId content, const QString& problem, Timestamp now);
    Status fail(domain::ContentId content, const QString& problem, Timestamp now);
    /// Running → waiting, as if it had not been taken: the job was cancelled.
    Status putBack(domain::ContentId content, Timestamp now);
    /// What still runs belongs to a program that is gone. It waits again, behind everything else; what was
    /// interrupted `attemptsAllowed` times has failed, with `problem`. → how many
    Result<qint64> recover(int attemptsAllowed, const QString& problem, Timestamp now);
    /// Done → waiting: what was kept of it is damaged.
    Status again(domain::ContentId content, Timestamp now);
    Result<qint64> retryFailed(Timestamp now);
    /// Of a waiting item: higher comes first.
    Status setPriority(domain::ContentId content, qint64 priority);

    struct Counts {
        qint64 waitingMedia = 0, waitingTexts = 0, running = 0, done = 0, failed = 0;
    };
    Result<Counts> counts();
    struct State {
        QString code; ///< "waiting", "running", "done", "failed"
        QString problem;
    };
    Result<std::optional<State>> state(domain::ContentId content);

    struct Failure {
        domain::ContentId content;
        QString title;
        QString problem;
    };
    /// The latest first.
    Result<std::vector<Failure>> failures(int limit);

private:
    Connection& connection_;
};

} // namespace moderato::storage
