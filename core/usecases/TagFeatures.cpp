#include "core/usecases/TagFeatures.h"

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/base/Log.h"
#include "core/features/Mfcc.h"
#include "core/media/DecoderProcess.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QDir>

#include <algorithm>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TagFeatures)
};

const QByteArray magic("moderato features 1\n");
constexpr int decodedSize = 128; ///< Frames come at most this large; the square is made of it.
constexpr qint64 largestFile = qint64(16) << 20;
constexpr int sumLength = 64;

bool isSum(const QByteArray& sha256) {
    return sha256.size() == sumLength && std::all_of(sha256.begin(), sha256.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

void append(const QImage& image, std::vector<std::uint8_t>& pixels) {
    constexpr int size = TagFeatures::pictureSize;
    const QImage square = image.scaled(size, size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                              .convertToFormat(QImage::Format_RGB888);
    for (int channel = 0; channel < 3; ++channel) {
        for (int y = 0; y < size; ++y) {
            const uchar* const line = square.constScanLine(y);
            for (int x = 0; x < size; ++x) {
                pixels.push_back(line[3 * x + channel]);
            }
        }
    }
}

/// Rows averaged, so that a long sound costs what a short one does.
ml::SoundFrames soundFrames(const features::MfccMatrix& matrix) {
    ml::SoundFrames result;
    if (matrix.frames == 0) {
        return result;
    }
    result.frames = std::min(matrix.frames, TagFeatures::mostSoundRows);
    result.coefficients = matrix.coefficients;
    for (int row = 0; row < result.frames; ++row) {
        const int begin = int(qint64(row) * matrix.frames / result.frames);
        const int end = int(qint64(row + 1) * matrix.frames / result.frames);
        for (int column = 0; column < matrix.coefficients; ++column) {
            float sum = 0;
            for (int from = begin; from < end; ++from) {
                sum += matrix.frame(from)[std::size_t(column)];
            }
            result.values.push_back(sum / float(end - begin));
        }
    }
    return result;
}

} // namespace

std::vector<FeatureSource> featureSourcesOf(const domain::Content& content) {
    std::vector<FeatureSource> sources;
    if (content.media) {
        sources.push_back({content.media->path, content.media->sha256, true});
    }
    for (const domain::MediaFile& image : content.images) {
        sources.push_back({image.path, image.sha256, false});
    }
    return sources;
}

TagFeatures::TagFeatures(const QString& cacheFolder, media::DecoderProcess* decoder)
    : folder_(cacheFolder + QStringLiteral("/features"))
    , decoder_(decoder) {}

QString TagFeatures::pathOf(const QByteArray& sha256) const {
    return folder_ + QLatin1Char('/') + QString::fromLatin1(sha256) + QStringLiteral(".features");
}

std::optional<TagFeatures::Features> TagFeatures::kept(const QByteArray& sha256, For purpose) const {
    if (!isSum(sha256)) {
        return {};
    }
    const auto file = readFile(pathOf(sha256), largestFile);
    if (!file || !file->startsWith(magic)) {
        return {};
    }
    QDataStream in(file->mid(magic.size()));
    Features found;
    QByteArray pixels, values;
    in >> found.pictures.size >> found.pictures.places >> found.pictures.variants >> pixels >>
        found.sound.frames >> found.sound.coefficients >> values;
    if (in.status() != QDataStream::Ok || !in.atEnd() || values.size() % qsizetype(sizeof(float)) != 0) {
        return {};
    }
    found.pictures.pixels.assign(pixels.begin(), pixels.end());
    found.sound.values.resize(std::size_t(values.size()) / sizeof(float));
    std::copy(values.begin(), values.end(), reinterpret_cast<char*>(found.sound.values.data()));
    const bool seen = found.pictures.fits() && found.pictures.size == pictureSize;
    const bool heard =
        found.sound.fits() && std::all_of(found.sound.values.begin(), found.sound.values.end(),
                                          [](float value) { return value > -1e6f && value < 1e6f; });
    if ((!seen && found.pictures != ml::Pictures{}) || (!heard && found.sound != ml::SoundFrames{}) ||
        (purpose == For::Training && found.pictures.places > 1 && found.pictures.variants != variants)) {
        return {};
    }
    return found;
}

void TagFeatures::keep(const QByteArray& sha256, const Features& features) const {
    QByteArray content = magic;
    QDataStream out(&content, QIODevice::Append);
    const auto& pixels = features.pictures.pixels;
    const auto& values = features.sound.values;
    out << features.pictures.size << features.pictures.places << features.pictures.variants
        << QByteArray(reinterpret_cast<const char*>(pixels.data()), qsizetype(pixels.size()))
        << features.sound.frames << features.sound.coefficients
        << QByteArray(reinterpret_cast<const char*>(values.data()), qsizetype(values.size() * sizeof(float)));
    QDir().mkpath(folder_);
    if (const Status written = writeFileAtomically(pathOf(sha256), content); !written.ok()) {
        qCWarning(log).noquote() << written.error().message << written.error().detail;
    }
}

Result<TagFeatures::Features> TagFeatures::make(const FeatureSource& source, For purpose,
                                                const JobContext& context) const {
    if (!decoder_) {
        return Error::notFound(Text::tr("The frames of %1 have not been read yet.").arg(source.path));
    }
    Features made;
    ml::Pictures& pictures = made.pictures;
    if (!source.video) {
        const auto image = decoder_->picture(source.path, QSize(4 * pictureSize, 4 * pictureSize), context);
        if (!image.ok()) {
            return image.error();
        }
        pictures = {.size = pictureSize, .places = 1, .variants = 1, .pixels = {}};
        append(*image, pictures.pixels);
        return made;
    }
    std::vector<std::vector<media::SampledFrame>> drawn;
    std::optional<Error> problem;
    const int wanted = purpose == For::Training ? variants : 1;
    for (int variant = 0; variant < wanted && !problem; ++variant) {
        media::SampleOptions options;
        options.segments = segments;
        options.maxSize = QSize(decodedSize, decodedSize);
        if (variant > 0) {
            options.seed = quint64(variant);
        }
        auto frames = decoder_->sample(source.path, options, context);
        if (!frames.ok() || frames->empty()) {
            problem =
                frames.ok() ? Error::invalid(Text::tr("%1 has no frames.").arg(source.path)) : frames.error();
        } else {
            drawn.push_back(std::move(*frames));
        }
    }
    if (problem && problem->isCancelled()) {
        return *problem;
    }
    if (!drawn.empty()) {
        pictures = {.size = pictureSize, .places = segments, .variants = int(drawn.size()), .pixels = {}};
        for (std::size_t place = 0; place < segments; ++place) {
            for (const auto& frames : drawn) { // Fewer frames than segments: some stand twice.
                append(frames[(2 * place + 1) * frames.size() / (2 * segments)].image, pictures.pixels);
            }
        }
    }
    const features::MfccOptions preset = features::mfccDocument();
    const auto sound = decoder_->sound(source.path, preset.sampleRate, context);
    if (sound.ok() && *sound) {
        made.sound = soundFrames(features::mfcc((*sound)->samples, preset));
    } else if (!sound.ok() && (sound.error().isCancelled() || drawn.empty())) {
        return problem ? *problem : sound.error();
    }
    return drawn.empty() && !made.sound.fits() ? Result<Features>(*problem) : Result(std::move(made));
}

Result<TagFeatures::Features> TagFeatures::of(const FeatureSource& source, For purpose,
                                              const JobContext& context) const {
    FeatureSource known = source;
    if (!isSum(known.sha256)) {
        const auto sum = sha256OfFile(source.path);
        if (!sum.ok()) {
            return sum.error();
        }
        known.sha256 = *sum;
    }
    if (auto found = kept(known.sha256, purpose)) {
        return std::move(*found);
    }
    auto made = make(known, purpose, context);
    if (made.ok()) {
        keep(known.sha256, *made);
    }
    return made;
}

Status TagFeatures::ensure(FeatureSource& source, For purpose, const JobContext& context) const {
    if (!isSum(source.sha256)) {
        const auto sum = sha256OfFile(source.path);
        if (!sum.ok()) {
            return sum.error();
        }
        source.sha256 = *sum;
    }
    const auto found = of(source, purpose, context);
    return found.ok() ? Status() : Status(found.error());
}

void TagFeatures::add(Features features, ml::TagItem& item) {
    constexpr std::size_t mostPlaces = 64; // An article of hundreds of pictures is told by some of them.
    if (features.pictures.fits()) {
        if (!item.pictures.fits()) {
            item.pictures = std::move(features.pictures);
        } else if (item.pictures.variants == features.pictures.variants &&
                   std::size_t(item.pictures.places) < mostPlaces) {
            item.pictures.places += features.pictures.places;
            item.pictures.pixels.insert(item.pictures.pixels.end(), features.pictures.pixels.begin(),
                                        features.pictures.pixels.end());
        }
    }
    if (features.sound.fits() && !item.sound.fits()) {
        item.sound = std::move(features.sound);
    }
}

} // namespace moderato::usecases
