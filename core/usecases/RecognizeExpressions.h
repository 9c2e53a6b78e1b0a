#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/media/FrameTable.h"
#include "core/usecases/FaceReader.h"

#include <QImage>
#include <QSize>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace moderato::media {
class DecoderProcess;
}

namespace moderato::usecases {

/// One model of S4.1 as it is asked.
struct ExpressionRecognizer {
    using Recognize = std::function<Result<std::vector<float>>(const ml::AlignedFace&)>;

    QString code;
    QStringList features;
    std::vector<float> thresholds; ///< One a feature: from here on it is shown.
    Recognize recognize;           ///< Probabilities in the order of `features`.
};

/// The models M… below `folder`/models/expressions. `resting`: the reader's face at rest, one or several
/// pictures of it; the models then also see what is different.
Result<std::vector<ExpressionRecognizer>>
expressionRecognizers(const QString& folder, std::span<const ml::AlignedFace> resting = {});

struct ExpressionReading {
    QString feature;
    float probability = 0;
    bool isShown = false;

    bool operator==(const ExpressionReading&) const = default;
};

struct ExpressionFrame {
    media::FrameTime time;
    bool hasFace = false;
    float confidence = 0; ///< That there is a face, 0 to 1.
    std::vector<ExpressionReading> readings;
};

struct ExpressionSummary {
    qint64 frames = 0, withoutFace = 0;
    double confidence = 0; ///< Mean over the frames with a face.
    QStringList models;    ///< Those that ran.
    struct Feature {
        QString code;
        qint64 framesShown = 0;
    };
    std::vector<Feature> features; ///< Those asked for.

    double withoutFaceShare() const { return frames > 0 ? double(withoutFace) / double(frames) : 0; }
    double shownShare(const Feature& feature) const;
};

/// What a face shows in a clip (S4.3): only the models that have one of the features asked for are run.
/// Frames live in memory for as long as they are looked at and are never written. Blocks.
class RecognizeExpressions {
public:
    using FindFace = std::function<std::optional<FaceInFrame>(const QImage&)>;
    using OnFrame = std::function<void(const ExpressionFrame&)>;

    struct Options {
        QStringList features;               ///< Empty: all.
        std::chrono::milliseconds every{0}; ///< Of the clip; 0: each frame.
        QSize maxSize{640, 640};            ///< Larger frames are made smaller first.
    };

    RecognizeExpressions(FindFace findFace, std::vector<ExpressionRecognizer> recognizers)
        : findFace_(std::move(findFace))
        , recognizers_(std::move(recognizers)) {}

    /// InvalidInput where a feature has no model. Begins a clip.
    Status choose(const QStringList& features);
    ExpressionFrame look(const QImage& frame, const media::FrameTime& time);
    const ExpressionSummary& summary() const { return summary_; }
    /// Why a model failed since `choose`; nothing: none did.
    const std::optional<Error>& problem() const { return problem_; }

    /// All of it: choose, then look at each frame.
    Result<ExpressionSummary> clip(const QString& path, const Options& options,
                                   media::DecoderProcess& decoder, const OnFrame& onFrame,
                                   const JobContext& context);

private:
    Status read(const ml::AlignedFace& face, ExpressionFrame& frame);

    FindFace findFace_;
    std::vector<ExpressionRecognizer> recognizers_;
    std::vector<const ExpressionRecognizer*> chosen_;
    QStringList wanted_;
    ExpressionSummary summary_;
    std::optional<Error> problem_;
};

/// Up to `most` aligned faces out of a clip or a picture that shows the reader's face at rest.
Result<std::vector<ml::AlignedFace>> restingFaces(const QString& path, FaceReader& reader,
                                                  media::DecoderProcess& decoder, const JobContext& context,
                                                  int most = 8);

} // namespace moderato::usecases
