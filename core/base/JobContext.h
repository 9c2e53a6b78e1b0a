#pragma once

#include "core/base/Error.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace moderato {

/// How far a job is. `total` 0 means "not known yet".
struct Progress {
    qint64 done = 0;
    qint64 total = 0;
    QString step;                      ///< What is being done, for people; already translated.
    std::optional<double> secondsLeft; ///< Estimated from the pace so far; filled in by JobContext.

    bool operator==(const Progress&) const = default;
};

/// What blocks for long takes one of these last: it is asked whether to stop between two steps and told how
/// far the work is. Copies share the same job. May be used from any thread; `onProgress` is called on the
/// thread that reports, at most about twenty times a second (the first and the last report always pass).
class JobContext {
public:
    using OnProgress = std::function<void(const Progress&)>;

    /// A job that nobody cancels and nobody watches.
    JobContext()
        : JobContext(OnProgress{}) {}
    explicit JobContext(OnProgress onProgress);

    void cancel() const { state_->cancelled = true; }
    bool isCancelled() const { return state_->cancelled; }
    void report(qint64 done, qint64 total, const QString& step = {}) const;

private:
    struct State {
        std::atomic<bool> cancelled = false;
        OnProgress onProgress;
        std::chrono::steady_clock::time_point started;
        std::chrono::steady_clock::time_point lastReport;
        QString lastStep;
    };
    std::shared_ptr<State> state_;
};

} // namespace moderato
