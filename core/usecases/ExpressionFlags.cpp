#include "core/usecases/ExpressionFlags.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/DecisionEffects.h"
#include "core/usecases/ItemExpressions.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

using domain::ContentId;
using domain::ExpressionEvidence;
using domain::ExpressionFinding;
using domain::ReaderSession;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionFlags)
};

/// What a person said of a session's category, if it was before the verdict: true does not belong.
std::optional<bool> saidOf(const ReaderSession& session, const domain::Decision& verdict) {
    if (verdict.kind == domain::Decision::Kind::Disallow) {
        return {};
    }
    return session.category != verdict.category;
}

/// The library's results as the sequential rule takes them. An item whose sessions lie on both sides of a
/// verdict is two.
struct Weighed {
    std::vector<ReaderResult> results;
    std::vector<std::optional<bool>> verdicts;
    std::vector<std::pair<ContentId, QString>>
        items; ///< As long as `verdicts`; which it is, and its category.
    QHash<QString, std::size_t> readers;

    void add(const ReaderSession& session, std::size_t item, int threshold) {
        const auto known = readers.constFind(session.reader);
        const std::size_t reader = known != readers.constEnd() ? *known : std::size_t(readers.size());
        readers[session.reader] = reader;
        results.push_back({item, reader, session.matchResult < threshold});
    }
    std::size_t addItem(ContentId id, const QString& category, std::optional<bool> verdict) {
        items.emplace_back(id, category);
        verdicts.push_back(verdict);
        return items.size() - 1;
    }
};

Status addItem(Connection& connection, ContentId id, const std::vector<ReaderSession>& sessions,
               int threshold, Weighed& weighed) {
    const auto category = categoryThatHolds(connection, id);
    const auto verdict = verdictOn(connection, id);
    if (!category.ok() || !verdict.ok()) {
        return category.ok() ? verdict.error() : category.error();
    }
    const auto counting = sessionsThatCount(sessions, *category, *verdict);
    if (!counting.empty()) {
        const std::size_t item = weighed.addItem(id, *category, {});
        for (const ReaderSession& session : counting) {
            weighed.add(session, item, threshold);
        }
    }
    QHash<QString, std::size_t> judged; // By the category that the sessions were matched with.
    for (const ReaderSession& session : sessions) {
        if (!*verdict || session.startedAt > (*verdict)->at) {
            continue;
        }
        if (const auto said = saidOf(session, **verdict)) {
            if (!judged.contains(session.category)) {
                judged[session.category] = weighed.addItem(id, session.category, said);
            }
            weighed.add(session, judged[session.category], threshold);
        }
    }
    return {};
}

} // namespace

QString toCode(ExpressionRule rule) {
    return rule == ExpressionRule::Document ? QStringLiteral("document") : QStringLiteral("sequential");
}

std::optional<ExpressionRule> expressionRuleFromCode(QStringView code) {
    for (const ExpressionRule rule : {ExpressionRule::Document, ExpressionRule::Sequential}) {
        if (code == toCode(rule)) {
            return rule;
        }
    }
    return {};
}

QString flagRuleOf(ExpressionRule rule) {
    return rule == ExpressionRule::Document ? QStringLiteral("expressions")
                                            : QStringLiteral("expressions_sequential");
}

bool isExpressionFlag(const domain::Flag& flag) {
    return flag.rule == flagRuleOf(ExpressionRule::Document) ||
           flag.rule == flagRuleOf(ExpressionRule::Sequential);
}

/// Of the sessions that a closed flag was raised on, those that are left.
Result<std::vector<ReaderSession>> ExpressionFlags::sessionsBehind(const domain::Flag& flag) {
    auto sessions = storage::ReaderRepository(connection_).sessions(flag.content);
    if (!sessions.ok()) {
        return sessions.error();
    }
    const auto history = storage::DecisionRepository(connection_).history(flag.content);
    if (!history.ok()) {
        return history.error();
    }
    const auto before = std::find_if(history->begin(), history->end(), [&](const domain::Decision& decision) {
        return domain::isVerdict(decision.kind) && decision.at < flag.raisedAt &&
               decision.id != flag.closedBy;
    });
    std::erase_if(*sessions, [&](const ReaderSession& session) {
        return session.startedAt > flag.raisedAt ||
               (before != history->end() && session.startedAt <= before->at);
    });
    const QString category = sessions->empty() ? QString() : sessions->back().category;
    std::erase_if(*sessions, [&](const ReaderSession& session) { return session.category != category; });
    return sessions;
}

