#include "widgets/expressions/ReaderRun.h"

#include <utility>

namespace moderato::widgets {

using usecases::FaceWatch;
using usecases::ReaderMode;
using usecases::ReaderTask;

ReaderRun::ReaderRun(ReaderServices services, std::unique_ptr<usecases::FaceFeed> feed, QString reader,
                     std::vector<domain::ContentId> items, QObject* parent)
    : QObject(parent)
    , services_(std::move(services))
    , feed_(std::move(feed))
    , reader_(reader.trimmed())
    , items_(std::move(items))
    , place_(std::make_shared<std::atomic<qint64>>(doesNotCount)) {
    work_.setMaxThreadCount(1);
    resting_.setSingleShot(true);
    connect(&resting_, &QTimer::timeout, this, &ReaderRun::endResting);
}

ReaderRun::~ReaderRun() {
    dropAll();
    work_.waitForDone();
}

/// `work()` on the working thread after what was asked before, `then(answer)` here.
template <class Work, class Then> void ReaderRun::later(Work work, Then then) {
    work_.start([this, work = std::move(work), then = std::move(then)]() mutable {
        auto answer = std::make_shared<decltype(work())>(work());
        QMetaObject::invokeMethod(
            this, [answer, then = std::move(then)]() mutable { then(std::move(*answer)); },
            Qt::QueuedConnection);
    });
}

void ReaderRun::go(Stage stage, const QString& sentence) {
    stage_ = stage;
    sentence_ = sentence;
    Q_EMIT changed();
}

QStringList ReaderRun::features() const {
    QStringList all;
    for (const ReaderTask& task : tasks_) {
        all << task.features;
    }
    all.removeDuplicates();
    return all;
}

FaceWatch::State ReaderRun::watched() const {
    return watch_ ? watch_->state() : FaceWatch::State();
}

void ReaderRun::begin() {
    go(Stage::Checking);
    later(
        [services = services_, reader = reader_, items = items_]() -> Result<std::vector<ReaderTask>> {
            if (const Status allowed = services.mayStart(reader); !allowed.ok()) {
                return allowed.error();
            }
            std::vector<ReaderTask> tasks;
            for (const domain::ContentId id : items) {
                auto task = services.task(id);
                if (!task.ok()) {
                    return task.error();
                }
                tasks.push_back(std::move(*task));
            }
            return tasks;
        },
        [this](Result<std::vector<ReaderTask>> tasks) {
            if (!tasks.ok()) {
                go(Stage::Refused, tasks.error().message);
            } else if (tasks->empty()) {
                go(Stage::Refused, tr("There is nothing to read: name items, or import some whose category "
                                      "has an expression set."));
            } else {
                tasks_ = std::move(*tasks);
                go(Stage::Consent);
            }
        });
}

void ReaderRun::agree(bool restFirst) {
    if (stage_ != Stage::Consent) {
        return;
    }
    wantsCamera_ = true;
    restFirst_ = restFirst;
    go(Stage::Opening);
    later(
        [services = services_, reader = reader_]() -> Result<std::unique_ptr<FaceWatch>> {
            const Status allowed = services.mayStart(reader);
            return allowed.ok() ? services.openWatch() : allowed.error();
        },
        [this, ticket = ticket_](Result<std::unique_ptr<FaceWatch>> watch) {
            if (ticket != ticket_) {
                return;
            }
            if (!watch.ok()) {
                stop(watch.error().message);
                return;
            }
            watch_ = std::move(*watch);
            if (restFirst_) {
                rest();
            } else {
                toItem(0);
            }
        });
}

void ReaderRun::rest() {
    watch_->beginResting();
    place_->store(noTime);
    startCamera();
    resting_.start(restingTime);
    go(Stage::Resting);
}

void ReaderRun::readWithoutCamera() {
    if (stage_ == Stage::Consent || stage_ == Stage::Stopped) {
        wantsCamera_ = false;
        toItem(number_);
    }
}

void ReaderRun::endResting() {
    if (stage_ == Stage::Resting) {
        resting_.stop();
        place_->store(doesNotCount);
        toItem(0);
    }
}

void ReaderRun::startCamera() {
    if (cameraOn_) {
        feed_->rewind();
        return;
    }
    cameraOn_ = true;
    Q_EMIT changed();
    const auto here = [this, ticket = ticket_](auto then) {
        QMetaObject::invokeMethod(
            this,
            [this, ticket, then] {
                if (ticket == ticket_ && cameraOn_) {
                    then();
                }
            },
            Qt::QueuedConnection);
    };
    feed_->start(
        {.frame =
             [watch = watch_, place = place_](const QImage& frame) {
                 const qint64 at = place->load();
                 if (at != doesNotCount) {
                     watch->offer(frame,
                                  at == noTime ? std::nullopt : std::optional(std::chrono::microseconds(at)));
                 }
             },
         .failed = [this, here](const Error& error) { here([this, error] { cameraFailed(error); }); },
         .ended =
             [this, here] {
                 here([this] {
                     stopCamera();
                     sentence_ = tr("The clip is over; what comes now is not measured.");
                     Q_EMIT changed();
                 });
             }});
}

void ReaderRun::stopCamera() {
    feed_->stop();
    place_->store(doesNotCount);
    if (std::exchange(cameraOn_, false)) {
        Q_EMIT changed();
    }
}

void ReaderRun::cameraFailed(const Error& error) {
    stopCamera();
    watch_->drop();
    measuring_ = false;
    wantsCamera_ = false;
    resting_.stop();
    if (stage_ == Stage::Resting) {
        toItem(0);
    }
    sentence_ = error.message;
    Q_EMIT changed();
}

void ReaderRun::toItem(int number) {
    number_ = number;
    later(
        [services = services_, reader = reader_, camera = wantsCamera_,
         id = tasks_[std::size_t(number)].content]() -> Result<ReaderItemPtr> {
            // Somebody may have signed in meanwhile.
            if (const Status allowed = camera ? services.mayStart(reader) : Status(); !allowed.ok()) {
                return allowed.error();
            }
            return services.read(id);
        },
        [this, ticket = ticket_](Result<ReaderItemPtr> item) {
            if (ticket != ticket_) {
                return;
            }
            if (!item.ok()) {
                stop(item.error().message);
                return;
            }
            show(*item);
        });
}

void ReaderRun::show(const ReaderItemPtr& item) {
    item_ = item;
    const ReaderTask& task = tasks_[std::size_t(number_)];
    measuring_ = wantsCamera_ && !task.features.isEmpty();
    if (measuring_) {
        watch_->begin(task.features);
        startedAt_ = SystemClock().now();
    } else {
        stopCamera();
    }
    // A camera that failed says so until the end.
    go(Stage::Reading, wantsCamera_ ? task.problem : sentence_);
    Q_EMIT itemShown(item);
    if (measuring_) {
        startCamera();
    }
}

void ReaderRun::setPlace(std::optional<std::chrono::microseconds> inItem, bool counts) {
    if (stage_ == Stage::Reading && measuring_) {
        place_->store(!counts ? doesNotCount : inItem ? std::max<qint64>(0, inItem->count()) : noTime);
    }
}

void ReaderRun::itemEnded() {
    if (stage_ == Stage::Reading && measuring_) {
        stopCamera();
        storeItem();
    }
}

void ReaderRun::next() {
    if (stage_ != Stage::Reading) {
        return;
    }
    const bool isLast = number_ + 1 == int(tasks_.size());
    place_->store(doesNotCount);
    if (isLast) {
        stopCamera();
    }
    storeItem();
    if (!isLast) {
        toItem(number_ + 1);
        return;
    }
    // After what is being stored.
    later([] { return true; },
          [this, ticket = ticket_](bool) {
              if (ticket == ticket_) {
                  go(Stage::Finished, sentence_);
              }
          });
}

void ReaderRun::storeItem() {
    if (!std::exchange(measuring_, false)) {
        return;
    }
    ReaderTask task = tasks_[std::size_t(number_)];
    ReaderMode::Session session{.item = task.content,
                                .reader = reader_,
                                .category = task.category,
                                .source = feed_->source(),
                                .startedAt = startedAt_,
                                .measured = {}};
    later(
        [services = services_, watch = watch_, session]() mutable -> Result<ReaderMode::Stored> {
            auto measured = watch->finish();
            if (!measured.ok()) {
                return measured.error();
            }
            session.measured = std::move(*measured);
            return services.store(session);
        },
        [this, title = task.title](Result<ReaderMode::Stored> stored) {
            Kept kept{title, {}, {}};
            if (stored.ok()) {
                kept.stored = *stored;
            } else {
                kept.problem = stored.error().message;
            }
            kept_.push_back(std::move(kept));
            Q_EMIT changed();
        });
}

void ReaderRun::dropAll() {
    ++ticket_;
    resting_.stop();
    place_->store(doesNotCount);
    feed_->stop();
    cameraOn_ = false;
    // What is being stored was finished before.
    if (watch_ && (std::exchange(measuring_, false) || stage_ == Stage::Resting)) {
        watch_->drop();
    }
}

void ReaderRun::stop(const QString& why) {
    if (stage_ != Stage::Opening && stage_ != Stage::Resting && stage_ != Stage::Reading) {
        return;
    }
    dropAll();
    go(Stage::Stopped, why);
}

void ReaderRun::checkAgain() {
    if (!wantsCamera_) {
        return;
    }
    later([services = services_, reader = reader_] { return services.mayStart(reader); },
          [this, ticket = ticket_](const Status& allowed) {
              if (ticket == ticket_ && !allowed.ok()) {
                  stop(allowed.error().message);
              }
          });
}

void ReaderRun::withdraw() {
    dropAll();
    go(Stage::Stopped, tr("Your results are being deleted…"));
    later([services = services_, reader = reader_] { return services.forget(reader); },
          [this](Result<qint64> deleted) {
              if (!deleted.ok()) {
                  go(Stage::Stopped, deleted.error().message);
                  return;
              }
              forgotten_ = *deleted;
              kept_.clear();
              go(Stage::Withdrawn);
          });
}

} // namespace moderato::widgets
