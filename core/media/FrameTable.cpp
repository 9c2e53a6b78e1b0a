#include "core/media/FrameTable.h"

#include "core/media/InputFile.h"
#include "core/media/private/FrameTables.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::media {

namespace {

constexpr qint64 smallFile = qint64(64) << 20;
constexpr size_t maxFrames = size_t(1) << 24; // Six days at 30 a second.

struct PacketTime {
    int64_t pts = AV_NOPTS_VALUE;
    int64_t dts = AV_NOPTS_VALUE;
    int64_t duration = 0;
    bool isKey = false;
};

/// Of a reader that was just opened: going back to the beginning is not possible in every container (ASF).
std::vector<PacketTime> readPackets(VideoReader& reader) {
    const bool isIndexed = hasWholeIndex(reader.format());
    std::vector<PacketTime> packets;
    if (isIndexed) {
        leaveOutBytes(reader.format(), true);
    }
    while (const AVPacket* packet = packets.size() < maxFrames ? reader.nextPacket() : nullptr) {
        if (!(packet->flags & AV_PKT_FLAG_DISCARD)) {
            packets.push_back(
                {packet->pts, packet->dts, packet->duration, (packet->flags & AV_PKT_FLAG_KEY) != 0});
        }
    }
    if (isIndexed) {
        leaveOutBytes(reader.format(), false);
    }
    reader.rewind();
    return packets;
}

bool allHave(const std::vector<PacketTime>& packets, int64_t PacketTime::*time) {
    return std::ranges::none_of(packets, [time](const PacketTime& p) { return p.*time == AV_NOPTS_VALUE; });
}

/// AVI and the like state when a frame is decoded. The decoder holds frames back that others refer to, so
/// that the first one comes out at the time of a later packet; FFmpeg calls that its time.
void showWhenDecoded(std::vector<PacketTime>& packets, int heldBack) {
    const size_t shift = std::min(size_t(std::max(heldBack, 0)), packets.size());
    for (size_t i = 0; i < packets.size(); ++i) {
        const bool isLate = i + shift >= packets.size();
        const int64_t step = std::clamp<int64_t>(packets.back().duration, 1, 1 << 30);
        packets[i].pts = isLate ? packets.back().dts + step * int64_t(i + shift - packets.size() + 1)
                                : packets[i + shift].dts;
    }
}

/// A bare stream has no times at all: frames follow one another at its rate.
void showOneByOne(std::vector<PacketTime>& packets, int64_t start) {
    int64_t time = start;
    for (PacketTime& packet : packets) {
        packet.pts = time;
        time += std::clamp<int64_t>(packet.duration, 1, 1 << 30);
    }
}

} // namespace

qint64 FrameTable::numberAt(qint64 time) const {
    const auto after = std::ranges::upper_bound(pts, time);
    return pts.empty() ? -1 : std::max<qint64>(after - pts.begin() - 1, 0);
}

qint64 FrameTable::numberAtSeconds(double seconds) const {
    const double time = timeBase.value() > 0 ? std::floor(seconds / timeBase.value() + 1e-6) : 0;
    return numberAt(qint64(std::clamp(time, -9e18, 9e18)));
}

FrameTime FrameTable::at(qint64 number) const {
    return number >= 0 && number < count() ? FrameTime{pts[size_t(number)], timeBase, number}
                                           : FrameTime{0, timeBase, -1};
}

FrameTimes timesOf(VideoReader& reader) {
    std::vector<PacketTime> packets = readPackets(reader);
    const bool areStated = allHave(packets, &PacketTime::pts);
    if (!areStated) {
        if (allHave(packets, &PacketTime::dts)) {
            showWhenDecoded(packets, reader.stream().codecpar->video_delay);
        } else {
            showOneByOne(packets, reader.start());
        }
    }
    std::ranges::stable_sort(packets, {}, &PacketTime::pts);
    FrameTable table;
    table.timeBase = reader.timeBase();
    for (const PacketTime& packet : packets) {
        if (table.pts.empty() || packet.pts > table.pts.back()) {
            table.pts.push_back(packet.pts);
            table.isKey.push_back(packet.isKey);
        }
    }
    return {std::move(table), areStated};
}

std::optional<FrameTimes> cheapTimesOf(VideoReader& reader, qint64 fileSize) {
    if (!hasWholeIndex(reader.format()) && fileSize > smallFile) {
        return std::nullopt;
    }
    FrameTimes times = timesOf(reader);
    return times.table.pts.empty() ? std::nullopt : std::optional(std::move(times));
}

Result<FrameTable> readFrameTable(const InputFile& file) {
    Result<VideoReader> reader = VideoReader::open(file, {});
    if (!reader) {
        return reader.error();
    }
    return timesOf(*reader).table;
}

} // namespace moderato::media
