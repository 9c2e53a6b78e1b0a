#include "core/usecases/AnalyzeFile.h"

#include "core/base/Hash.h"
#include "core/media/DecoderProcess.h"

#include <QCoreApplication>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AnalyzeFile)
};

constexpr int defaultSampleRate = 16000;

/// The parts of one file's analysis, one after the other; each keeps its own trouble to itself.
class Parts {
public:
    Parts(media::DecoderProcess& decoder, const AnalyzeOptions& options, const JobContext& context,
          FileAnalysis& analysis)
        : decoder_(decoder)
        , options_(options)
        , context_(context)
        , analysis_(analysis) {}

    Status run() {
        const auto sum = sha256OfFile(analysis_.file);
        if (!sum.ok()) {
            analysis_.errors << sum.error().message;
            return {};
        }
        analysis_.sha256 = *sum;
        auto info = decoder_.probe(analysis_.file, context_);
        if (!info.ok()) {
            return keep(info.error());
        }
        analysis_.probe = std::move(*info);
        if (analysis_.probe->kind == media::MediaKind::Picture) {
            return picture();
        }
        if (analysis_.probe->video()) {
            if (const Status sampled = frames(); !sampled.ok()) {
                return sampled;
            }
        }
        return options_.wantsSound && analysis_.probe->audio() ? sound() : Status();
    }

private:
    /// Only being cancelled ends the analysis.
    Status keep(const Error& error) {
        if (error.isCancelled()) {
            return error;
        }
        analysis_.errors << error.message;
        return {};
    }

    void add(media::SampledFrame frame) {
        const features::PdqResult hashed = features::pdq(frame.image);
        analysis_.frames.push_back({std::move(frame), hashed.hash, hashed.quality});
    }

    Status picture() {
        auto image = decoder_.picture(analysis_.file, options_.sampling.maxSize, context_);
        if (!image.ok()) {
            return keep(image.error());
        }
        add({{.pts = 0, .timeBase = {1, 1}, .number = 0}, std::move(*image)});
        return {};
    }

    Status frames() {
        auto sampled = decoder_.sample(analysis_.file, options_.sampling, context_);
        if (!sampled.ok()) {
            return keep(sampled.error());
        }
        for (media::SampledFrame& frame : *sampled) {
            if (context_.isCancelled()) {
                return Error::cancelled();
            }
            add(std::move(frame));
        }
        return {};
    }

    Status sound() {
        const auto preset = features::mfccPreset(options_.mfccPreset);
        const bool wantsMfcc = options_.wantsMfcc && preset;
        const int rate = wantsMfcc ? preset->sampleRate : defaultSampleRate;
        const auto decoded = decoder_.sound(analysis_.file, rate, context_);
        if (!decoded.ok()) {
            return keep(decoded.error());
        }
        if (!*decoded) {
            return {};
        }
        const media::Sound& sound = **decoded;
        if (!sound.complete) {
            analysis_.errors << Text::tr("Only the first %1 seconds of the sound could be read; the rest is "
                                         "damaged or too long.")
                                    .arg(sound.seconds(), 0, 'f', 1);
        }
        analysis_.loudness = features::loudness(sound.samples, sound.sampleRate);
        if (wantsMfcc) {
            analysis_.mfccPreset = options_.mfccPreset;
            analysis_.mfcc = features::mfcc(sound.samples, *preset);
        }
        return {};
    }

    media::DecoderProcess& decoder_;
    const AnalyzeOptions& options_;
    const JobContext& context_;
    FileAnalysis& analysis_;
};

} // namespace

Result<FileAnalysis> AnalyzeFile::analyze(const QString& path, const AnalyzeOptions& options,
                                          const JobContext& context) {
    FileAnalysis analysis;
    analysis.file = path;
    if (context.isCancelled()) {
        return Error::cancelled();
    }
    if (const Status done = Parts(decoder_, options, context, analysis).run(); !done.ok()) {
        return done.error();
    }
    return analysis;
}

} // namespace moderato::usecases
