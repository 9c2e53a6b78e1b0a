#pragma once

#include "core/base/Clock.h"
#include "core/domain/Ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace moderato::domain {

enum class ContentKind { Article, Video, Pictures };
QString toCode(ContentKind kind); ///< "article", "video", "pictures".
std::optional<ContentKind> contentKindFromCode(QStringView code);

/// How a body is written. Html is as it came, hostile; what is shown goes through the sanitiser first.
enum class BodyFormat { Plain, Markdown, Html };
QString toCode(BodyFormat format); ///< "plain", "markdown", "html".
std::optional<BodyFormat> bodyFormatFromCode(QStringView code);

/// What becomes of an item in recommendations (S4.6).
enum class RecommendationState { Active, Suspended, Dropped };
QString toCode(RecommendationState state); ///< "active", "suspended", "dropped".
std::optional<RecommendationState> recommendationStateFromCode(QStringView code);

struct Author {
    QString id;
    std::optional<int> level;
    std::optional<double> verticality; ///< 0…1: how much the author keeps to one field (S1.4).
    std::optional<double> authority;   ///< 0…1.

    bool operator==(const Author&) const = default;
};

/// A file that content refers to. It stays where it is and is known by its SHA-256.
struct MediaFile {
    QString path; ///< Absolute.
    QByteArray sha256;
    qint64 bytes = 0;

    bool operator==(const MediaFile&) const = default;
};

/// What people did with an item within one window of time (S1.1). Missing figures are unknown, not zero.
struct ConsumptionFigures {
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
    QString window; ///< A label such as "7d" where the source gave no dates.
    std::optional<qint64> impressions, views, clicks, dwellMs, likes, dislikes, comments, shares;

    bool operator==(const ConsumptionFigures&) const = default;
    bool isEmpty() const {
        return !impressions && !views && !clicks && !dwellMs && !likes && !dislikes && !comments && !shares;
    }
};

/// One item: a video, an article or a set of pictures, as it was imported.
struct Content {
    ContentId id;
    QByteArray fingerprint; ///< SHA-256 of what the item is; importing the same again changes nothing.
    QString externalId;     ///< The source's own id, may be empty.
    ContentKind kind = ContentKind::Article;
    QString title;
    QString body;
    BodyFormat bodyFormat = BodyFormat::Plain;
    QString description;
    std::optional<MediaFile> media; ///< Videos.
    std::vector<MediaFile> images;  ///< In order.
    QString baseFolder;             ///< What relative addresses in an HTML body are resolved against.
    QStringList givenTopics;        ///< As people gave them when it was published (S0.1).
    QString givenCategory;          ///< A category's code, may be empty.
    Author author;
    std::optional<Timestamp> publishedAt;
    QString language; ///< "en", "zh", …; empty: not known.
    QString sourceUrl;
    std::optional<ConsumptionFigures> consumption;
    QJsonObject unknownFields; ///< Kept as they came.
    Timestamp importedAt;
    RecommendationState state = RecommendationState::Active;
    QString mediaProblem; ///< What is wrong with the media, for people; empty where nothing is.

    bool operator==(const Content&) const = default;
};

/// What `Content::fingerprint` must be: over kind, external id, title, body, description and the SHA-256 of
/// media and images. For a bare media or picture file (no id, no body, no description) only its own SHA-256
/// counts, so that a renamed copy is known.
QByteArray fingerprintOf(const Content& content);

} // namespace moderato::domain