domain::Flag ExpressionFlags::flagOf(ContentId id, const domain::ExpressionAggregate& found) const {
    domain::Flag flag;
    flag.content = id;
    flag.rule = flagRuleOf(ExpressionRule::Document);
    flag.detail = Text::tr("expressions: %1 of %2 readers did not look as the category should make them")
                      .arg(found.below)
                      .arg(found.readers);
    flag.score = found.readers > 0 ? double(found.below) / found.readers : 0;
    flag.raisedAt = now_;
    return flag;
}

domain::Flag ExpressionFlags::flagOf(ContentId id, const ExpressionEvidence& found) const {
    constexpr double most = 12; // Beyond it the number says nothing to people.
    const double odds = std::exp(std::min(found.logRatio, most));
    domain::Flag flag;
    flag.content = id;
    flag.rule = flagRuleOf(ExpressionRule::Sequential);
    flag.detail =
        Text::tr("expressions: what %1 readers showed is %2 times as likely if it does not belong to "
                 "its category")
            .arg(found.readers)
            .arg(odds, 0, 'f', 0);
    flag.score = odds / (1 + odds);
    flag.raisedAt = now_;
    return flag;
}

Status ExpressionFlags::raise(const domain::Flag& flag) {
    if (const auto raised = storage::FlagRepository(connection_).raise(flag); !raised.ok()) {
        return raised.error();
    }
    if (Status set = storage::ContentRepository(connection_)
                         .setState(flag.content, domain::RecommendationState::Suspended);
        !set.ok()) {
        return set;
    }
    return placeByFlags(connection_, flag.content);
}

Status ExpressionFlags::withdraw(const domain::Flag& flag) {
    if (Status removed = storage::FlagRepository(connection_).remove(flag.id); !removed.ok()) {
        return removed;
    }
    if (Status refreshed = refreshItem(connection_, flag.content); !refreshed.ok()) {
        return refreshed;
    }
    return placeByFlags(connection_, flag.content);
}

Result<bool> ExpressionFlags::judge(ContentId id) {
    const auto content = storage::ContentRepository(connection_).find(id);
    if (!content.ok()) {
        return content.error();
    }
    const auto judged = itemExpressions(connection_, id, rules_);
    if (!judged.ok()) {
        return judged.error();
    }
    if (content->state == domain::RecommendationState::Dropped ||
        judged->byDocument != ExpressionFinding::DoesNotBelong) {
        return false;
    }
    const Status raised = raise(flagOf(id, judged->aggregate));
    return raised.ok() ? Result(true) : Result<bool>(raised.error());
}

