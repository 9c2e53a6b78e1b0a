#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::domain {

struct TopicAnswer;
using TopicAnswerId = Id<TopicAnswer>;

/// A topic of a part of a video (W2). Both ends are presentation time stamps in the stream's time base, the
/// first and the last frame that belong to it; `startSeconds` is the container's clock at the first frame, so
/// that seconds from the first frame are pts · num / den − startSeconds.
struct TopicSegment {
    QString topic;
    qint64 fromPts = 0;
    qint64 toPts = 0;
    int timeBaseNum = 1;
    int timeBaseDen = 1;
    double startSeconds = 0;

    double seconds(qint64 pts) const { return double(pts) * timeBaseNum / timeBaseDen - startSeconds; }
    bool operator==(const TopicSegment&) const = default;
};

/// What one annotator said of an item's topics. Several an item, and several by one person: the newest whose
/// decision is not undone counts.
struct TopicAnswer {
    TopicAnswerId id;
    ContentId content;
    QString person;
    Timestamp at;
    DecisionId decision;
    QStringList topics; ///< Those of the segments too.
    std::vector<TopicSegment> segments;
    bool blind = false; ///< Given before the model's candidates were shown.
    QString version;    ///< The model version whose candidates were there, shown or not.
    QString reason;     ///< Why the item was offered: "uncertain", "disagreement", …; may be empty.
    qint64 msOnScreen = 0;

    bool operator==(const TopicAnswer&) const = default;
};

} // namespace moderato::domain
