#pragma once

#include "core/base/Result.h"
#include "core/domain/Content.h"

#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

struct ContentFilter {
    QString text = {}; ///< As typed: any characters; every word must occur, the last one as a prefix. Title,
                       ///< description, body, topics.
    std::optional<domain::ContentKind> kind = {};
    QString category = {}; ///< Code of the category that holds: decided, else given, else predicted by the
                           ///< version in service.
    QString topic = {};    ///< Given or decided, by name or synonym.
    QString language = {};
    std::optional<domain::RecommendationState> state = {};
    std::optional<bool> decided = {};
};

enum class ContentSort { Newest, Oldest, Title, LeastCertain };

struct ContentRow {
    domain::ContentId content;
    domain::ContentKind kind = domain::ContentKind::Article;
    QString title;
    QString externalId;
    QString givenCategory, predictedCategory, decidedCategory; ///< Codes; empty: none.
    double probability = 0; ///< Of the predicted category; 0: not predicted.
    QString language;
    domain::RecommendationState state = domain::RecommendationState::Active;
    Timestamp importedAt;
    QString mediaProblem;
};

/// Where a row stands in the list: read on from here.
struct ContentKey {
    QVariant sortValue; ///< Title or probability; unused for Newest and Oldest.
    domain::ContentId content;
};

struct ContentPage {
    std::vector<ContentRow> rows;
    std::optional<ContentKey> next; ///< Nothing: this was the last page.
};

/// Lists of content, filtered, sorted and searched, read by key.
class ContentList {
public:
    explicit ContentList(Connection& connection)
        : connection_(connection) {}

    Result<ContentPage> page(const ContentFilter& filter, ContentSort sort,
                             const std::optional<ContentKey>& after, int limit);
    /// Stops counting at `limit`.
    Result<qint64> count(const ContentFilter& filter, qint64 limit = 1'000'000);

private:
    Connection& connection_;
};

} // namespace moderato::storage
