#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace moderato::media {

enum class MediaKind { Video, Audio, Picture };

struct Rational {
    int numerator = 0;
    int denominator = 1;

    double value() const { return denominator == 0 ? 0 : double(numerator) / denominator; }
    bool operator==(const Rational&) const = default;
};

struct StreamInfo {
    enum class Type { Video, Audio, Subtitle, Other };

    Type type = Type::Other;
    QString codec; ///< FFmpeg's short name, "h264"; "unknown" where there is no decoder.
    bool decodable = true;

    QSize size;       ///< Coded pixels, before rotation and aspect.
    int rotation = 0; ///< Clockwise degrees that bring the picture upright: 0, 90, 180, 270.
    Rational sampleAspect{1, 1};
    Rational frameRate;                    ///< The average; 0 where not known.
    std::optional<bool> variableFrameRate; ///< Nothing: not known without reading the whole file.

    bool interlaced = false;
    bool hasBFrames = false; ///< Frames are stored in another order than they are shown in.
    QString pixelFormat;     ///< FFmpeg's name, "yuv420p"; empty: not known.
    int bitDepth = 0;        ///< Bits a colour channel, or a sample of sound; 0: not known.

    int channels = 0;
    QString channelLayout; ///< "stereo", "5.1"
    int sampleRate = 0;    ///< Hz

    bool isBitmap = false; ///< Subtitles that are pictures, not text.

    std::optional<double> startSeconds; ///< Of the first frame, on the container's clock; may be below 0.
    Rational timeBase{0, 1};            ///< Seconds a unit of the stream's time stamps.
    QString language;                   ///< As the file says, "eng"; empty: it does not.
    qint64 bitRate = 0;                 ///< Bits a second; 0: not known.

    bool operator==(const StreamInfo&) const = default;
};

/// What a file holds, without decoding more than its beginning.
struct MediaInfo {
    MediaKind kind = MediaKind::Video;
    QString container; ///< FFmpeg's name, "mov,mp4,m4a,3gp,3g2,mj2".
    std::vector<StreamInfo> streams;
    std::chrono::microseconds duration{0}; ///< 0: not known, or a picture.
    qint64 frameCount = 0; ///< Of the first picture stream; an estimate where `frameCountIsExact` is false.
    bool frameCountIsExact = false;
    QStringList problems; ///< Sentences; the file opens all the same.
    QStringList oddities; ///< Short sentences on what is unusual but in order: "It is rotated by 90°."

    /// The first stream with moving pictures (covers do not count); nothing in a sound file.
    const StreamInfo* video() const;
    const StreamInfo* audio() const;
    /// Upright, with square pixels.
    QSize displaySize() const;

    bool operator==(const MediaInfo&) const = default;
};

} // namespace moderato::media
