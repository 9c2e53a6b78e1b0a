#include "widgets/review/ItemMedia.h"

#include "core/base/Log.h"

namespace moderato::widgets {
namespace {

struct TimelineRead {
    TimelineDataPtr data;
    ItemMedia::State state = ItemMedia::State::Idle;
    QString problem;
};

/// On a worker: what is kept of the video, or why nothing is; then it goes first.
TimelineRead readTimelineOf(domain::ContentId id, const MediaServices& media, const CareEffect& care) {
    const auto view = media.timeline(id);
    if (!view.ok()) {
        return {nullptr, ItemMedia::State::Failed, view.error().message};
    }
    if (view->has_value()) {
        return {timelineData(**view, care), ItemMedia::State::Ready, {}};
    }
    if (media.problem) {
        if (const QString problem = media.problem(id); !problem.isEmpty()) {
            return {nullptr, ItemMedia::State::Failed, problem};
        }
    }
    if (media.prioritize) {
        if (const Status first = media.prioritize(id); !first.ok()) {
            qCInfo(log) << first.error().message << first.error().detail;
        }
    }
    usecases::AnalysisProgress progress;
    if (media.progress) {
        progress = media.progress().valueOr({});
    }
    if (!progress.running) {
        return {nullptr, ItemMedia::State::Idle, {}};
    }
    return {nullptr, progress.paused ? ItemMedia::State::Paused : ItemMedia::State::Waiting, {}};
}

} // namespace

ItemMedia::ItemMedia(const ReviewServices& services, QObject* parent)
    : QObject(parent)
    , services_(services) {}

void ItemMedia::show(const ItemPtr& item, const CareEffect& care) {
    timelineReader_.drop();
    duplicatesReader_.drop();
    item_ = item;
    care_ = care;
    timeline_.reset();
    duplicates_.reset();
    problem_.clear();
    state_ = State::None;
    if (item_) {
        readTimeline();
        readDuplicates();
    }
}

void ItemMedia::setCare(const CareEffect& care) {
    if (care_ == care) {
        return;
    }
    care_ = care;
    if (timeline_) {
        timelineReader_.start([data = timeline_, care] { return timelineData(*data, care); },
                              [this](TimelineDataPtr data) {
                                  timeline_ = std::move(data);
                                  Q_EMIT timelineChanged();
                              });
        timeline_.reset(); // what is veiled too little must not stay
        Q_EMIT timelineChanged();
    }
}

void ItemMedia::refresh() {
    if (!item_) {
        return;
    }
    if (state_ != State::Ready && state_ != State::None) {
        readTimeline();
    }
    readDuplicates(Tell::IfChanged);
}

bool ItemMedia::isNew(const usecases::DuplicateView& view) const {
    return !duplicates_ || duplicates_->isAnalysed != view.isAnalysed ||
           duplicates_->members.size() != view.members.size() ||
           duplicates_->known.size() != view.known.size();
}

void ItemMedia::readTimeline() {
    const domain::Content& content = item_->content;
    if (content.kind != domain::ContentKind::Video || !content.media || !services_.media.timeline) {
        return;
    }
    timelineReader_.start(
        [id = content.id, media = services_.media, care = care_] { return readTimelineOf(id, media, care); },
        [this](TimelineRead read) {
            timeline_ = std::move(read.data);
            state_ = read.state;
            problem_ = std::move(read.problem);
            Q_EMIT timelineChanged();
        });
}

void ItemMedia::readDuplicates(Tell tell) {
    if (!item_ || !services_.media.duplicates) {
        return;
    }
    duplicatesReader_.start([id = item_->content.id, read = services_.media.duplicates] { return read(id); },
                            [this, tell](Result<usecases::DuplicateView> view) {
                                if (!view.ok()) {
                                    qCInfo(log) << view.error().message << view.error().detail;
                                    return;
                                }
                                const bool changed = tell == Tell::Always || isNew(*view);
                                duplicates_ = std::move(*view);
                                if (changed) {
                                    Q_EMIT duplicatesChanged();
                                }
                            });
}

} // namespace moderato::widgets
