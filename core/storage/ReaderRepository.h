#pragma once

#include "core/base/Result.h"
#include "core/domain/ReaderSession.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace moderato::storage {

class Connection;

/// Consenting readers' sessions and the expression sets. Decisions hold nothing of it, so that a reader can
/// be forgotten.
class ReaderRepository {
public:
    explicit ReaderRepository(Connection& connection)
        : connection_(connection) {}

    Result<domain::ReaderSessionId> add(const domain::ReaderSession& session);
    /// By id; what an aggregate is made of (S4.5).
    Result<std::vector<domain::ReaderSession>> sessions(domain::ContentId content);
    /// Of one reader on one item, by id.
    Result<std::vector<domain::ReaderSession>> sessions(domain::ContentId content, const QString& reader);
    /// All sessions without their features, by item and id.
    Status eachResult(const std::function<void(const domain::ReaderSession&)>& take);
    Result<std::vector<domain::ContentId>> itemsWithReaders();
    /// What a reader looked at.
    Result<std::vector<domain::ContentId>> itemsOf(const QString& reader);

    /// Everybody who has decided, annotated, or changed topics or expression sets here.
    Result<QStringList> peopleAtWork();
    /// Items that may be recommended and that this reader has not looked at, the newest first.
    Result<std::vector<domain::ContentId>> unseenBy(const QString& reader, int limit);

    /// What sessions showed, by the category that a person confirmed or gave their item.
    struct Shown {
        QString category;
        qint64 sessions = 0;
        QMap<QString, qint64> features; ///< Feature → sessions that showed it,
        QMap<QString, qint64> untold;   ///< and whose source could not tell it.
    };
    Result<std::vector<Shown>> shownOnConfirmed();

    Status addTrack(domain::ReaderSessionId session, const std::vector<domain::ExpressionStretch>& track);
    /// Over all of an item's sessions, by feature.
    Result<std::vector<domain::ExpressionCurve>> curves(domain::ContentId content);
    /// Deletes all of a reader's sessions, for good. → how many
    Result<qint64> forget(const QString& reader);

    Status saveSet(const domain::ExpressionSet& set);
    Result<std::optional<domain::ExpressionSet>> set(const QString& category);
    Result<std::vector<domain::ExpressionSet>> sets();
    Status addChange(const domain::ExpressionSetChange& change);
    /// The newest first; of one category, or (empty) of all.
    Result<std::vector<domain::ExpressionSetChange>> changes(const QString& category);

    /// Replaces what the sequential rule found of every item.
    Status
    saveEvidence(const std::vector<std::pair<domain::ContentId, domain::ExpressionEvidence>>& evidence);
    Result<std::optional<domain::ExpressionEvidence>> evidence(domain::ContentId content);

private:
    Connection& connection_;
};

} // namespace moderato::storage
