#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// Content as it was imported: its texts, media, given topics and consumption figures, and the full-text
/// index over it. Lists are in ContentList.
class ContentRepository {
public:
    explicit ContentRepository(Connection& connection)
        : connection_(connection) {}

    struct Inserted {
        domain::ContentId id;
        bool isNew = true; ///< False: the same fingerprint was there already; nothing has changed.
    };
    /// Computes the fingerprint where it is empty. `id` is ignored. Given topics that are new are created.
    Result<Inserted> insert(const domain::Content& content);

    /// NotFound where it is not there.
    Result<domain::Content> find(domain::ContentId id);
    /// The kind alone, without reading the texts.
    Result<domain::ContentKind> kind(domain::ContentId id);
    /// In the order asked for; those that are not there are left out.
    Result<std::vector<domain::Content>> findAll(const std::vector<domain::ContentId>& ids);
    Result<std::optional<domain::ContentId>> idByExternalId(const QString& externalId);
    Result<std::optional<domain::ContentId>> idByFingerprint(const QByteArray& fingerprint);
    /// The item that a person means on a command line: by number, external id or fingerprint (prefix of at
    /// least 8 digits). NotFound says so.
    Result<domain::ContentId> resolve(const QString& spelling);

    /// Ids above `after`, rising; for passing through everything in batches.
    Result<std::vector<domain::ContentId>> idsAfter(domain::ContentId after, int limit);
    Result<qint64> count();

    Status setState(domain::ContentId id, domain::RecommendationState state);
    Status setMediaProblem(domain::ContentId id, const QString& problem);
    /// Replaces the figures of the same window.
    Status setConsumption(domain::ContentId id, const domain::ConsumptionFigures& figures);

    /// The topics that a person's decision gave an item; an empty list clears them (undo). Keeps the topics'
    /// use counts and the index.
    Status setDecidedTopics(domain::ContentId id, const QStringList& topics, domain::DecisionId decision,
                            Timestamp at);
    Result<QStringList> decidedTopics(domain::ContentId id);

    /// Brings the index up to date with the names that the items' topics have now.
    Status refreshIndex(const std::vector<domain::ContentId>& ids);
    /// Builds the full-text index anew.
    Status rebuildSearch(const JobContext& context);

private:
    Status insertParts(domain::ContentId id, const domain::Content& content);
    Status readParts(domain::Content& content);
    Status index(domain::ContentId id, const domain::Content& content, const QString& topicWords);
    Status removeFromIndex(const domain::Content& content);

    Connection& connection_;
};

} // namespace moderato::storage
