#include "core/domain/Content.h"

#include "core/base/Hash.h"

#include <array>
#include <utility>

namespace moderato::domain {

namespace {

constexpr std::array kinds = {std::pair{ContentKind::Article, "article"},
                              std::pair{ContentKind::Video, "video"},
                              std::pair{ContentKind::Pictures, "pictures"}};
constexpr std::array formats = {std::pair{BodyFormat::Plain, "plain"},
                                std::pair{BodyFormat::Markdown, "markdown"},
                                std::pair{BodyFormat::Html, "html"}};
constexpr std::array states = {std::pair{RecommendationState::Active, "active"},
                               std::pair{RecommendationState::Suspended, "suspended"},
                               std::pair{RecommendationState::Dropped, "dropped"}};

template <class Table, class Value> QString codeIn(const Table& table, Value value) {
    for (const auto& [known, code] : table) {
        if (known == value) {
            return QString::fromLatin1(code);
        }
    }
    return {};
}

template <class Table> auto valueIn(const Table& table, QStringView code) {
    std::optional<typename Table::value_type::first_type> found;
    for (const auto& [known, name] : table) {
        if (code == QLatin1String(name)) {
            found = known;
        }
    }
    return found;
}

} // namespace

QString toCode(ContentKind kind) {
    return codeIn(kinds, kind);
}
std::optional<ContentKind> contentKindFromCode(QStringView code) {
    return valueIn(kinds, code);
}
QString toCode(BodyFormat format) {
    return codeIn(formats, format);
}
std::optional<BodyFormat> bodyFormatFromCode(QStringView code) {
    return valueIn(formats, code);
}
QString toCode(RecommendationState state) {
    return codeIn(states, state);
}
std::optional<RecommendationState> recommendationStateFromCode(QStringView code) {
    return valueIn(states, code);
}

QByteArray fingerprintOf(const Content& content) {
    const std::size_t files = content.images.size() + (content.media ? 1 : 0);
    const bool bareMedia =
        files == 1 && content.externalId.isEmpty() && content.body.isEmpty() && content.description.isEmpty();
    QByteArray canonical;
    const auto add = [&](QByteArrayView part) {
        canonical += QByteArray::number(part.size());
        canonical += ':';
        canonical.append(part.data(), part.size());
    };
    add(toCode(content.kind).toUtf8());
    if (!bareMedia) {
        add(content.externalId.toUtf8());
        add(content.title.toUtf8());
        add(content.body.toUtf8());
        add(content.description.toUtf8());
    }
    if (content.media) {
        add(content.media->sha256);
    }
    for (const MediaFile& image : content.images) {
        add(image.sha256);
    }
    return sha256(canonical);
}

} // namespace moderato::domain
