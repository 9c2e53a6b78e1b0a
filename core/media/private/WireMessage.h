#pragma once

#include "core/base/Result.h"
#include "core/media/FrameTable.h"
#include "core/media/MediaInfo.h"
#include "core/media/Overview.h"
#include "core/media/Sampling.h"
#include "core/media/SandboxState.h"
#include "core/media/Sound.h"
#include "core/media/private/SharedMemory.h"

#include <QByteArray>
#include <QImage>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace moderato::media {

/// What the program asks its decoder process. The file itself comes as a descriptor beside the message, and
/// new shared memory, where there is some, as a second one.
struct DecodeRequest {
    enum class What : quint8 {
        Probe,
        Frame,
        Cover,
        Picture,
        Sample,
        FramesAt,
        KeyFrame,
        FramesUpTo,
        FrameTable,
        Sound,
        Overview,
        Stop, ///< While a FramesUpTo is answered, without a file: nobody waits for it any more.
    };

    What what = What::Probe;
    QString name{};          ///< Of the file, for sentences.
    qint64 microseconds = 0; ///< Frame, KeyFrame
    QSize maxSize{};         ///< Frame, Cover, Picture, FramesAt, KeyFrame, FramesUpTo
    SampleOptions sampling{};
    std::vector<std::chrono::microseconds> times{}; ///< FramesAt
    qint64 pts = 0;                                 ///< FramesUpTo
    int count = 0;                                  ///< FramesUpTo
    int sampleRate = 0;                             ///< Sound
    OverviewOptions overview{};
    int secondsOfProcessor = 60; ///< What the answer may cost; then the system ends the worker.

    bool operator==(const DecodeRequest&) const = default;
};

/// What the function of that kind returns.
using DecodeReply = std::variant<MediaInfo, QImage, std::vector<SampledFrame>, SampledFrame, FrameTable,
                                 std::optional<Sound>, Overview, Error>;

/// On the wire a message is its length (32 bits, little endian) and these bytes.
constexpr qint64 maxRequestBytes = 1 << 20;
constexpr qint64 maxReplyBytes = 16 << 20;
/// Of pixels and samples in one answer.
constexpr qint64 sharedBytes = qint64(1) << 30;

QByteArray encode(const DecodeRequest& request);
std::optional<DecodeRequest> decodeRequest(const QByteArray& bytes);

struct ReplyMessage {
    DecodeReply reply;
    bool isLast = false; ///< The worker ends now, of its own accord.
};

/// Nothing where the pixels and samples are more than the memory holds.
std::optional<QByteArray> encode(const ReplyMessage& message, SharedMemory& memory);
/// Pictures stay where they are and keep the memory alive; everything else is copied out of it. Nothing where
/// the bytes make no sense: the worker may have been taken over.
std::optional<ReplyMessage> decodeReply(const QByteArray& bytes, const std::shared_ptr<SharedMemory>& memory);

/// What a worker says when it is ready.
QByteArray encodeHello(const SandboxState& state);
std::optional<SandboxState> decodeHello(const QByteArray& bytes);

} // namespace moderato::media
