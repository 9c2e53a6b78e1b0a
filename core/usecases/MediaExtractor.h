#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/features/PerceptualHash.h"
#include "core/media/FrameTable.h"
#include "core/storage/MediaFileRepository.h"

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace moderato::media {
class DecoderProcess;
}

namespace moderato::usecases {

class TimelineCache;

/// Counts up whenever what is extracted changes: everything is then analysed anew.
constexpr int extractorVersion = 1;

/// The moments whose frames are hashed: 0, s, 2s, … with s = 1/16 s for up to 32 s of length, 1/8 s up to 64
/// s, ¼ s up to 128 s and ½ s up to 256 s, and above that the power of two that leaves no more than 64, so
/// that the cost is flat in the length. Short clips need as many: in one that is cut and moves fast, frames
/// half a second apart are different pictures. The grids are nested, so that edits of different lengths share
/// moments.
std::vector<std::chrono::microseconds> hashedMoments(std::chrono::microseconds duration);

struct HashedFrame {
    media::FrameTime time;
    features::PdqResult whole;
    features::PdqResult bare; ///< Without black bars at the borders; the same where there are none.
};
/// A video's frames at `hashedMoments`, without those that look like the one before (up to 10 bits): a still
/// scene is one hash, a fast one many.
Result<std::vector<HashedFrame>> hashVideo(media::DecoderProcess& decoder, const QString& path,
                                           std::chrono::microseconds duration, const JobContext& context);
/// A picture in its eight orientations.
Result<std::array<features::PdqResult, 8>> hashPicture(media::DecoderProcess& decoder, const QString& path,
                                                       const JobContext& context);

/// What was found out about a file, ready to be stored; its pictures are in the cache already.
struct ExtractedFile {
    storage::StoredFile file;
    std::vector<storage::StoredFrame> frames;
    std::optional<storage::StoredPicture> picture;
};

/// Looks at one file of an item: decodes in the confined worker, computes here. An error where nothing could
/// be found out; a part that failed is a sentence in `file.problem`. Blocks.
class MediaExtractor {
public:
    MediaExtractor(media::DecoderProcess& decoder, const TimelineCache& cache, const Clock& clock)
        : decoder_(decoder)
        , cache_(cache)
        , clock_(clock) {}

    Result<ExtractedFile> extract(const domain::MediaFile& file, const JobContext& context) const;

private:
    media::DecoderProcess& decoder_;
    const TimelineCache& cache_;
    const Clock& clock_;
};

/// Hashes as the database keeps them: 32 bytes, word 0 first, each with its lowest byte first.
QByteArray toBytes(const features::PdqHash& hash);
/// Nothing: not 32 bytes from `at` on.
std::optional<features::PdqHash> hashFrom(QByteArrayView bytes, qsizetype at = 0);

} // namespace moderato::usecases
