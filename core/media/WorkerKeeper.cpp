#include "core/media/private/WorkerKeeper.h"

#include "core/base/Log.h"
#include "core/media/private/Media.h"
#include "core/media/private/WireMessage.h"

namespace moderato::media {

using namespace std::chrono_literals;

namespace {

constexpr auto startingDeadline = 30s;
constexpr auto cancellationCheck = 20ms;

} // namespace

WorkerKeeper::WorkerKeeper(DecoderOptions options)
    : options_(std::move(options))
    , thread_([this] { run(); }) {}

WorkerKeeper::~WorkerKeeper() {
    ending_.cancel();
    {
        const std::lock_guard lock(mutex_);
        changed_.notify_all();
    }
    thread_.join();
}

void WorkerKeeper::prepare() {
    const std::lock_guard lock(mutex_);
    isWanted_ = true;
    changed_.notify_all();
}

Result<std::unique_ptr<ReadyWorker>> WorkerKeeper::take(const JobContext& context) {
    std::unique_lock lock(mutex_);
    isWanted_ = true;
    failure_.reset();
    changed_.notify_all();
    while (!spare_ && !failure_) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        changed_.wait_for(lock, cancellationCheck);
    }
    if (failure_) {
        isWanted_ = false;
        return *failure_;
    }
    changed_.notify_all();
    return std::move(spare_);
}

void WorkerKeeper::bury(std::unique_ptr<ReadyWorker> worker) {
    if (worker) {
        worker->pipe.kill();
        const std::lock_guard lock(mutex_);
        dead_.push_back(std::move(worker));
        changed_.notify_all();
    }
}

void WorkerKeeper::run() {
    std::unique_lock lock(mutex_);
    while (!ending_.isCancelled()) {
        if (isWanted_ && !spare_ && !failure_) {
            lock.unlock();
            auto started = startOne();
            lock.lock();
            if (started) {
                spare_ = *std::move(started);
            } else {
                failure_ = started.error();
            }
            changed_.notify_all();
        } else if (!dead_.empty()) {
            const auto gone = std::exchange(dead_, {});
            lock.unlock();
            for (const auto& worker : gone) {
                worker->pipe.stop();
            }
            lock.lock();
        } else {
            changed_.wait(lock);
        }
    }
}

Result<std::unique_ptr<ReadyWorker>> WorkerKeeper::startOne() const {
    auto worker = std::make_unique<ReadyWorker>();
    const Status status = worker->pipe.start(options_.program, options_.arguments, options_.niceness);
    if (!status) {
        return status.error();
    }
    QByteArray hello;
    const WorkerPipe::Patience patience{std::chrono::steady_clock::now() + startingDeadline, ending_};
    const auto outcome = worker->pipe.receive(hello, patience);
    const auto state = decodeHello(hello);
    if (outcome != WorkerPipe::Outcome::Ok || !state) {
        return Error::io(Media::tr("The decoder process could not be started. Install the program again."),
                         options_.program);
    }
    worker->state = *state;
    if (!state->isWhole()) {
        qCWarning(log) << "the decoder process is not shut in wholly:" << missing(*state);
    }
    return worker;
}

} // namespace moderato::media
