#include "core/usecases/MediaInfoJson.h"

#include <QJsonArray>

namespace moderato::usecases {

namespace {

constexpr double microsecondsInSecond = 1e6;

QString toCode(media::MediaKind kind) {
    switch (kind) {
    case media::MediaKind::Audio:
        return QStringLiteral("audio");
    case media::MediaKind::Picture:
        return QStringLiteral("picture");
    case media::MediaKind::Video:
        break;
    }
    return QStringLiteral("video");
}

QString toCode(media::StreamInfo::Type type) {
    using Type = media::StreamInfo::Type;
    switch (type) {
    case Type::Video:
        return QStringLiteral("video");
    case Type::Audio:
        return QStringLiteral("audio");
    case Type::Subtitle:
        return QStringLiteral("subtitle");
    case Type::Other:
        break;
    }
    return QStringLiteral("other");
}

QString toText(media::Rational value) {
    return QStringLiteral("%1/%2").arg(value.numerator).arg(value.denominator);
}

QJsonObject toJson(const media::StreamInfo& stream) {
    QJsonObject object{{QStringLiteral("type"), toCode(stream.type)},
                       {QStringLiteral("codec"), stream.codec},
                       {QStringLiteral("decodable"), stream.decodable}};
    if (stream.type == media::StreamInfo::Type::Video) {
        object[QStringLiteral("width")] = stream.size.width();
        object[QStringLiteral("height")] = stream.size.height();
        object[QStringLiteral("rotation")] = stream.rotation;
        object[QStringLiteral("sample_aspect")] = toText(stream.sampleAspect);
        object[QStringLiteral("frame_rate")] =
            stream.frameRate.numerator > 0 ? QJsonValue(toText(stream.frameRate)) : QJsonValue();
        object[QStringLiteral("variable_frame_rate")] =
            stream.variableFrameRate ? QJsonValue(*stream.variableFrameRate) : QJsonValue();
        object[QStringLiteral("interlaced")] = stream.interlaced;
        object[QStringLiteral("b_frames")] = stream.hasBFrames;
        object[QStringLiteral("pixel_format")] = stream.pixelFormat;
        object[QStringLiteral("time_base")] = toText(stream.timeBase);
        object[QStringLiteral("start")] =
            stream.startSeconds ? QJsonValue(*stream.startSeconds) : QJsonValue();
    }
    if (stream.type == media::StreamInfo::Type::Audio) {
        object[QStringLiteral("channels")] = stream.channels;
        object[QStringLiteral("channel_layout")] = stream.channelLayout;
        object[QStringLiteral("sample_rate")] = stream.sampleRate;
    }
    if (!stream.language.isEmpty()) {
        object[QStringLiteral("language")] = stream.language;
    }
    return object;
}

} // namespace

QJsonObject toJson(const media::MediaInfo& info) {
    QJsonArray streams;
    for (const media::StreamInfo& stream : info.streams) {
        streams.append(toJson(stream));
    }
    const bool hasDuration = info.duration.count() > 0;
    const QSize shown = info.displaySize();
    return {{QStringLiteral("kind"), toCode(info.kind)},
            {QStringLiteral("container"), info.container},
            {QStringLiteral("duration"),
             hasDuration ? QJsonValue(double(info.duration.count()) / microsecondsInSecond) : QJsonValue()},
            {QStringLiteral("width"), shown.isValid() ? QJsonValue(shown.width()) : QJsonValue()},
            {QStringLiteral("height"), shown.isValid() ? QJsonValue(shown.height()) : QJsonValue()},
            {QStringLiteral("frame_count"), info.frameCount > 0 ? QJsonValue(info.frameCount) : QJsonValue()},
            {QStringLiteral("frame_count_is_exact"), info.frameCountIsExact},
            {QStringLiteral("streams"), streams},
            {QStringLiteral("problems"), QJsonArray::fromStringList(info.problems)},
            {QStringLiteral("oddities"), QJsonArray::fromStringList(info.oddities)}};
}

double ratioIn(const QString& text) {
    const double below = text.section(QLatin1Char('/'), 1).toDouble();
    return below > 0 ? text.section(QLatin1Char('/'), 0, 0).toDouble() / below : 0;
}

} // namespace moderato::usecases
