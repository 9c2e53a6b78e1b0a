#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/TopicAnswer.h"

#include <QFuture>

#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// What an annotator wants to say; Annotate makes a chained decision of it.
struct AnswerDraft {
    domain::ContentId content;
    QString person;
    QStringList topics; ///< May be empty: none of the topics fits. Those of the segments are added.
    std::vector<domain::TopicSegment> segments;
    bool blind = false; ///< The model's candidates were hidden.
    QString version;    ///< The model version whose candidates there are, shown or not.
    QString reason;     ///< Why the item was offered; may be empty.
    qint64 msOnScreen = 0;
};

/// Several annotators' answers to an item, and what is known of it.
struct AnnotationView {
    std::vector<domain::TopicAnswer> answers; ///< One a person, those that count.
    std::optional<domain::TopicAnswer> mine;  ///< Of the person who asks.
    std::optional<QStringList> gold;          ///< The known topics.
    qint64 history = 0;                       ///< Answers in all, those too that do not count any more.
};

/// Annotators' topics (W2, S0.10). An answer is a decision of the chain, so that it becomes training data and
/// can be undone like any other; the answer beside it keeps what a decision does not hold: whether it was
/// given blind, the segments, each annotator's own word. Reads from any thread.
class Annotate {
public:
    Annotate(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    /// On the disk before the future is ready. InvalidInput: a retired topic, a segment without a length.
    QFuture<Result<domain::TopicAnswer>> answer(AnswerDraft draft);
    /// Takes back the person's last answer, also where others have answered the item since. → the item.
    /// NotFound: there is none.
    QFuture<Result<domain::ContentId>> undo(const QString& person);
    /// The person's answer to `content` for every near duplicate of it that is no exception and that nobody
    /// gave topics to yet: one decision each, all in one write. Segments are not copied: another file has
    /// another time. → the items
    Result<std::vector<domain::ContentId>> answerAlike(domain::ContentId content, const QString& person);
    Result<AnnotationView> view(domain::ContentId content, const QString& person) const;

    /// Makes an item gold: its answer is known.
    Status setGold(domain::ContentId content, const QStringList& topics, const QString& person);
    /// NotFound: it is not gold.
    Status removeGold(domain::ContentId content);

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
