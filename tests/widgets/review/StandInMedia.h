#pragma once

#include "widgets/review/ReviewServices.h"

#include <QSet>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>

/// The analysis of media as the review page sees it, in memory: timelines with pictures in one colour, near
/// duplicates, decisions alike. Safe on any thread.
class StandInMedia {
public:
    moderato::widgets::MediaServices services();

    /// 10 s with sound, a picture a second from red to blue, shots at 0, 2.5 and 6 s, two covers.
    static moderato::usecases::TimelineView timelineView();

    std::atomic<bool> analysed = true;
    std::atomic<bool> running = false;
    std::atomic<bool> paused = false;
    std::atomic<qint64> prioritised = 0; ///< The item asked for last.
    std::atomic<qint64> decidedFrom = 0;
    std::atomic<int> timesDecided = 0;

    void setDuplicates(moderato::usecases::DuplicateView view);

private:
    std::mutex mutex_;
    moderato::usecases::DuplicateView duplicates_;
};
