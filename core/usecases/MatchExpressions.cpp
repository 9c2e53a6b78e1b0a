#include "core/usecases/MatchExpressions.h"

#include "core/interchange/MatchResults.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/CategorySpellings.h"

#include <QCoreApplication>
#include <QHash>
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

constexpr std::size_t blockSize = 1000; ///< Lines that are stored at once.

bool isSame(const ReaderSession& known, const ReaderSession& session, bool hasTime) {
    return known.reader == session.reader && known.category == session.category &&
           known.features == session.features && (!hasTime || known.startedAt == session.startedAt);
}

/// Stores lines; what many of them need is read once.
class Storing {
public:
    Storing(Connection& connection, const CategorySpellings& spellings, Timestamp now)
        : connection_(connection)
        , spellings_(spellings)
        , now_(now) {}

    /// Stores a session unless it is there already. → whether it is new; InvalidInput and NotFound say why it
    /// cannot be used
    Result<bool> store(const interchange::MatchResult& result);
    const QSet<ContentId>& touched() const { return touched_; }

private:
    Result<ContentId> contentOf(const QString& item);
    Result<QString> categoryFor(const interchange::MatchResult& result, ContentId id);
    Result<std::optional<domain::ExpressionSet>> setOf(const QString& category);

    Connection& connection_;
    const CategorySpellings& spellings_;
    Timestamp now_;
    QHash<QString, ContentId> contents_;
    QHash<ContentId, QString> categories_;
    QHash<QString, std::optional<domain::ExpressionSet>> sets_;
    QSet<ContentId> touched_;
};

Result<ContentId> Storing::contentOf(const QString& item) {
    if (const auto known = contents_.constFind(item); known != contents_.constEnd()) {
        return *known;
    }
    const auto id = storage::ContentRepository(connection_).resolve(item);
    if (id.ok()) {
        contents_[item] = *id;
    }
    return id;
}

Result<QString> Storing::categoryFor(const interchange::MatchResult& result, ContentId id) {
    if (!result.category.isEmpty()) {
        return spellings_.codeOf(result.category);
    }
    if (const auto known = categories_.constFind(id); known != categories_.constEnd()) {
        return *known;
    }
    const auto category = categoryThatHolds(connection_, id);
    if (category.ok()) {
        categories_[id] = *category;
    }
    return category;
}

Result<std::optional<domain::ExpressionSet>> Storing::setOf(const QString& category) {
    if (const auto known = sets_.constFind(category); known != sets_.constEnd()) {
        return *known;
    }
    const auto set = storage::ReaderRepository(connection_).set(category);
    if (set.ok()) {
        sets_[category] = *set;
    }
    return set;
}

Result<bool> Storing::store(const interchange::MatchResult& result) {
    const auto id = contentOf(result.item);
    if (!id.ok()) {
        return id.error();
    }
    const auto category = categoryFor(result, *id);
    if (!category.ok()) {
        return category.error();
    }
    const auto set = setOf(*category);
    if (!set.ok()) {
        return set.error();
    }
    if (!*set) {
        return Error::invalid(
            category->isEmpty()
                ? Text::tr("The item %1 has no category, so there is nothing to match with.").arg(result.item)
                : Text::tr("The category “%1” has no expression set, so there is nothing to match with.")
                      .arg(*category));
    }
    ReaderSession session;
    session.content = *id;
    session.reader = result.reader;
    session.category = *category;
    session.features = result.features;
    session.startedAt = result.startedAt.value_or(now_);
    session.matchResult = matchResult(session.features, **set);
    storage::ReaderRepository readers(connection_);
    const auto known = readers.sessions(*id, result.reader);
    if (!known.ok()) {
        return known.error();
    }
    const bool isKnown = std::any_of(known->begin(), known->end(), [&](const ReaderSession& other) {
        return isSame(other, session, result.startedAt.has_value());
    });
    if (isKnown) {
        return false;
    }
    touched_.insert(*id);
    const auto added = readers.add(session);
    return added.ok() ? Result(true) : Result<bool>(added.error());
}

struct Line {
    qint64 number = 0;
    interchange::MatchResult result;
};

bool isOfTheLine(const Error& error) {
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::InvalidInput;
}

} // namespace

