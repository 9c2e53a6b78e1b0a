#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace moderato::features {

/// PDQ, Facebook's 256-bit hash of a picture (github.com/facebook/ThreatExchange, hashing.pdf). Word 0 holds
/// bits 0…63; the text form is 64 hexadecimal digits, the highest bit first, as the reference writes it.
struct PdqHash {
    std::array<std::uint64_t, 4> words{};

    int distance(const PdqHash& other) const { ///< Bits that differ, 0…256.
        int bits = 0;
        for (int i = 0; i < 4; ++i) {
            bits += std::popcount(words[i] ^ other.words[i]);
        }
        return bits;
    }
    QByteArray toHex() const;
    static std::optional<PdqHash> fromHex(QByteArrayView hex);
    auto operator<=>(const PdqHash&) const = default;
};

/// The published tolerances: pictures match at a distance of at most 31, where both qualities are at
/// least 50.
constexpr int pdqMatchDistance = 31;
constexpr int pdqMinimumQuality = 50;

struct PdqResult {
    PdqHash hash;
    int quality = 0; ///< 0…100; flat pictures have little.
};

/// Of the whole picture at its own size; transparency is left out. A picture of less than 5 pixels in either
/// direction, or none: a hash of zeros and quality 0. Thread-safe, as all of this header.
PdqResult pdq(const QImage& picture);
/// The hashes of the picture's eight orientations: as it is, turned by 90, 180, 270, flipped in x, in y, and
/// across both diagonals (the reference's dihedral order).
std::array<PdqResult, 8> pdqDihedral(const QImage& picture);

/// Scans for all hashes within `radius` of any query: → pairs of (query, place), by query, then place.
struct HashMatch {
    int query = 0;
    int place = 0;
    int distance = 0;
};
std::vector<HashMatch> scan(std::span<const PdqHash> queries, std::span<const PdqHash> hashes, int radius);

/// vPDQ: a video as the hashes of its frames at a fixed interval.
struct VideoFrameHash {
    int frame = 0;
    int quality = 0;
    PdqHash hash;
    double seconds = 0;
};
struct VideoMatch {
    double queryShare = 0;  ///< Of the query's good frames that have a match in the other, 0…1.
    double targetShare = 0; ///< The other way round.
};
/// Frames of less than `minimumQuality` do not count, and frames of the same hash count once.
VideoMatch matchVideos(std::span<const VideoFrameHash> query, std::span<const VideoFrameHash> target,
                       int radius = pdqMatchDistance, int minimumQuality = pdqMinimumQuality);
/// The reference's text format, `frame,quality,hex,timestamp` a line; a bad line is an error with its number.
Result<std::vector<VideoFrameHash>> parseVpdq(const QByteArray& text);
QByteArray toVpdq(std::span<const VideoFrameHash> hashes);

} // namespace moderato::features
