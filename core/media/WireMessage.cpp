#include "core/media/private/WireMessage.h"

#include <QDataStream>
#include <QIODevice>

#include <cstring>

namespace moderato::media {

namespace {

constexpr quint32 maxStreams = 256;
constexpr int maxSide = 1 << 16;

enum class ReplyTag : quint8 { Info, Image, Error };

void write(QDataStream& out, const StreamInfo& s) {
    out << quint8(s.type) << s.codec << s.decodable << s.size << qint32(s.rotation)
        << qint32(s.sampleAspect.numerator) << qint32(s.sampleAspect.denominator)
        << qint32(s.frameRate.numerator) << qint32(s.frameRate.denominator)
        << qint8(s.variableFrameRate ? int(*s.variableFrameRate) : -1) << qint32(s.channels)
        << qint32(s.sampleRate);
}

void read(QDataStream& in, StreamInfo& s) {
    quint8 type = 0;
    qint8 varies = -1;
    qint32 rotation = 0, channels = 0, sampleRate = 0;
    qint32 aspect[2] = {1, 1}, rate[2] = {0, 1};
    in >> type >> s.codec >> s.decodable >> s.size >> rotation >> aspect[0] >> aspect[1] >> rate[0] >>
        rate[1] >> varies >> channels >> sampleRate;
    s.type = StreamInfo::Type(std::min<quint8>(type, quint8(StreamInfo::Type::Other)));
    s.rotation = rotation;
    s.sampleAspect = {aspect[0], aspect[1]};
    s.frameRate = {rate[0], rate[1]};
    s.variableFrameRate = varies < 0 ? std::nullopt : std::optional(varies != 0);
    s.channels = channels;
    s.sampleRate = sampleRate;
}

void write(QDataStream& out, const MediaInfo& info) {
    out << quint8(info.kind) << info.container << qint64(info.duration.count()) << info.frameCount
        << info.frameCountIsExact << info.problems << quint32(info.streams.size());
    for (const StreamInfo& stream : info.streams) {
        write(out, stream);
    }
}

std::optional<MediaInfo> readInfo(QDataStream& in) {
    MediaInfo info;
    quint8 kind = 0;
    qint64 duration = 0;
    quint32 streams = 0;
    in >> kind >> info.container >> duration >> info.frameCount >> info.frameCountIsExact >> info.problems >>
        streams;
    if (in.status() != QDataStream::Ok || kind > quint8(MediaKind::Picture) || streams > maxStreams) {
        return std::nullopt;
    }
    info.kind = MediaKind(kind);
    info.duration = std::chrono::microseconds(duration);
    info.streams.resize(streams);
    for (StreamInfo& stream : info.streams) {
        read(in, stream);
    }
    return info;
}

void write(QDataStream& out, const QImage& image) {
    const QImage plain =
        image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    out << qint32(plain.width()) << qint32(plain.height()) << plain.hasAlphaChannel();
    for (int y = 0; y < plain.height(); ++y) {
        out.writeRawData(reinterpret_cast<const char*>(plain.constScanLine(y)), plain.width() * 4);
    }
}

std::optional<QImage> readImage(QDataStream& in) {
    qint32 width = 0, height = 0;
    bool alpha = false;
    in >> width >> height >> alpha;
    if (width <= 0 || height <= 0 || width > maxSide || height > maxSide ||
        qint64(width) * height * 4 > in.device()->bytesAvailable()) {
        return std::nullopt;
    }
    QImage image(width, height, alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    for (int y = 0; !image.isNull() && y < height; ++y) {
        in.readRawData(reinterpret_cast<char*>(image.scanLine(y)), width * 4);
    }
    return image.isNull() ? std::nullopt : std::optional(image);
}

} // namespace

QByteArray encode(const DecodeRequest& request) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << quint8(request.what) << request.path << request.microseconds << request.maxSize;
    return bytes;
}

std::optional<DecodeRequest> decodeRequest(const QByteArray& bytes) {
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    DecodeRequest request;
    quint8 what = 0;
    in >> what >> request.path >> request.microseconds >> request.maxSize;
    if (in.status() != QDataStream::Ok || what > quint8(DecodeRequest::What::Picture)) {
        return std::nullopt;
    }
    request.what = DecodeRequest::What(what);
    return request;
}

QByteArray encode(const DecodeReply& reply) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    if (const auto* info = std::get_if<MediaInfo>(&reply)) {
        out << quint8(ReplyTag::Info);
        write(out, *info);
    } else if (const auto* image = std::get_if<QImage>(&reply)) {
        out << quint8(ReplyTag::Image);
        write(out, *image);
    } else {
        const Error& error = std::get<Error>(reply);
        out << quint8(ReplyTag::Error) << quint8(error.kind) << error.message << error.detail;
    }
    return bytes;
}

std::optional<DecodeReply> decodeReply(const QByteArray& bytes) {
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    quint8 tag = 0;
    in >> tag;
    std::optional<DecodeReply> reply;
    if (tag == quint8(ReplyTag::Info)) {
        reply = readInfo(in);
    } else if (tag == quint8(ReplyTag::Image)) {
        reply = readImage(in);
    } else if (tag == quint8(ReplyTag::Error)) {
        quint8 kind = 0;
        Error error;
        in >> kind >> error.message >> error.detail;
        error.kind = Error::Kind(std::min<quint8>(kind, quint8(Error::Kind::Internal)));
        reply = error;
    }
    return in.status() == QDataStream::Ok ? reply : std::nullopt;
}

} // namespace moderato::media
