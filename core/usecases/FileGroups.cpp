#include "core/usecases/FileGroups.h"

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/media/DecoderProcess.h"
#include "core/usecases/KnownHashes.h"
#include "core/usecases/MediaExtractor.h"
#include "core/usecases/ModelText.h"
#include "core/usecases/Resemblance.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace moderato::usecases {

using Medium = NearDuplicate::Medium;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FileGroups)
};

constexpr qint64 largestText = qint64(4) << 20;

std::optional<domain::BodyFormat> textFormat(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("html") || ending == QLatin1String("htm")) {
        return domain::BodyFormat::Html;
    }
    if (ending == QLatin1String("md")) {
        return domain::BodyFormat::Markdown;
    }
    return ending == QLatin1String("txt") ? std::optional(domain::BodyFormat::Plain) : std::nullopt;
}

Result<Traits> textTraits(const QString& path, domain::BodyFormat format) {
    const auto bytes = readFile(path, largestText);
    if (!bytes.ok()) {
        return bytes.error();
    }
    domain::Content content;
    content.body = QString::fromUtf8(*bytes);
    content.bodyFormat = format;
    Traits traits;
    traits.text = features::minHash(textOf(content).body);
    return traits;
}

Result<Traits> mediaTraits(media::DecoderProcess& decoder, const QString& path, const JobContext& context) {
    Traits traits;
    const auto info = decoder.probe(path, context);
    if (!info.ok()) {
        return info.error();
    }
    if (info->kind == media::MediaKind::Picture) {
        const auto hashes = hashPicture(decoder, path, context);
        if (!hashes.ok()) {
            return hashes.error();
        }
        traits.medium = Medium::Picture;
        Traits::Picture& picture = traits.pictures.emplace_back();
        picture.quality = hashes->front().quality;
        for (std::size_t i = 0; i < hashes->size(); ++i) {
            picture.orientations[i] = (*hashes)[i].hash;
        }
        return traits;
    }
    traits.medium = Medium::Video;
    if (!info->video()) {
        return traits;
    }
    const auto frames = hashVideo(decoder, path, info->duration, context);
    if (!frames.ok()) {
        return frames.error();
    }
    for (const HashedFrame& frame : *frames) {
        const int number = int(frame.time.number);
        traits.frames.push_back({number, frame.whole.quality, frame.whole.hash, frame.time.seconds()});
        traits.bareFrames.push_back({number, frame.bare.quality, frame.bare.hash, frame.time.seconds()});
    }
    return traits;
}

Result<Traits> traitsOfFile(media::DecoderProcess& decoder, const QString& path, const JobContext& context) {
    const auto format = textFormat(path);
    auto traits = format ? textTraits(path, *format) : mediaTraits(decoder, path, context);
    if (traits.ok()) {
        if (auto sum = sha256OfFile(path); sum.ok()) {
            traits->sha256 = std::move(*sum);
        }
    }
    return traits;
}

} // namespace

Result<FileGroups> groupFiles(media::DecoderProcess& decoder, const QStringList& files,
                              const JobContext& context) {
    FileGroups found;
    LeaderIndex leaders;
    std::vector<FileGroup> groups; // One for each leader; the place is the leader's key.
    for (const QString& file : files) {
        context.report(found.compared, files.size(), Text::tr("Comparing"));
        auto traits = traitsOfFile(decoder, file, context);
        if (!traits.ok()) {
            if (traits.error().isCancelled()) {
                return traits.error();
            }
            found.problems.push_back({file, traits.error().message});
            continue;
        }
        ++found.compared;
        if (const auto alike = leaders.find(*traits)) {
            groups[std::size_t(alike->key)].members.push_back(
                {file, alike->resemblance.similarity, alike->resemblance.distance});
            continue;
        }
        const bool isPicture = traits->medium == Medium::Picture;
        groups.push_back({traits->medium, {{file, 1, isPicture ? 0 : -1}}});
        leaders.add(qint64(groups.size()) - 1, std::move(*traits));
    }
    for (FileGroup& group : groups) {
        if (group.members.size() > 1) {
            found.groups.push_back(std::move(group));
        }
    }
    return found;
}

Result<KnownFiles> matchFiles(media::DecoderProcess& decoder, const QStringList& files, const QString& list,
                              const JobContext& context) {
    const auto known = readKnownHashes(list, [&context] { return context.isCancelled(); });
    if (!known.ok()) {
        return known.error();
    }
    KnownHashList hashes(QFileInfo(list).completeBaseName(), known->isVideo);
    for (const KnownHashFile::Line& line : known->lines) {
        hashes.add(line.hash, line.quality, line.label);
    }
    KnownFiles found;
    found.listProblems = known->problems;
    for (const QString& file : files) {
        context.report(found.compared, files.size(), Text::tr("Matching known hashes"));
        const auto traits = mediaTraits(decoder, file, context);
        if (!traits.ok()) {
            if (traits.error().isCancelled()) {
                return traits.error();
            }
            found.problems.push_back({file, traits.error().message});
            continue;
        }
        ++found.compared;
        if (const auto hit = hashes.match(*traits)) {
            found.matches.push_back({file, hit->label, hit->distance, hit->share});
        }
    }
    return found;
}

} // namespace moderato::usecases
