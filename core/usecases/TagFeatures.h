#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/ml/tags/TagItem.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace moderato::media {
class DecoderProcess;
}

namespace moderato::usecases {

/// A file that an item is made of.
struct FeatureSource {
    QString path;
    QByteArray sha256;  ///< Empty: not known yet.
    bool video = false; ///< Else a picture.

    bool operator==(const FeatureSource&) const = default;
};
/// The video, or the pictures in order.
std::vector<FeatureSource> featureSourcesOf(const domain::Content& content);

/// What the tag model reads of files (S2.1, S2.2): 8 segments of a video with their middle frame and two
/// drawn ones, 64 pixels square; coefficients by the preset "document", a row each 10 ms, averaged in sounds
/// of more than 10 s. Made in the decoder process, kept in one file a SHA-256 below a cache folder; what is
/// damaged or of another version is made again. Thread-safe.
class TagFeatures {
public:
    static constexpr int pictureSize = 64;
    static constexpr int segments = 8;
    static constexpr int variants = 3;
    static constexpr int mostSoundRows = 1024;

    /// `cacheFolder` is the library's cache folder; `decoder` null: only what is kept can be read.
    TagFeatures(const QString& cacheFolder, media::DecoderProcess* decoder);

    enum class For {
        Prediction,
        Training
    }; ///< Training draws frames, prediction needs the middle ones only.
    struct Features {
        ml::Pictures pictures;
        ml::SoundFrames sound;
    };
    /// Of a file; where it cannot be decoded the decoder's sentence. Blocks.
    Result<Features> of(const FeatureSource& source, For purpose, const JobContext& context) const;
    /// Makes what is not kept yet, and fills in the SHA-256. Blocks.
    Status ensure(FeatureSource& source, For purpose, const JobContext& context) const;
    /// What is kept; nothing: has to be made.
    std::optional<Features> kept(const QByteArray& sha256, For purpose) const;

    media::DecoderProcess* decoder() const { return decoder_; }
    const QString& folder() const { return folder_; } ///< Where files about media are kept, by SHA-256.

    /// An item out of its files, its pictures one after the other.
    static void add(Features features, ml::TagItem& item);

private:
    QString pathOf(const QByteArray& sha256) const;
    Result<Features> make(const FeatureSource& source, For purpose, const JobContext& context) const;
    void keep(const QByteArray& sha256, const Features& features) const;

    QString folder_;
    media::DecoderProcess* decoder_;
};

} // namespace moderato::usecases
