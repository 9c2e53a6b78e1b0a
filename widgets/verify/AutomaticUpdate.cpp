#include "widgets/verify/AutomaticUpdate.h"

#include "core/base/JobRunner.h"
#include "widgets/verify/Verifying.h"

#include <chrono>

namespace moderato::widgets {

using domain::ModelTask;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::days day{1};

bool isLater(Timestamp now, Timestamp than, std::chrono::milliseconds by) {
    return now - than >= by;
}

} // namespace

AutomaticUpdate::AutomaticUpdate(VerifyServices services, Verifying& verifying, JobRunner& jobs,
                                 const Clock& clock, QObject* parent)
    : QObject(parent)
    , services_(std::move(services))
    , verifying_(verifying)
    , jobs_(jobs)
    , clock_(clock) {
    timer_.setInterval(5min);
    connect(&timer_, &QTimer::timeout, this, &AutomaticUpdate::consider);
}

void AutomaticUpdate::start() {
    timer_.start();
}

void AutomaticUpdate::consider() {
    if (!services_.rules || !services_.dueFrom || !services_.history || !verifying_.isIdle() ||
        !jobs_.isIdle()) {
        return;
    }
    reader_.start([this, now = clock_.now(), tried = tried_] { return nextStep(now, tried); },
                  [this](const std::optional<Step>& step) {
                      if (step && verifying_.isIdle() && jobs_.isIdle()) {
                          begin(*step);
                      }
                  });
}

/// What is due before what is only to be looked at. Runs on a worker.
std::optional<AutomaticUpdate::Step> AutomaticUpdate::nextStep(Timestamp now,
                                                               const std::map<Step, Timestamp>& tried) const {
    const auto rules = services_.rules();
    if (!rules.ok() || !rules->automatic) {
        return {};
    }
    const auto isFresh = [&](const Step& step) {
        const auto last = tried.find(step);
        return last == tried.end() || isLater(now, last->second, day);
    };
    std::optional<Step> look;
    for (const ModelTask task : {ModelTask::Quality, ModelTask::LowQuality}) {
        const auto due = services_.dueFrom(task);
        if (!due.ok() || !*due) {
            continue; // nothing is in service
        }
        if (const Step update{Act::Update, task}; **due <= now && isFresh(update)) {
            return update;
        }
        const auto history = services_.history(task);
        const bool isOld = history.ok() && (history->empty() || isLater(now, history->front().at, day));
        if (const Step verify{Act::Verify, task}; !look && isOld && isFresh(verify)) {
            look = verify;
        }
    }
    return look;
}

void AutomaticUpdate::begin(const Step& step) {
    const auto [act, task] = step;
    tried_[step] = clock_.now();
    if (act == Act::Update) {
        verifying_.update(task, {}, Verifying::Asked::Nobody);
    } else {
        usecases::VerifyOptions options;
        options.task = task;
        verifying_.verify(options, Verifying::Asked::Nobody);
    }
}

} // namespace moderato::widgets
