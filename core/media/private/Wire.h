#pragma once

#include "core/base/Result.h"
#include "core/media/MediaInfo.h"

#include <QByteArray>
#include <QImage>

#include <chrono>
#include <optional>

namespace moderato::media {

/// What the program asks its decode worker.
struct Request {
    enum class Kind : quint8 { Probe, FrameAt, CoverFrame, Picture };

    Kind kind = Kind::Probe;
    QString path{};
    std::chrono::microseconds time{0};
    QSize maxSize{};
};

QByteArray encode(const Request& request);
std::optional<Request> decodeRequest(const QByteArray& message);

QByteArray encode(const Result<MediaInfo>& answer);
QByteArray encode(const Result<QImage>& answer);
/// Nothing: the message is not what a healthy worker sends.
std::optional<Result<MediaInfo>> decodeMediaInfo(const QByteArray& message);
std::optional<Result<QImage>> decodeImage(const QByteArray& message);

/// Messages are four bytes of length (little endian) and that many bytes.
constexpr quint32 longestMessage = quint32(512) << 20;
bool writeMessage(int fd, const QByteArray& message);
enum class ReadOutcome { Message, Closed, TimedOut };
/// `deadline` nothing: waits as long as it takes.
ReadOutcome readMessage(int fd, QByteArray& message, std::optional<std::chrono::steady_clock::time_point> deadline);

} // namespace moderato::media
