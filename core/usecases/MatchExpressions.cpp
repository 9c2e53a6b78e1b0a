#include "core/usecases/MatchExpressions.h"

#include "core/domain/Flag.h"
#include "core/interchange/MatchResults.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/Library.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/usecases/CategorySpellings.h"
#include "core/usecases/ReviewPriority.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace moderato::usecases {

using domain::ContentId;
using domain::ReaderSession;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MatchExpressions)
};

const QString flagRule = QStringLiteral("expressions");

/// The category that an item counts as belonging to: decided, given, or predicted by the version in service.
Result<QString> categoryOf(Connection& connection, ContentId id) {
    const auto decision = storage::DecisionRepository(connection).effective(id);
    if (!decision.ok()) {
        return decision.error();
    }
    if (*decision && !(*decision)->category.isEmpty()) {
        return (*decision)->category;
    }
    const auto content = storage::ContentRepository(connection).find(id);
    if (!content.ok()) {
        return content.error();
    }
    if (!content->givenCategory.isEmpty()) {
        return content->givenCategory;
    }
    const auto prediction = storage::PredictionRepository(connection).categoryInService(id);
    if (!prediction.ok()) {
        return prediction.error();
    }
    if (!*prediction || (*prediction)->scores.empty()) {
        return QString();
    }
    const auto category =
        storage::CategoryRepository(connection).find((*prediction)->scores.front().category);
    return category.ok() ? Result(category->code) : Result<QString>(category.error());
}

bool isSame(const ReaderSession& known, const ReaderSession& session, bool hasTime) {
    return known.reader == session.reader && known.category == session.category &&
           known.features == session.features && (!hasTime || known.startedAt == session.startedAt);
}

/// Stores a session unless it is there already. → whether it is new; InvalidInput says why it cannot be used
Result<bool> store(Connection& connection, const interchange::MatchResult& result,
                   const CategorySpellings& spellings, Timestamp now, ContentId& content) {
    const auto id = storage::ContentRepository(connection).resolve(result.item);
    if (!id.ok()) {
        return id.error();
    }
    content = *id;
    ReaderSession session;
    session.content = *id;
    session.reader = result.reader;
    session.features = result.features;
    session.startedAt = result.startedAt.value_or(now);
    if (result.category.isEmpty()) {
        const auto category = categoryOf(connection, *id);
        if (!category.ok()) {
            return category.error();
        }
        session.category = *category;
    } else {
        session.category = spellings.codeOf(result.category);
    }
    storage::ReaderRepository readers(connection);
    const auto set = readers.set(session.category);
    if (!set.ok()) {
        return set.error();
    }
    if (!*set) {
        return Error::invalid(
            session.category.isEmpty()
                ? Text::tr("The item %1 has no category, so there is nothing to match with.").arg(result.item)
                : Text::tr("The category “%1” has no expression set, so there is nothing to match with.")
                      .arg(session.category));
    }
    session.matchResult = matchResult(session.features, **set);
    const auto known = readers.sessions(*id);
    if (!known.ok()) {
        return known.error();
    }
    const bool isKnown = std::any_of(known->begin(), known->end(), [&](const ReaderSession& other) {
        return isSame(other, session, result.startedAt.has_value());
    });
    if (isKnown) {
        return false;
    }
    const auto added = readers.add(session);
    return added.ok() ? Result(true) : Result<bool>(added.error());
}

/// Only sessions after the last verdict count (S4.6), and only those matched with the category the item has
/// now.
Result<std::vector<ReaderSession>> sessionsThatCount(Connection& connection, ContentId id,
                                                     const QString& category) {
    auto sessions = storage::ReaderRepository(connection).sessions(id);
    const auto verdict = storage::DecisionRepository(connection).effective(id);
    if (!sessions.ok() || !verdict.ok()) {
        return sessions.ok() ? verdict.error() : sessions.error();
    }
    using Kind = domain::Decision::Kind;
    const bool isVerdict =
        *verdict && ((*verdict)->kind == Kind::Confirm || (*verdict)->kind == Kind::Correct ||
                     (*verdict)->kind == Kind::Disallow);
    std::erase_if(*sessions, [&](const ReaderSession& session) {
        return session.category != category || (isVerdict && session.startedAt <= (*verdict)->at);
    });
    return sessions;
}

