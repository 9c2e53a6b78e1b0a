#pragma once

#include "widgets/common/CareEffect.h"
#include "widgets/common/LatestRead.h"
#include "widgets/player/TimelineData.h"
#include "widgets/review/ReviewServices.h"

#include <QObject>

namespace moderato::widgets {

/// What the analysis of the library's media knows of the item on the screen, read after the item itself is
/// shown: its timeline and its near duplicates. An item that has not been analysed goes to the front of the
/// queue. GUI thread; reads on threads of its own.
class ItemMedia : public QObject {
    Q_OBJECT
public:
    enum class State { None, Ready, Waiting, Paused, Idle, Failed };

    explicit ItemMedia(const ReviewServices& services, QObject* parent = nullptr);

    /// Another item; nothing: none is shown. What was known of the last one is dropped.
    void show(const ItemPtr& item, const CareEffect& care);
    /// The person's settings have changed.
    void setCare(const CareEffect& care);
    /// The analysis has gone on: what is still missing is read again.
    void refresh();
    /// IfChanged: rows on the screen are left alone where nothing was added.
    enum class Tell { Always, IfChanged };
    void readDuplicates(Tell tell = Tell::Always);

    const TimelineDataPtr& timeline() const { return timeline_; }
    State state() const { return state_; }
    /// Why the item could not be analysed.
    const QString& problem() const { return problem_; }
    const std::optional<usecases::DuplicateView>& duplicates() const { return duplicates_; }

Q_SIGNALS:
    void timelineChanged();
    void duplicatesChanged();

private:
    void readTimeline();
    bool isNew(const usecases::DuplicateView& view) const;

    const ReviewServices& services_;
    ItemPtr item_;
    CareEffect care_;
    TimelineDataPtr timeline_;
    State state_ = State::None;
    QString problem_;
    std::optional<usecases::DuplicateView> duplicates_; ///< Nothing: not read yet.
    LatestRead timelineReader_;
    LatestRead duplicatesReader_;
};

} // namespace moderato::widgets
