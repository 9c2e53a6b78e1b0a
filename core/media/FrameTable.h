#pragma once

#include "core/base/Result.h"
#include "core/media/MediaInfo.h"

#include <vector>

namespace moderato::media {

class InputFile;

/// When a frame is shown. The presentation time stamp, as the container states it (it may begin below or
/// above 0), is the truth; number and seconds are derived from it.
struct FrameTime {
    qint64 pts = 0;
    Rational timeBase{1, 1000000}; ///< Seconds a unit of `pts`.
    qint64 number = -1;            ///< Counted from 0 in order of showing; −1: not known.

    double seconds() const { return double(pts) * timeBase.value(); }
    bool operator==(const FrameTime&) const = default;
};

/// Every frame of the first picture stream in order of showing, read from the packets without decoding.
struct FrameTable {
    Rational timeBase{1, 1000000};
    std::vector<qint64> pts;   ///< Strictly rising.
    std::vector<quint8> isKey; ///< As many; 1: decoding can begin here.

    qint64 count() const { return qint64(pts.size()); }
    /// The frame on the screen at `time` (in `timeBase`): the last one at or before it; the first one before
    /// the beginning; −1 in an empty table.
    qint64 numberAt(qint64 time) const;
    qint64 numberAtSeconds(double seconds) const;
    FrameTime at(qint64 number) const;

    bool operator==(const FrameTable&) const = default;
};

/// Reads all packets of the first picture stream; the cost is that of reading the file. Frames that the
/// container says are not shown (edit lists, discarded packets) are left out.
Result<FrameTable> readFrameTable(const InputFile& file);

} // namespace moderato::media
