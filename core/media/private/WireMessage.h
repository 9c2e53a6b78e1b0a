#pragma once

#include "core/base/Result.h"
#include "core/media/MediaInfo.h"

#include <QByteArray>
#include <QImage>

#include <variant>

namespace moderato::media {

/// What the program asks its decoder process.
struct DecodeRequest {
    enum class What : quint8 { Probe, Frame, Cover, Picture };

    What what = What::Probe;
    QString path;
    qint64 microseconds = 0;
    QSize maxSize;

    bool operator==(const DecodeRequest&) const = default;
};

/// Probe answers with a MediaInfo, everything else with a QImage.
using DecodeReply = std::variant<MediaInfo, QImage, Error>;

/// On the wire a message is its length (32 bits, little endian) and these bytes.
constexpr qint64 maxRequestBytes = 1 << 20;
constexpr qint64 maxReplyBytes = qint64(512) << 20;

QByteArray encode(const DecodeRequest& request);
std::optional<DecodeRequest> decodeRequest(const QByteArray& bytes);
QByteArray encode(const DecodeReply& reply);
/// Nothing where the bytes make no sense: the worker may have been taken over.
std::optional<DecodeReply> decodeReply(const QByteArray& bytes);

} // namespace moderato::media
