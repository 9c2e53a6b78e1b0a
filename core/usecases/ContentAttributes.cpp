#include "core/usecases/ContentAttributes.h"

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/base/Log.h"
#include "core/features/Attributes.h"
#include "core/media/DecoderProcess.h"
#include "core/media/Overview.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

namespace {

constexpr QSize lookedAt(512, 512);
constexpr std::size_t mostPictures = 16;
constexpr int soundRate = 16'000;
constexpr qint64 largestFile = 1 << 20;
const QString versionKey = QStringLiteral("attributes version");
constexpr int version = 1;

using Numbers = std::map<QString, double>;

void add(const std::vector<features::Attribute>& attributes, Numbers& numbers) {
    for (const features::Attribute& attribute : attributes) {
        if (std::isfinite(attribute.value)) {
            numbers[attribute.name] = attribute.value;
        }
    }
}

/// By what the files are; empty where one is not known.
QString fileOf(const std::vector<FeatureSource>& media, const TagFeatures& features) {
    QByteArray sums;
    for (const FeatureSource& source : media) {
        if (source.sha256.isEmpty()) {
            return {};
        }
        sums += source.sha256 + '\n';
    }
    return features.folder() + u'/' + QString::fromLatin1(sha256(sums)) + QStringLiteral(".attributes");
}

std::optional<Numbers> kept(const QString& file) {
    if (file.isEmpty()) {
        return {};
    }
    const auto bytes = readFile(file, largestFile);
    const QJsonObject object = bytes.ok() ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    if (object[versionKey].toInt() != version) {
        return {};
    }
    Numbers numbers;
    for (auto number = object.begin(); number != object.end(); ++number) {
        if (number.key() != versionKey && number->isDouble()) {
            numbers[number.key()] = number->toDouble();
        }
    }
    return numbers;
}

void keep(const QString& file, const QString& folder, const Numbers& numbers) {
    QJsonObject object{{versionKey, version}};
    for (const auto& [name, value] : numbers) {
        object[name] = value;
    }
    QDir().mkpath(folder);
    if (const Status written =
            writeFileAtomically(file, QJsonDocument(object).toJson(QJsonDocument::Compact));
        !written.ok()) {
        qCWarning(log).noquote() << written.error().message << written.error().detail;
    }
}

features::VideoFacts videoFacts(const media::Overview& overview) {
    features::VideoFacts facts;
    for (const media::FrameTime& shot : overview.shots) {
        facts.shots.push_back(shot.seconds());
    }
    return facts;
}

/// Nothing where the work was cancelled.
std::optional<Numbers> ofVideo(const FeatureSource& source, media::DecoderProcess& decoder,
                               const JobContext& context) {
    Numbers numbers;
    const auto overview = decoder.overview(source.path, {}, context);
    const auto cover = decoder.coverFrame(source.path, lookedAt);
    const auto sound = decoder.sound(source.path, soundRate, context);
    if (context.isCancelled()) {
        return {};
    }
    features::VideoFacts facts = overview.ok() ? videoFacts(*overview) : features::VideoFacts{};
    if (const auto info = decoder.probe(source.path, context); info.ok() && info->duration.count() > 0) {
        facts.seconds = double(info->duration.count()) / 1e6;
    }
    if (sound.ok() && *sound) {
        facts.sound = features::loudness((*sound)->samples, soundRate);
    }
    add(features::videoAttributes(facts, cover.ok() ? *cover : QImage()), numbers);
    return numbers;
}

std::optional<Numbers> ofPictures(const std::vector<FeatureSource>& media, media::DecoderProcess& decoder,
                                  const JobContext& context) {
    std::vector<QImage> pictures;
    for (std::size_t i = 0; i < std::min(media.size(), mostPictures); ++i) {
        auto picture = decoder.picture(media[i].path, lookedAt, context);
        if (context.isCancelled()) {
            return {};
        }
        if (picture.ok()) {
            pictures.push_back(std::move(*picture));
        }
    }
    Numbers numbers;
    add(features::imageAttributes(pictures), numbers);
    return numbers;
}

} // namespace

void addTextAttributes(const QString& title, const QString& body, QualityFacts& facts) {
    add(features::textAttributes(title, body), facts.numbers);
    std::vector<features::LayoutElement> layout;
    for (const ml::LayoutUnit& unit : facts.layout) {
        layout.push_back({features::LayoutElement::Kind(unit.kind), qsizetype(unit.size)});
    }
    add(features::layoutAttributes(layout), facts.numbers);
}

void addMediaAttributes(const std::vector<FeatureSource>& media, const TagFeatures& features,
                        QualityFacts& facts, const JobContext& context) {
    if (media.empty()) {
        return;
    }
    const QString file = fileOf(media, features);
    std::optional<Numbers> numbers = kept(file);
    if (!numbers && features.decoder()) {
        numbers = media.front().video ? ofVideo(media.front(), *features.decoder(), context)
                                      : ofPictures(media, *features.decoder(), context);
        if (numbers && !file.isEmpty()) {
            keep(file, features.folder(), *numbers);
        }
    }
    if (numbers) {
        facts.numbers.merge(*numbers);
    }
}

} // namespace moderato::usecases
