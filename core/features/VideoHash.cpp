#include "core/features/private/ScanKernels.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace moderato::features {

namespace {

class VideoHashText {
    Q_DECLARE_TR_FUNCTIONS(VideoHashText)
};

/// Each hash once: the reference counts frames that look the same as one.
std::vector<PdqHash> goodHashes(std::span<const VideoFrameHash> frames, int minimumQuality) {
    std::vector<PdqHash> hashes;
    for (const VideoFrameHash& frame : frames) {
        if (frame.quality >= minimumQuality) {
            hashes.push_back(frame.hash);
        }
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

double shareWithin(const std::vector<PdqHash>& hashes, const std::vector<PdqHash>& others, int radius) {
    const ScanKernel kernel = fastestKernel();
    const auto matched = std::count_if(hashes.begin(), hashes.end(), [&](const PdqHash& hash) {
        return anyWithin(kernel, hash, others, radius);
    });
    return hashes.empty() ? 0 : double(matched) / double(hashes.size());
}

std::optional<VideoFrameHash> parseLine(const QByteArray& line) {
    const QList<QByteArray> parts = line.split(',');
    if (parts.size() != 4) {
        return std::nullopt;
    }
    bool frameOk = false, qualityOk = false, secondsOk = false;
    VideoFrameHash frame;
    frame.frame = parts[0].toInt(&frameOk);
    frame.quality = parts[1].toInt(&qualityOk);
    frame.seconds = parts[3].toDouble(&secondsOk);
    const std::optional<PdqHash> hash = PdqHash::fromHex(parts[2].trimmed());
    if (!frameOk || !qualityOk || !secondsOk || !hash || frame.frame < 0 || frame.quality < 0 ||
        frame.quality > 100 || !std::isfinite(frame.seconds)) {
        return std::nullopt;
    }
    frame.hash = *hash;
    return frame;
}

} // namespace

VideoMatch matchVideos(std::span<const VideoFrameHash> query, std::span<const VideoFrameHash> target,
                       int radius, int minimumQuality) {
    if (radius < 0) {
        return {};
    }
    const std::vector<PdqHash> ours = goodHashes(query, minimumQuality);
    const std::vector<PdqHash> theirs = goodHashes(target, minimumQuality);
    const int bound = std::min(radius, 256);
    return {shareWithin(ours, theirs, bound), shareWithin(theirs, ours, bound)};
}

Result<std::vector<VideoFrameHash>> parseVpdq(const QByteArray& text) {
    std::vector<VideoFrameHash> frames;
    int number = 0;
    for (const QByteArray& raw : text.split('\n')) {
        ++number;
        const QByteArray line = raw.trimmed();
        if (line.isEmpty()) {
            continue;
        }
        const std::optional<VideoFrameHash> frame = parseLine(line);
        if (!frame) {
            return Error::invalid(
                VideoHashText::tr(
                    "Line %1 is not a frame's hash. Each line has the frame's number, its quality, "
                    "64 hexadecimal digits and the time in seconds, with commas between.")
                    .arg(number),
                QString::fromUtf8(line.left(200)));
        }
        frames.push_back(*frame);
    }
    return frames;
}

QByteArray toVpdq(std::span<const VideoFrameHash> hashes) {
    QByteArray text;
    for (const VideoFrameHash& frame : hashes) {
        text += QByteArray::number(frame.frame) + ',' + QByteArray::number(frame.quality) + ',' +
                frame.hash.toHex() + ',' + QByteArray::number(frame.seconds, 'f', 3) + '\n';
    }
    return text;
}

} // namespace moderato::features