Result<qint64> ExpressionFlags::weigh(bool raiseFlags, const JobContext& context) {
    Weighed weighed;
    ContentId current;
    std::vector<ReaderSession> sessions;
    Status status;
    qint64 looked = 0;
    const auto finish = [&] {
        if (status.ok() && current.isValid()) {
            status = addItem(connection_, current, sessions, rules_.threshold, weighed);
        }
        sessions.clear();
        context.report(++looked, 0, Text::tr("Weighing what readers showed"));
    };
    const Status read = storage::ReaderRepository(connection_).eachResult([&](const ReaderSession& session) {
        if (session.content != current) {
            finish();
            current = session.content;
        }
        sessions.push_back(session);
    });
    finish();
    if (!read.ok() || !status.ok()) {
        return read.ok() ? status.error() : read.error();
    }
    if (context.isCancelled()) {
        return Error::cancelled();
    }
    reliability_ = estimateReliability(weighed.results, weighed.verdicts, std::size_t(weighed.readers.size()),
                                       rules_.evidence);
    const auto found = weighEvidence(weighed.results, weighed.verdicts, reliability_, rules_.evidence);
    std::vector<std::pair<ContentId, ExpressionEvidence>> stored;
    qint64 against = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (weighed.verdicts[i]) {
            continue;
        }
        ExpressionEvidence evidence = found[i];
        evidence.category = weighed.items[i].second;
        const bool isAgainst = evidence.finding == ExpressionFinding::DoesNotBelong;
        stored.emplace_back(weighed.items[i].first, evidence);
        if (!isAgainst) {
            continue;
        }
        const auto content = storage::ContentRepository(connection_).find(weighed.items[i].first);
        if (!content.ok()) {
            return content.error();
        }
        if (content->state == domain::RecommendationState::Dropped) {
            continue;
        }
        ++against;
        if (raiseFlags) {
            if (const Status raised = raise(flagOf(content->id, evidence)); !raised.ok()) {
                return raised.error();
            }
        }
    }
    const Status saved = storage::ReaderRepository(connection_).saveEvidence(stored);
    return saved.ok() ? Result(against) : Result<qint64>(saved.error());
}

Status ExpressionFlags::reconsider(ContentId id) {
    const auto flags = storage::FlagRepository(connection_).of(id);
    if (!flags.ok()) {
        return flags.error();
    }
    const auto judged = itemExpressions(connection_, id, rules_);
    if (!judged.ok()) {
        return judged.error();
    }
    for (const domain::Flag& flag : *flags) {
        if (flag.rule != flagRuleOf(ExpressionRule::Document)) {
            continue;
        }
        const bool isOpen = !flag.closedBy.isValid();
        if (isOpen && judged->byDocument != ExpressionFinding::DoesNotBelong) {
            if (Status withdrawn = withdraw(flag); !withdrawn.ok()) {
                return withdrawn;
            }
            continue;
        }
        domain::ExpressionAggregate found = judged->aggregate;
        if (!isOpen) {
            const auto behind = sessionsBehind(flag);
            if (!behind.ok()) {
                return behind.error();
            }
            found = aggregate(*behind, domain::ExpressionSet{}, rules_.threshold);
        }
        if (Status rewritten = rewrite(flag, flagOf(id, found)); !rewritten.ok()) {
            return rewritten;
        }
    }
    return placeByFlags(connection_, id);
}

/// The same flag with other figures.
Status ExpressionFlags::rewrite(domain::Flag flag, const domain::Flag& figures) {
    flag.detail = figures.detail;
    flag.score = figures.score;
    return storage::FlagRepository(connection_).rewrite(flag);
}

Status ExpressionFlags::reconsiderSequential() {
    if (const auto weighed = weigh(false); !weighed.ok()) {
        return weighed.error();
    }
    const auto flags = storage::FlagRepository(connection_).ofRule(flagRuleOf(ExpressionRule::Sequential));
    if (!flags.ok()) {
        return flags.error();
    }
    for (const domain::Flag& flag : *flags) {
        const auto found = storage::ReaderRepository(connection_).evidence(flag.content);
        if (!found.ok()) {
            return found.error();
        }
        const bool holds = *found && (*found)->finding == ExpressionFinding::DoesNotBelong;
        if (!flag.closedBy.isValid() && !holds) {
            if (Status withdrawn = withdraw(flag); !withdrawn.ok()) {
                return withdrawn;
            }
            continue;
        }
        // A closed one's figures had the reader in them; its verdict is what holds.
        domain::Flag figures;
        if (flag.closedBy.isValid()) {
            figures.detail = Text::tr("expressions: the sequential rule");
        } else {
            figures = flagOf(flag.content, **found);
        }
        if (Status rewritten = rewrite(flag, figures); !rewritten.ok()) {
            return rewritten;
        }
        if (Status placed = placeByFlags(connection_, flag.content); !placed.ok()) {
            return placed;
        }
    }
    return {};
}

} // namespace moderato::usecases