Result<MatchExpressions::Report> MatchExpressions::importFile(const QString& path, const JobContext& context,
                                                              const ExpressionRules& rules,
                                                              ExpressionRule rule) {
    const auto spellings = CategorySpellings::read(library_.reader());
    if (!spellings.ok()) {
        return spellings.error();
    }
    Report report;
    Status failure;
    qint64 line = 0;
    QSet<ContentId> touched;
    std::vector<Line> block;
    const auto storeBlock = [&] {
        const auto stored = library_.writeAndWait(
            [&](Connection& connection) -> Status {
                Storing storing(connection, *spellings, clock_.now());
                for (const Line& one : block) {
                    const auto added = storing.store(one.result);
                    if (added.ok()) {
                        report.imported += qint64(*added);
                    } else if (isOfTheLine(added.error())) {
                        report.problems.push_back({path, one.number, added.error().message});
                    } else {
                        return added.error();
                    }
                }
                touched.unite(storing.touched());
                return {};
            },
            storage::Durability::Normal);
        block.clear();
        failure = stored;
    };
    const auto read = interchange::readMatchResults(
        path,
        [&](interchange::MatchResultItem item) {
            context.report(++line, 0, Text::tr("Importing match results"));
            if (const auto* problem = std::get_if<interchange::ReadProblem>(&item)) {
                report.problems.push_back({problem->file, problem->line, problem->reason});
                line = problem->line;
                return true;
            }
            block.push_back({line, std::get<interchange::MatchResult>(std::move(item))});
            if (block.size() == blockSize) {
                storeBlock();
            }
            return failure.ok();
        },
        context);
    if (failure.ok() && !block.empty()) {
        storeBlock();
    }
    if (!failure.ok() || !read.ok()) {
        return failure.ok() ? read.error() : failure.error();
    }
    const auto flagged = library_.writeAndWait([&](Connection& connection) -> Result<qint64> {
        ExpressionFlags flags(connection, clock_.now(), rules);
        const bool bySequence = rule == ExpressionRule::Sequential;
        const auto weighed = flags.weigh(bySequence, context);
        if (!weighed.ok() || bySequence) {
            return weighed;
        }
        qint64 count = 0;
        for (const ContentId id : std::as_const(touched)) {
            const auto judged = flags.judge(id);
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
    std::stable_sort(report.problems.begin(), report.problems.end(),
                     [](const IngestProblem& a, const IngestProblem& b) { return a.line < b.line; });
    report.flagged = *flagged;
    return report;
}

Result<MatchExpressions::Flagging> MatchExpressions::flag(ExpressionRule rule, const JobContext& context,
                                                          const ExpressionRules& rules) {
    return library_.writeAndWait([&](Connection& connection) -> Result<Flagging> {
        ExpressionFlags flags(connection, clock_.now(), rules);
        const auto weighed = flags.weigh(rule == ExpressionRule::Sequential, context);
        if (!weighed.ok()) {
            return weighed.error();
        }
        Flagging done{.flagged = *weighed, .reliability = flags.reliability()};
        const auto items = storage::ReaderRepository(connection).itemsWithReaders();
        if (!items.ok()) {
            return items.error();
        }
        done.items = qint64(items->size());
        if (rule == ExpressionRule::Sequential) {
            return done;
        }
        done.flagged = 0;
        qint64 looked = 0;
        for (const ContentId id : *items) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            const auto judged = flags.judge(id);
            if (!judged.ok()) {
                return judged.error();
            }
            done.flagged += qint64(*judged);
            context.report(++looked, done.items, Text::tr("Judging items by their readers"));
        }
        return done;
    });
}

Result<std::vector<MatchExpressions::Judged>> MatchExpressions::judged(std::optional<ContentId> item,
                                                                       const ExpressionRules& rules) const {
    Connection& connection = library_.reader();
    const auto items =
        item ? Result(std::vector{*item}) : storage::ReaderRepository(connection).itemsWithReaders();
    if (!items.ok()) {
        return items.error();
    }
    std::vector<Judged> all;
    for (const ContentId id : *items) {
        const auto content = storage::ContentRepository(connection).find(id);
        if (!content.ok()) {
            return content.error();
        }
        auto expressions = itemExpressions(connection, id, rules);
        if (!expressions.ok()) {
            return expressions.error();
        }
        if (item || expressions->aggregate.readers > 0) {
            all.push_back({id, content->title, std::move(*expressions)});
        }
    }
    return all;
}

Result<qint64> MatchExpressions::forgetReader(const QString& reader, const ExpressionRules& rules) {
    return library_.writeAndWait([&](Connection& connection) -> Result<qint64> {
        storage::ReaderRepository readers(connection);
        const auto items = readers.itemsOf(reader);
        if (!items.ok()) {
            return items.error();
        }
        const auto deleted = readers.forget(reader);
        if (!deleted.ok()) {
            return deleted;
        }
        ExpressionFlags flags(connection, clock_.now(), rules);
        for (const ContentId id : *items) {
            if (const Status done = flags.reconsider(id); !done.ok()) {
                return done.error();
            }
        }
        const Status done = flags.reconsiderSequential();
        return done.ok() ? deleted : Result<qint64>(done.error());
    });
}

} // namespace moderato::usecases
