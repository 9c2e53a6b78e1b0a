#include "core/base/JobContext.h"

namespace moderato {

using namespace std::chrono_literals;

JobContext::JobContext(OnProgress onProgress)
    : state_(std::make_shared<State>()) {
    state_->onProgress = std::move(onProgress);
    state_->started = std::chrono::steady_clock::now();
}

void JobContext::report(qint64 done, qint64 total, const QString& step) const {
    if (!state_->onProgress) {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    const bool newStep = step != state_->lastStep;
    if (newStep) {
        state_->started = now;
        state_->lastStep = step;
    } else if (done < total && now - state_->lastReport < 50ms) {
        return;
    }
    state_->lastReport = now;
    Progress progress{done, total, step, {}};
    const double elapsed = std::chrono::duration<double>(now - state_->started).count();
    if (done > 0 && total > done && elapsed > 0.5) {
        progress.secondsLeft = elapsed / double(done) * double(total - done);
    }
    state_->onProgress(progress);
}

} // namespace moderato
