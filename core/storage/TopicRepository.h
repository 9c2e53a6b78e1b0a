#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/Topic.h"

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;
class Query;

/// What makes two spellings the same topic: "#" and outer spaces dropped, NFKC, case folded, inner spaces
/// single.
QString topicKey(const QString& name);

class TopicRepository {
public:
    explicit TopicRepository(Connection& connection)
        : connection_(connection) {}

    /// By name or synonym; created where there is none. InvalidInput for an empty name.
    Result<domain::TopicId> findOrCreate(const QString& name, Timestamp now);
    Result<std::optional<domain::Topic>> byName(const QString& nameOrSynonym);
    /// One that was merged: the topic that took its place.
    Result<domain::Topic> find(domain::TopicId id);
    /// All that are not retired, by id.
    Result<std::vector<domain::Topic>> all();
    Status addSynonym(domain::TopicId id, const QString& synonym);
    Status retire(domain::TopicId id, Timestamp at);

    /// As one types after "#" (S0.10): prefixes before substrings, then by use count and recency; nothing
    /// typed: the most used and latest.
    Result<std::vector<domain::Topic>> complete(const QString& typed, int limit);

    struct Popular {
        domain::TopicId topic;
        QString name;
        qint64 items = 0;
    };
    /// Topics that people gave to content within a period, with counts, the most frequent first (S0.1).
    Result<std::vector<Popular>> popular(Timestamp from, Timestamp to, int limit);

    /// Who gave an item its topics: its publisher, or a decision.
    enum class Gift { Given, Decided };
    /// Replaces the topics of one kind on an item; keeps use counts. For ContentRepository, which also keeps
    /// the index. → the topics' names, each once
    Result<QStringList> give(Gift gift, domain::ContentId content, const QStringList& topics,
                             domain::DecisionId decision, Timestamp at);
    /// In order.
    Result<QStringList> of(Gift gift, domain::ContentId content);

private:
    Result<std::vector<domain::Topic>> read(Query& query);
    Status takeBack(Gift gift, domain::ContentId content);

    Connection& connection_;
};

} // namespace moderato::storage
