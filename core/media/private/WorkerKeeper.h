#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/media/DecoderProcess.h"
#include "core/media/private/WorkerPipe.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace moderato::media {

/// A worker that said hello and waits for its first request.
struct ReadyWorker {
    WorkerPipe pipe;
    SandboxState state;
};

/// Starts workers ahead of need and clears away dead ones, on a thread of its own: whoever needs one takes it
/// without waiting. All of them end with this object. Thread-safe.
class WorkerKeeper {
public:
    explicit WorkerKeeper(DecoderOptions options);
    ~WorkerKeeper();
    WorkerKeeper(const WorkerKeeper&) = delete;
    WorkerKeeper& operator=(const WorkerKeeper&) = delete;

    /// Starts one, for whoever takes one later.
    void prepare();
    /// A worker that is ready; waits where none is yet. From the first call on another one is kept.
    Result<std::unique_ptr<ReadyWorker>> take(const JobContext& context);
    /// Kills a worker; what the system has to do for that happens on the other thread.
    void bury(std::unique_ptr<ReadyWorker> worker);

private:
    void run();
    Result<std::unique_ptr<ReadyWorker>> startOne() const;

    const DecoderOptions options_;
    const JobContext ending_; ///< Cancelled at the end.
    std::mutex mutex_;
    std::condition_variable changed_;
    bool isWanted_ = false;
    std::unique_ptr<ReadyWorker> spare_;
    std::optional<Error> failure_;
    std::vector<std::unique_ptr<ReadyWorker>> dead_;
    std::thread thread_; ///< Last: the rest is there when it begins.
};

} // namespace moderato::media
