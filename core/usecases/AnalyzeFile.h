#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/features/Loudness.h"
#include "core/features/Mfcc.h"
#include "core/features/PerceptualHash.h"
#include "core/media/MediaInfo.h"
#include "core/media/Sampling.h"

#include <QStringList>

namespace moderato::media {
class DecoderProcess;
}

namespace moderato::usecases {

struct AnalyzeOptions {
    media::SampleOptions sampling;
    QString mfccPreset = QStringLiteral("document");
    bool wantsMfcc = true;
    bool wantsSound = true; ///< False: no MFCC and no loudness; the cost is flat in the length then.
};

struct AnalyzedFrame {
    media::SampledFrame frame;
    features::PdqHash pdq;
    int quality = 0;
};

/// What a media file is and what its frames and sound are like. Whatever could be found out is there; what
/// could not is a sentence in `errors`.
struct FileAnalysis {
    QString file;
    QByteArray sha256;
    std::optional<media::MediaInfo> probe;
    std::vector<AnalyzedFrame> frames;
    QString mfccPreset;
    std::optional<features::MfccMatrix> mfcc; ///< Nothing: no sound, or not wanted.
    std::optional<features::Loudness> loudness;
    QStringList errors;
};

/// Decodes in the confined worker, computes here. Blocks; run it as a job. Fails only when cancelled.
class AnalyzeFile {
public:
    explicit AnalyzeFile(media::DecoderProcess& decoder)
        : decoder_(decoder) {}

    Result<FileAnalysis> analyze(const QString& path, const AnalyzeOptions& options,
                                 const JobContext& context);

private:
    media::DecoderProcess& decoder_;
};

} // namespace moderato::usecases
