#include "core/media/private/Wire.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace moderato::media {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_4;

void put(QDataStream& out, const Rational& value) { out << qint32(value.numerator) << qint32(value.denominator); }

Rational takeRational(QDataStream& in)
{
    qint32 numerator = 0, denominator = 1;
    in >> numerator >> denominator;
    return {numerator, denominator};
}

void put(QDataStream& out, const StreamInfo& stream)
{
    out << quint8(stream.type) << stream.codec << stream.decodable << stream.size << qint32(stream.rotation);
    put(out, stream.sampleAspect);
    put(out, stream.frameRate);
    out << stream.variableFrameRate.has_value() << stream.variableFrameRate.value_or(false) << qint32(stream.channels)
        << qint32(stream.sampleRate);
}

StreamInfo takeStream(QDataStream& in)
{
    StreamInfo stream;
    quint8 type = 0;
    qint32 rotation = 0, channels = 0, sampleRate = 0;
    bool known = false, variable = false;
    in >> type >> stream.codec >> stream.decodable >> stream.size >> rotation;
    stream.sampleAspect = takeRational(in);
    stream.frameRate = takeRational(in);
    in >> known >> variable >> channels >> sampleRate;
    stream.type = type <= quint8(StreamInfo::Type::Other) ? StreamInfo::Type(type) : StreamInfo::Type::Other;
    stream.rotation = rotation;
    stream.channels = channels;
    stream.sampleRate = sampleRate;
    if (known) {
        stream.variableFrameRate = variable;
    }
    return stream;
}

/// An answer begins with 1 (a value follows) or 0 (an error follows).
template <class T, class PutValue> QByteArray encodeAnswer(const Result<T>& answer, PutValue putValue)
{
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << answer.ok();
    if (answer) {
        putValue(out, *answer);
    } else {
        out << quint8(answer.error().kind) << answer.error().message << answer.error().detail;
    }
    return message;
}

template <class T, class TakeValue> std::optional<Result<T>> decodeAnswer(const QByteArray& message, TakeValue takeValue)
{
    QDataStream in(message);
    in.setVersion(streamVersion);
    bool ok = false;
    in >> ok;
    if (ok) {
        std::optional<T> value = takeValue(in);
        if (!value || in.status() != QDataStream::Ok) {
            return {};
        }
        return Result<T>(std::move(*value));
    }
    quint8 kind = 0;
    Error error;
    in >> kind >> error.message >> error.detail;
    if (in.status() != QDataStream::Ok || kind > quint8(Error::Kind::Internal)) {
        return {};
    }
    error.kind = Error::Kind(kind);
    return Result<T>(std::move(error));
}

} // namespace

QByteArray encode(const Request& request)
{
    QByteArray message;
    QDataStream out(&message, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << quint8(request.kind) << request.path << qint64(request.time.count()) << request.maxSize;
    return message;
}

std::optional<Request> decodeRequest(const QByteArray& message)
{
    QDataStream in(message);
    in.setVersion(streamVersion);
    Request request;
    quint8 kind = 0;
    qint64 time = 0;
    in >> kind >> request.path >> time >> request.maxSize;
    if (in.status() != QDataStream::Ok || kind > quint8(Request::Kind::Picture)) {
        return {};
    }
    request.kind = Request::Kind(kind);
    request.time = std::chrono::microseconds(time);
    return request;
}

QByteArray encode(const Result<MediaInfo>& answer)
{
    return encodeAnswer(answer, [](QDataStream& out, const MediaInfo& info) {
        out << quint8(info.kind) << info.container << qint64(info.duration.count()) << info.frameCount << info.frameCountIsExact
            << info.problems << quint32(info.streams.size());
        for (const StreamInfo& stream : info.streams) {
            put(out, stream);
        }
    });
}

std::optional<Result<MediaInfo>> decodeMediaInfo(const QByteArray& message)
{
    return decodeAnswer<MediaInfo>(message, [](QDataStream& in) -> std::optional<MediaInfo> {
        MediaInfo info;
        quint8 kind = 0;
        qint64 duration = 0;
        quint32 streams = 0;
        in >> kind >> info.container >> duration >> info.frameCount >> info.frameCountIsExact >> info.problems >> streams;
        if (kind > quint8(MediaKind::Picture) || streams > 1000) {
            return {};
        }
        info.kind = MediaKind(kind);
        info.duration = std::chrono::microseconds(duration);
        for (quint32 i = 0; i < streams; ++i) {
            info.streams.push_back(takeStream(in));
        }
        return info;
    });
}

QByteArray encode(const Result<QImage>& answer)
{
    return encodeAnswer(answer, [](QDataStream& out, const QImage& image) {
        const QImage plain = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
        out << qint32(plain.width()) << qint32(plain.height()) << plain.hasAlphaChannel();
        for (int y = 0; y < plain.height(); ++y) {
            out.writeRawData(reinterpret_cast<const char*>(plain.constScanLine(y)), plain.width() * 4);
        }
    });
}

std::optional<Result<QImage>> decodeImage(const QByteArray& message)
{
    return decodeAnswer<QImage>(message, [](QDataStream& in) -> std::optional<QImage> {
        qint32 width = 0, height = 0;
        bool alpha = false;
        in >> width >> height >> alpha;
        if (width <= 0 || height <= 0 || qint64(width) * height * 4 > in.device()->bytesAvailable()) {
            return {};
        }
        QImage image(width, height, alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
        for (int y = 0; y < height; ++y) {
            if (in.readRawData(reinterpret_cast<char*>(image.scanLine(y)), width * 4) != width * 4) {
                return {};
            }
        }
        return image;
    });
}

bool writeMessage(int fd, const QByteArray& message)
{
    QByteArray framed(4, Qt::Uninitialized);
    qToLittleEndian(quint32(message.size()), framed.data());
    framed += message;
    qsizetype written = 0;
    while (written < framed.size()) {
        const ssize_t count = ::send(fd, framed.constData() + written, size_t(framed.size() - written), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        written += count;
    }
    return true;
}

namespace {

ReadOutcome readBytes(int fd, char* data, qsizetype size, std::optional<std::chrono::steady_clock::time_point> deadline)
{
    while (size > 0) {
        int wait = -1;
        if (deadline) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0) {
                return ReadOutcome::TimedOut;
            }
            wait = int(left.count());
        }
        pollfd entry{fd, POLLIN, 0};
        const int ready = ::poll(&entry, 1, wait);
        if (ready == 0) {
            return ReadOutcome::TimedOut;
        }
        const ssize_t count = ready < 0 ? -1 : ::read(fd, data, size_t(size));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return ReadOutcome::Closed;
        }
        data += count;
        size -= count;
    }
    return ReadOutcome::Message;
}

} // namespace

ReadOutcome readMessage(int fd, QByteArray& message, std::optional<std::chrono::steady_clock::time_point> deadline)
{
    char header[4];
    if (const ReadOutcome outcome = readBytes(fd, header, 4, deadline); outcome != ReadOutcome::Message) {
        return outcome;
    }
    const auto size = qFromLittleEndian<quint32>(header);
    if (size > longestMessage) {
        return ReadOutcome::Closed;
    }
    message.resize(size);
    return readBytes(fd, message.data(), message.size(), deadline);
}

} // namespace moderato::media
