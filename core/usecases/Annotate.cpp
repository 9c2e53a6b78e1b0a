#include "core/usecases/Annotate.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/DuplicateRepository.h"
#include "core/storage/Library.h"
#include "core/storage/TopicAnswerRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/Decide.h"
#include "core/usecases/DecisionUndo.h"

#include <QCoreApplication>

#include <algorithm>

namespace moderato::usecases {

using domain::ContentId;
using domain::TopicAnswer;
using domain::TopicSegment;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Annotate)
};

constexpr int groupLimit = 100'000;

/// "dance 30720–61440 × 1/15360 s": so that the chain holds the segments too.
QString inWords(const std::vector<TopicSegment>& segments) {
    QStringList parts;
    for (const TopicSegment& segment : segments) {
        parts << QStringLiteral("%1 %2–%3 × %4/%5 s")
                     .arg(segment.topic)
                     .arg(segment.fromPts)
                     .arg(segment.toPts)
                     .arg(segment.timeBaseNum)
                     .arg(segment.timeBaseDen);
    }
    return parts.join(QStringLiteral("; "));
}

Status check(Connection& connection, const QStringList& topics, const std::vector<TopicSegment>& segments) {
    for (const TopicSegment& segment : segments) {
        if (segment.toPts < segment.fromPts || segment.timeBaseNum < 1 || segment.timeBaseDen < 1) {
            return Error::invalid(
                Text::tr("The segment of “%1” ends before it begins. Mark it again.").arg(segment.topic));
        }
    }
    for (const QString& name : topics) {
        const auto topic = storage::TopicRepository(connection).byName(name);
        if (!topic.ok()) {
            return topic.error();
        }
        if (*topic && (*topic)->retiredAt) {
            return Error::invalid(
                Text::tr("“%1” is retired. Bring it back in the tag library, or choose another topic.")
                    .arg((*topic)->name));
        }
    }
    return {};
}

Result<TopicAnswer> write(Connection& connection, const AnswerDraft& draft, const QString& note,
                          Timestamp now) {
    QStringList topics = draft.topics;
    for (const TopicSegment& segment : draft.segments) {
        if (!topics.contains(segment.topic, Qt::CaseInsensitive)) {
            topics << segment.topic;
        }
    }
    if (const Status checked = check(connection, topics, draft.segments); !checked.ok()) {
        return checked.error();
    }
    DecisionDraft decision;
    decision.content = draft.content;
    decision.kind = domain::Decision::Kind::SetTopics;
    decision.person = draft.person;
    decision.topics = topics;
    decision.note = note.isEmpty() ? inWords(draft.segments) : note;
    decision.queueReason = draft.reason;
    decision.topicsVersionSeen = draft.blind ? QString() : draft.version;
    decision.msOnScreen = draft.msOnScreen;
    const auto written = writeDecision(connection, decision, now);
    if (!written.ok()) {
        return written.error();
    }
    TopicAnswer answer{{},
                       draft.content,
                       draft.person,
                       now,
                       written->id,
                       written->topics.value_or(QStringList()),
                       draft.segments,
                       draft.blind,
                       draft.version,
                       draft.reason,
                       draft.msOnScreen};
    const auto id = storage::TopicAnswerRepository(connection).add(answer);
    if (!id.ok()) {
        return id.error();
    }
    answer.id = *id;
    return answer;
}

std::optional<TopicAnswer> answerOf(const std::vector<TopicAnswer>& answers, const QString& person) {
    const auto mine = std::find_if(answers.begin(), answers.end(),
                                   [&](const TopicAnswer& answer) { return answer.person == person; });
    return mine == answers.end() ? std::nullopt : std::optional(*mine);
}

/// Nobody has given it topics, by an answer or by a decision.
Result<bool> isUnlabelled(Connection& connection, ContentId content) {
    const auto answers = storage::TopicAnswerRepository(connection).of(content);
    const auto decided = storage::ContentRepository(connection).decidedTopics(content);
    if (!answers.ok() || !decided.ok()) {
        return answers.ok() ? decided.error() : answers.error();
    }
    return answers->empty() && decided->isEmpty();
}

