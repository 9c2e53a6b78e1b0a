#include "core/usecases/ItemExpressions.h"

#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/DecisionEffects.h"

namespace moderato::usecases {

using domain::ContentId;
using domain::ReaderSession;
using storage::Connection;

Result<QString> categoryThatHolds(Connection& connection, ContentId id) {
    const auto verdict = verdictOn(connection, id);
    if (!verdict.ok()) {
        return verdict.error();
    }
    if (*verdict && !(*verdict)->category.isEmpty()) {
        return (*verdict)->category;
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

std::vector<ReaderSession> sessionsThatCount(std::vector<ReaderSession> sessions, const QString& category,
                                             const std::optional<domain::Decision>& verdict) {
    std::erase_if(sessions, [&](const ReaderSession& session) {
        return session.category != category || (verdict && session.startedAt <= verdict->at);
    });
    return sessions;
}

Result<ItemExpressions> itemExpressions(Connection& connection, ContentId id, const ExpressionRules& rules) {
    ItemExpressions found;
    storage::ReaderRepository readers(connection);
    auto category = categoryThatHolds(connection, id);
    if (!category.ok()) {
        return category.error();
    }
    found.category = *category;
    auto set = readers.set(found.category);
    if (!set.ok()) {
        return set.error();
    }
    found.set = std::move(*set);
    auto sessions = readers.sessions(id);
    if (!sessions.ok() || sessions->empty()) {
        return sessions.ok() ? Result(std::move(found)) : Result<ItemExpressions>(sessions.error());
    }
    const auto verdict = verdictOn(connection, id);
    if (!verdict.ok()) {
        return verdict.error();
    }
    found.aggregate = aggregate(sessionsThatCount(std::move(*sessions), found.category, *verdict),
                                found.set.value_or(domain::ExpressionSet{}), rules.threshold);
    found.byDocument = findingOf(found.aggregate, rules);
    auto evidence = readers.evidence(id);
    if (!evidence.ok()) {
        return evidence.error();
    }
    const bool isOfThese = *evidence && (*evidence)->category == found.category &&
                           (*evidence)->readers == found.aggregate.readers;
    found.evidence = isOfThese ? std::move(*evidence) : std::nullopt;
    auto curves = readers.curves(id);
    if (!curves.ok()) {
        return curves.error();
    }
    found.curves = std::move(*curves);
    return found;
}

} // namespace moderato::usecases
