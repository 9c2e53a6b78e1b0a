#pragma once

#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/domain/Prediction.h"
#include "core/domain/TopicAnswer.h"

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;
class Query;

/// Annotators' answers with their segments, and the gold items whose answer is known. Answers are only added:
/// one whose decision is undone does not count, and of a person's answers to an item the newest counts.
class TopicAnswerRepository {
public:
    explicit TopicAnswerRepository(Connection& connection)
        : connection_(connection) {}

    /// Its decision must be written. Topics that are new are made.
    Result<domain::TopicAnswerId> add(const domain::TopicAnswer& answer);

    /// Those that count on an item, one a person, by person.
    Result<std::vector<domain::TopicAnswer>> of(domain::ContentId content);
    /// All of an item's, those too that do not count, the newest first.
    Result<std::vector<domain::TopicAnswer>> history(domain::ContentId content);
    /// Those that count, by item and person, above `after`; at most about `limit`, whole items.
    Result<std::vector<domain::TopicAnswer>> after(domain::ContentId after, int limit);
    /// The person's newest that is not undone; nothing: there is none.
    Result<std::optional<domain::TopicAnswer>> lastOf(const QString& person);
    /// Items that the person has answered, rising.
    Result<std::vector<domain::ContentId>> answeredBy(const QString& person);
    /// Items that anybody has answered or decided topics of, rising.
    Result<std::vector<domain::ContentId>> labelled();
    /// An item that nobody has given topics to, with the model's candidates, the most relevant first.
    struct OpenItem {
        domain::ContentId content;
        QString title;
        domain::ContentKind kind = domain::ContentKind::Article;
        std::vector<domain::TopicScore> scores; ///< Empty: this version has not predicted it.
    };
    /// At most `limit`, spread evenly over the library and the same every time. Dropped ones are left out.
    Result<std::vector<OpenItem>> open(domain::ModelVersionId version, int limit);
    /// The topics that the person gave last, each once, the latest first.
    struct Use {
        domain::TopicId topic;
        Timestamp at;
    };
    Result<std::vector<Use>> recentTopics(const QString& person, int limit);

    struct Gold {
        domain::ContentId content;
        QString person; ///< Who made it gold.
        Timestamp at;
        QStringList topics;
    };
    /// Replaces what was known. Topics that are new are made.
    Status setGold(const Gold& gold);
    /// → whether it was gold
    Result<bool> removeGold(domain::ContentId content);
    Result<std::optional<Gold>> gold(domain::ContentId content);
    /// By item.
    Result<std::vector<Gold>> allGold();

private:
    Result<std::vector<domain::TopicAnswer>> read(Query& query);
    Status addTopics(const QString& sql, qint64 owner, const QStringList& topics, Timestamp at);

    Connection& connection_;
};

} // namespace moderato::storage
