#include "core/usecases/ItemTraits.h"

#include "core/storage/ContentRepository.h"
#include "core/usecases/MediaExtractor.h"

#include <QtEndian>

namespace moderato::usecases {

using domain::ContentId;
using Medium = NearDuplicate::Medium;

namespace {

constexpr qsizetype hashBytes = 32;

void addFrame(Traits& traits, int frame, double seconds, int quality, const QByteArray& pdq, int bareQuality,
              const QByteArray& barePdq) {
    const auto hash = hashFrom(pdq);
    const auto bare = hashFrom(barePdq);
    if (hash && bare) {
        traits.frames.push_back({frame, quality, *hash, seconds});
        traits.bareFrames.push_back({frame, bareQuality, *bare, seconds});
    }
}

void addPicture(Traits& traits, const storage::StoredPicture& stored) {
    Traits::Picture picture;
    picture.quality = stored.quality;
    for (std::size_t i = 0; i < picture.orientations.size(); ++i) {
        if (const auto hash = hashFrom(stored.orientations, qsizetype(i) * hashBytes)) {
            picture.orientations[i] = *hash;
        }
    }
    traits.pictures.push_back(picture);
}

} // namespace

Result<Traits> mediaTraitsOf(storage::Connection& connection, ContentId content) {
    storage::MediaFileRepository media(connection);
    const auto files = media.filesOf(content);
    if (!files.ok()) {
        return files.error();
    }
    Traits traits;
    if (files->size() == 1) {
        traits.sha256 = files->front().sha256;
    }
    for (const auto& file : *files) {
        if (file.position == 0) {
            const auto frames = media.frames(file.file);
            if (!frames.ok()) {
                return frames.error();
            }
            for (const storage::StoredFrame& frame : *frames) {
                addFrame(traits, int(frame.frame), frame.seconds, frame.quality, frame.pdq, frame.bareQuality,
                         frame.barePdq);
            }
            continue;
        }
        const auto picture = media.picture(file.file);
        if (!picture.ok()) {
            return picture.error();
        }
        if (*picture) {
            addPicture(traits, **picture);
        }
    }
    return traits;
}

Result<Traits> traitsOf(storage::Connection& connection, ContentId content) {
    Traits traits;
    const auto kind = storage::ContentRepository(connection).kind(content);
    if (!kind.ok()) {
        return kind.error();
    }
    if (*kind == domain::ContentKind::Article) {
        const auto stored = storage::DuplicateRepository(connection).sketch(content);
        if (!stored.ok()) {
            return stored.error();
        }
        if (*stored) {
            traits.text = sketchFrom(**stored).value_or(features::MinHash{});
        }
        if (traits.text.shingles >= textMinimumShingles) {
            return traits;
        }
    }
    auto media = mediaTraitsOf(connection, content);
    if (!media.ok()) {
        return media;
    }
    if (*kind == domain::ContentKind::Video) {
        media->medium = Medium::Video;
        media->pictures.clear();
        return media;
    }
    if (*kind == domain::ContentKind::Pictures || !media->pictures.empty()) {
        media->medium = Medium::Picture;
        return media;
    }
    return traits;
}

Result<std::vector<std::pair<ContentId, Traits>>> leaderTraits(storage::Connection& connection,
                                                               Medium medium) {
    const auto hashes = storage::DuplicateRepository(connection).leaderHashes(toCode(medium));
    if (!hashes.ok()) {
        return hashes.error();
    }
    std::vector<std::pair<ContentId, Traits>> leaders;
    for (const auto& hash : *hashes) {
        if (leaders.empty() || leaders.back().first != hash.content) {
            leaders.emplace_back(hash.content, Traits{});
            leaders.back().second.medium = medium;
            leaders.back().second.sha256 = hash.sha256;
        }
        Traits& traits = leaders.back().second;
        if (medium == Medium::Video) {
            addFrame(traits, 0, hash.seconds, hash.quality, hash.pdq, hash.bareQuality, hash.barePdq);
            continue;
        }
        if (traits.sha256 != hash.sha256) {
            traits.sha256.clear(); // Several pictures.
        }
        if (const auto plain = hashFrom(hash.pdq)) {
            Traits::Picture picture;
            picture.orientations.fill(*plain);
            picture.quality = hash.quality;
            traits.pictures.push_back(picture);
        }
    }
    return leaders;
}

storage::DuplicateRepository::Sketch toStored(const features::MinHash& sketch) {
    QByteArray bytes(qsizetype(sizeof(sketch.values)), Qt::Uninitialized);
    for (std::size_t i = 0; i < sketch.values.size(); ++i) {
        qToLittleEndian(sketch.values[i], bytes.data() + i * sizeof(quint32));
    }
    return {sketch.shingles, bytes};
}

std::optional<features::MinHash> sketchFrom(const storage::DuplicateRepository::Sketch& stored) {
    features::MinHash sketch;
    if (stored.bytes.size() != qsizetype(sizeof(sketch.values))) {
        return {};
    }
    sketch.shingles = stored.shingles;
    for (std::size_t i = 0; i < sketch.values.size(); ++i) {
        sketch.values[i] = qFromLittleEndian<quint32>(stored.bytes.data() + i * sizeof(quint32));
    }
    return sketch;
}

QString toCode(Medium medium) {
    switch (medium) {
    case Medium::Picture:
        return QStringLiteral("picture");
    case Medium::Video:
        return QStringLiteral("video");
    case Medium::Text:
        break;
    }
    return QStringLiteral("text");
}

Medium mediumFromCode(QStringView code) {
    return code == QLatin1String("picture") ? Medium::Picture
           : code == QLatin1String("video") ? Medium::Video
                                            : Medium::Text;
}

} // namespace moderato::usecases
