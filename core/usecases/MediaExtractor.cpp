#include "core/usecases/MediaExtractor.h"

#include "core/features/Bars.h"
#include "core/features/Loudness.h"
#include "core/media/DecoderProcess.h"
#include "core/usecases/MediaInfoJson.h"
#include "core/usecases/TimelineCache.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace moderato::usecases {

using std::chrono::microseconds;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MediaExtractor)
};

constexpr QSize hashedSize{512, 512};
constexpr int sampleRate = 16000;
constexpr int waveformBuckets = 2000;
constexpr double microsecondsInSecond = 1e6;
constexpr qsizetype hashBytes = 32;

QByteArray toJson(const QJsonArray& array) {
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

TimedPicture toTimed(media::SampledFrame frame) {
    return {frame.time.seconds(), frame.time.number, std::move(frame.image)};
}

std::vector<TimedPicture> toTimed(std::vector<media::SampledFrame> frames) {
    std::vector<TimedPicture> pictures;
    pictures.reserve(frames.size());
    for (media::SampledFrame& frame : frames) {
        pictures.push_back(toTimed(std::move(frame)));
    }
    return pictures;
}

bool looksLike(const features::PdqResult& a, const features::PdqResult& b) {
    constexpr int sameScene = 10; // Bits.
    const auto isGood = [](const features::PdqResult& result) {
        return result.quality >= features::pdqMinimumQuality;
    };
    return isGood(a) == isGood(b) && a.hash.distance(b.hash) <= sameScene;
}

/// Unless it looks like the last one.
void add(const media::SampledFrame& frame, std::vector<HashedFrame>& hashed) {
    const features::PdqResult whole = features::pdq(frame.image);
    const bool hasBars = features::contentRect(frame.image) != frame.image.rect();
    const features::PdqResult bare = hasBars ? features::pdq(features::withoutBars(frame.image)) : whole;
    if (hashed.empty() || !looksLike(whole, hashed.back().whole) || !looksLike(bare, hashed.back().bare)) {
        hashed.push_back({frame.time, whole, bare});
    }
}

/// One file's extraction: the parts fail each on its own.
class Extraction {
public:
    Extraction(media::DecoderProcess& decoder, const QString& path, const JobContext& context,
               ExtractedFile& out)
        : decoder_(decoder)
        , path_(path)
        , context_(context)
        , out_(out) {}

    Status picture() {
        out_.file.medium = QStringLiteral("picture");
        const auto hashes = hashPicture(decoder_, path_, context_);
        if (!hashes.ok()) {
            return hashes.error();
        }
        storage::StoredPicture picture;
        picture.quality = hashes->front().quality;
        picture.pdq = toBytes(hashes->front().hash);
        for (const features::PdqResult& turned : *hashes) {
            picture.orientations += toBytes(turned.hash);
        }
        out_.picture = std::move(picture);
        return {};
    }

    Status frames(microseconds duration) {
        const auto frames = hashVideo(decoder_, path_, duration, context_);
        if (!frames.ok()) {
            return keep(frames.error());
        }
        for (const HashedFrame& frame : *frames) {
            const QString timeBase = QStringLiteral("%1/%2")
                                         .arg(frame.time.timeBase.numerator)
                                         .arg(frame.time.timeBase.denominator);
            out_.frames.push_back({frame.time.pts, timeBase, frame.time.seconds(), frame.time.number,
                                   frame.whole.quality, toBytes(frame.whole.hash), frame.bare.quality,
                                   toBytes(frame.bare.hash)});
        }
        if (!out_.frames.empty()) {
            out_.file.startSeconds = out_.frames.front().seconds;
        }
        return {};
    }

    Status overview() {
        auto overview = decoder_.overview(path_, {}, context_);
        if (!overview.ok()) {
            return keep(overview.error());
        }
        QJsonArray shots;
        for (const media::FrameTime& shot : overview->shots) {
            shots.append(QJsonArray{shot.seconds(), shot.number});
        }
        out_.file.shots = toJson(shots);
        pictures_.filmstrip = toTimed(std::move(overview->filmstrip));
        pictures_.covers = toTimed(std::move(overview->covers));
        return {};
    }

    Status sound() {
        const auto decoded = decoder_.sound(path_, sampleRate, context_);
        if (!decoded.ok()) {
            return keep(decoded.error());
        }
        if (!*decoded) {
            return {};
        }
        const media::Sound& sound = **decoded;
        if (!sound.complete) {
            problems_ << Text::tr("Only the first %1 seconds of the sound could be read.")
                             .arg(sound.seconds(), 0, 'f', 1);
        }
        out_.file.hasSound = true;
        out_.file.soundStart = sound.startSeconds;
        out_.file.soundSeconds = sound.seconds();
        if (const auto loudness = features::loudness(sound.samples, sound.sampleRate)) {
            out_.file.loudnessLufs = loudness->integratedLufs;
            QJsonArray silence;
            for (const features::SilentStretch& stretch : loudness->silence) {
                silence.append(QJsonArray{stretch.begin, stretch.end});
            }
            out_.file.silence = toJson(silence);
        }
        features::Peaks peaks = features::peaks(sound.samples, waveformBuckets);
        pictures_.low = std::move(peaks.low);
        pictures_.high = std::move(peaks.high);
        return {};
    }

    const TimelineCache::Pictures& pictures() const { return pictures_; }
    QStringList& problems() { return problems_; }

private:
    Status keep(const Error& error) {
        if (error.isCancelled()) {
            return error;
        }
        problems_ << error.message;
        return {};
    }

    media::DecoderProcess& decoder_;
    const QString& path_;
    const JobContext& context_;
    ExtractedFile& out_;
    TimelineCache::Pictures pictures_;
    QStringList problems_;
};

} // namespace

