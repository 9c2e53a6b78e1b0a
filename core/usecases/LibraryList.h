#pragma once

#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/domain/Flag.h"

#include <QVariant>

#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

struct LibraryFilter {
    QString text; ///< Full text over title, body and topics, as typed: the last word is a prefix.
    std::optional<domain::ContentKind> kind;
    QString category; ///< Code of the category that holds (decided, else given, else predicted).
    QString topic;
    std::optional<domain::RecommendationState> state;
    std::optional<bool> decided;
};

enum class LibrarySort { Newest, Oldest, Title, LeastCertain };

struct LibraryRow {
    domain::ContentId content;
    domain::ContentKind kind = domain::ContentKind::Article;
    QString title;
    QString externalId;
    QString givenCategory, predictedCategory, decidedCategory; ///< Codes; empty: none.
    double probability = 0;                                    ///< Of the predicted category.
    QString language;
    domain::RecommendationState state = domain::RecommendationState::Active;
    Timestamp importedAt;
    QString mediaProblem;
};

/// Where a row stands in the sorted list: read on from here.
struct LibraryKey {
    QVariant sortValue;
    domain::ContentId content;
};

struct LibraryPage {
    std::vector<LibraryRow> rows;
    std::optional<LibraryKey> next; ///< Nothing: this was the last page.
};

/// All content: filtered, sorted, searched (S0.12, W).
class LibraryList {
public:
    explicit LibraryList(storage::Library& library)
        : library_(library) {}

    Result<LibraryPage> page(const LibraryFilter& filter, LibrarySort sort, std::optional<LibraryKey> after,
                             int limit) const;
    /// How many there are in all; counts at most up to `limit` so that it never takes long.
    Result<qint64> count(const LibraryFilter& filter, qint64 limit = 1'000'000) const;

private:
    storage::Library& library_;
};

} // namespace moderato::usecases