Result<std::vector<ContentId>> answerGroup(Connection& connection, ContentId content, const QString& person,
                                           Timestamp now) {
    const auto answers = storage::TopicAnswerRepository(connection).of(content);
    storage::DuplicateRepository duplicates(connection);
    const auto self = duplicates.find(content);
    if (!answers.ok() || !self.ok()) {
        return answers.ok() ? self.error() : answers.error();
    }
    const auto mine = answerOf(*answers, person);
    if (!mine) {
        return Error::invalid(Text::tr("You have not answered this item yet; answer it first."));
    }
    if (!*self || (*self)->isException) {
        return Error::invalid(Text::tr("This item is in no group of look-alikes."));
    }
    const auto members = duplicates.group((*self)->leader, groupLimit);
    if (!members.ok()) {
        return members.error();
    }
    std::vector<ContentId> answered;
    for (const auto& member : *members) {
        if (member.content == content || member.isException) {
            continue;
        }
        const auto open = isUnlabelled(connection, member.content);
        if (!open.ok()) {
            return open.error();
        }
        if (!*open) {
            continue;
        }
        const AnswerDraft draft{member.content,          person, mine->topics, {}, mine->blind, mine->version,
                                QStringLiteral("alike"), 0};
        const QString note = Text::tr("Near duplicate of item %1: follows decision %2.")
                                 .arg(content.value)
                                 .arg(mine->decision.value);
        if (const auto written = write(connection, draft, note, now); !written.ok()) {
            return written.error();
        }
        answered.push_back(member.content);
    }
    return answered;
}

} // namespace

QFuture<Result<TopicAnswer>> Annotate::answer(AnswerDraft draft) {
    return library_.write([draft = std::move(draft), now = clock_.now()](Connection& connection) {
        return write(connection, draft, {}, now);
    });
}

QFuture<Result<ContentId>> Annotate::undo(const QString& person) {
    return library_.write([person, now = clock_.now()](Connection& connection) -> Result<ContentId> {
        const auto last = storage::TopicAnswerRepository(connection).lastOf(person);
        if (!last.ok()) {
            return last.error();
        }
        if (!*last) {
            return Error::notFound(Text::tr("There is no answer of yours to take back."));
        }
        const auto decision = storage::DecisionRepository(connection).find((*last)->decision);
        if (!decision.ok()) {
            return decision.error();
        }
        const auto undone = writeUndo(connection, *decision, person, now);
        return undone.ok() ? Result<ContentId>(undone->content) : Result<ContentId>(undone.error());
    });
}

Result<std::vector<ContentId>> Annotate::answerAlike(ContentId content, const QString& person) {
    return library_.writeAndWait(
        [&](Connection& connection) { return answerGroup(connection, content, person, clock_.now()); });
}

Result<AnnotationView> Annotate::view(ContentId content, const QString& person) const {
    storage::TopicAnswerRepository repository(library_.reader());
    auto answers = repository.of(content);
    const auto history = repository.history(content);
    const auto gold = repository.gold(content);
    if (!answers.ok() || !history.ok() || !gold.ok()) {
        return !answers.ok() ? answers.error() : !history.ok() ? history.error() : gold.error();
    }
    AnnotationView view;
    view.mine = answerOf(*answers, person);
    view.answers = std::move(*answers);
    view.history = qint64(history->size());
    if (*gold) {
        view.gold = (*gold)->topics;
    }
    return view;
}

Status Annotate::setGold(ContentId content, const QStringList& topics, const QString& person) {
    return library_.writeAndWait([&](Connection& connection) -> Status {
        if (const auto item = storage::ContentRepository(connection).find(content); !item.ok()) {
            return item.error();
        }
        if (const Status checked = check(connection, topics, {}); !checked.ok()) {
            return checked;
        }
        return storage::TopicAnswerRepository(connection).setGold({content, person, clock_.now(), topics});
    });
}

Status Annotate::removeGold(ContentId content) {
    const auto removed = library_.writeAndWait([&](Connection& connection) {
        return storage::TopicAnswerRepository(connection).removeGold(content);
    });
    if (!removed.ok()) {
        return removed.error();
    }
    return *removed ? Status() : Status(Error::notFound(Text::tr("This item is not gold.")));
}

} // namespace moderato::usecases