std::vector<microseconds> hashedMoments(microseconds duration) {
    constexpr microseconds shortest{62'500};
    constexpr microseconds half{500'000};
    constexpr int mostOfShort = 512;
    constexpr int mostOfLong = 64;
    microseconds step = shortest;
    while (step * (step <= half ? mostOfShort : mostOfLong) < duration) {
        step *= 2;
    }
    std::vector<microseconds> moments{microseconds(0)};
    while (moments.back() + step < duration) {
        moments.push_back(moments.back() + step);
    }
    return moments;
}

Result<std::vector<HashedFrame>> hashVideo(media::DecoderProcess& decoder, const QString& path,
                                           microseconds duration, const JobContext& context) {
    constexpr std::size_t atOnce = 64; // Frames in memory.
    const std::vector<microseconds> moments = hashedMoments(duration);
    std::vector<HashedFrame> hashed;
    for (std::size_t begin = 0; begin < moments.size(); begin += atOnce) {
        const auto first = moments.begin() + std::ptrdiff_t(begin);
        const auto last = moments.begin() + std::ptrdiff_t(std::min(begin + atOnce, moments.size()));
        const auto frames = decoder.framesAt(path, {first, last}, hashedSize, context);
        if (!frames.ok()) {
            // What was read before the damage counts.
            return hashed.empty() || frames.error().isCancelled()
                       ? Result<std::vector<HashedFrame>>(frames.error())
                       : Result(std::move(hashed));
        }
        for (const media::SampledFrame& frame : *frames) {
            add(frame, hashed);
        }
    }
    return hashed;
}

Result<std::array<features::PdqResult, 8>> hashPicture(media::DecoderProcess& decoder, const QString& path,
                                                       const JobContext& context) {
    const auto image = decoder.picture(path, hashedSize, context);
    return image.ok() ? Result<std::array<features::PdqResult, 8>>(features::pdqDihedral(*image))
                      : Result<std::array<features::PdqResult, 8>>(image.error());
}

Result<ExtractedFile> MediaExtractor::extract(const domain::MediaFile& file,
                                              const JobContext& context) const {
    const auto info = decoder_.probe(file.path, context);
    if (!info.ok()) {
        return info.error();
    }
    ExtractedFile out;
    out.file.sha256 = file.sha256;
    out.file.extractor = extractorVersion;
    out.file.probe = QJsonDocument(toJson(*info)).toJson(QJsonDocument::Compact);
    out.file.durationSeconds = double(info->duration.count()) / microsecondsInSecond;
    out.file.analysedAt = clock_.now();
    Extraction extraction(decoder_, file.path, context, out);
    if (info->kind == media::MediaKind::Picture) {
        const Status seen = extraction.picture();
        return seen.ok() ? Result<ExtractedFile>(std::move(out)) : Result<ExtractedFile>(seen.error());
    }
    out.file.medium = info->video() ? QStringLiteral("video") : QStringLiteral("audio");
    Status status;
    if (info->video()) {
        status = extraction.frames(info->duration);
        if (status.ok()) {
            status = extraction.overview();
        }
    }
    if (status.ok() && info->audio()) {
        status = extraction.sound();
    }
    if (!status.ok()) {
        return status.error();
    }
    QStringList& problems = extraction.problems();
    if (out.frames.empty() && !out.file.hasSound && !problems.isEmpty()) {
        return Error{Error::Kind::InvalidInput, problems.first(), {}};
    }
    if (const Status saved = cache_.save(file.sha256, extraction.pictures()); !saved.ok()) {
        problems << saved.error().message;
    }
    problems.removeDuplicates();
    out.file.problem = problems.join(QLatin1Char(' '));
    return out;
}

QByteArray toBytes(const features::PdqHash& hash) {
    QByteArray bytes(hashBytes, Qt::Uninitialized);
    for (qsizetype i = 0; i < qsizetype(hash.words.size()); ++i) {
        qToLittleEndian(hash.words[std::size_t(i)], bytes.data() + i * qsizetype(sizeof(quint64)));
    }
    return bytes;
}

std::optional<features::PdqHash> hashFrom(QByteArrayView bytes, qsizetype at) {
    if (at < 0 || bytes.size() - at < hashBytes) {
        return {};
    }
    features::PdqHash hash;
    for (qsizetype i = 0; i < qsizetype(hash.words.size()); ++i) {
        hash.words[std::size_t(i)] =
            qFromLittleEndian<quint64>(bytes.data() + at + i * qsizetype(sizeof(quint64)));
    }
    return hash;
}

} // namespace moderato::usecases