Status suspend(Connection& connection, ContentId id, const domain::ExpressionAggregate& found,
               Timestamp now) {
    const double share = double(found.below) / found.readers;
    domain::Flag flag;
    flag.content = id;
    flag.rule = flagRule;
    flag.detail = Text::tr("expressions: %1 of %2 readers did not look as the category should make them")
                      .arg(found.below)
                      .arg(found.readers);
    flag.score = share;
    flag.raisedAt = now;
    if (const auto raised = storage::FlagRepository(connection).raise(flag); !raised.ok()) {
        return raised.error();
    }
    if (const Status set =
            storage::ContentRepository(connection).setState(id, domain::RecommendationState::Suspended);
        !set.ok()) {
        return set;
    }
    storage::ReviewQueueRepository::Candidate candidate;
    candidate.content = id;
    candidate.openFlags = 1;
    candidate.flagScore = share;
    return storage::ReviewQueueRepository(connection).put(placeInQueue(candidate));
}

/// → whether the item is flagged now
Result<bool> judge(Connection& connection, ContentId id, const ExpressionRules& rules, Timestamp now) {
    const auto content = storage::ContentRepository(connection).find(id);
    const auto category = categoryOf(connection, id);
    if (!content.ok() || !category.ok()) {
        return content.ok() ? category.error() : content.error();
    }
    if (content->state == domain::RecommendationState::Dropped) {
        return false;
    }
    const auto set = storage::ReaderRepository(connection).set(*category);
    const auto sessions = sessionsThatCount(connection, id, *category);
    if (!set.ok() || !sessions.ok()) {
        return set.ok() ? sessions.error() : set.error();
    }
    const auto found = aggregate(*sessions, set->value_or(domain::ExpressionSet{}), rules.threshold);
    if (!speaksAgainst(found, rules)) {
        return false;
    }
    const Status suspended = suspend(connection, id, found, now);
    return suspended.ok() ? Result(true) : Result<bool>(suspended.error());
}

} // namespace

Result<MatchExpressions::Report> MatchExpressions::importFile(const QString& path, const JobContext& context,
                                                              const ExpressionRules& rules) {
    const auto spellings = CategorySpellings::read(library_.reader());
    if (!spellings.ok()) {
        return spellings.error();
    }
    Report report;
    Status failure;
    qint64 line = 0;
    QSet<ContentId> touched;
    const auto read = interchange::readMatchResults(
        path,
        [&](interchange::MatchResultItem item) {
            context.report(++line, 0, Text::tr("Importing match results"));
            if (const auto* problem = std::get_if<interchange::ReadProblem>(&item)) {
                report.problems.push_back({problem->file, problem->line, problem->reason});
                line = problem->line;
                return true;
            }
            ContentId content;
            const auto stored = library_.writeAndWait(
                [&](Connection& connection) {
                    return store(connection, std::get<interchange::MatchResult>(item), *spellings,
                                 clock_.now(), content);
                },
                storage::Durability::Normal);
            if (stored.ok()) {
                report.imported += qint64(*stored);
                touched.insert(content);
            } else if (stored.error().kind == Error::Kind::NotFound ||
                       stored.error().kind == Error::Kind::InvalidInput) {
                report.problems.push_back({path, line, stored.error().message});
            } else {
                failure = stored.error();
            }
            return failure.ok();
        },
        context);
    if (!failure.ok() || !read.ok()) {
        return failure.ok() ? read.error() : failure.error();
    }
    const auto flagged = library_.writeAndWait([&](Connection& connection) -> Result<qint64> {
        qint64 count = 0;
        for (const ContentId id : std::as_const(touched)) {
            const auto judged = judge(connection, id, rules, clock_.now());
            if (!judged.ok()) {
                return judged.error();
            }
            count += qint64(*judged);
        }
        return count;
    });
    if (!flagged.ok()) {
        return flagged.error();
    }
    report.flagged = *flagged;
    return report;
}

Result<qint64> MatchExpressions::forgetReader(const QString& reader) {
    return library_.writeAndWait(
        [&](Connection& connection) { return storage::ReaderRepository(connection).forget(reader); });
}

} // namespace moderato::usecases
