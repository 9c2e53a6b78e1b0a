#include "core/usecases/RecognizeExpressions.h"

#include "core/media/DecoderProcess.h"
#include "core/ml/expressions/ExpressionModel.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecognizeExpressions)
};

constexpr int mostAtOnce = 96;  ///< Frames in memory.
constexpr int leastAtOnce = 32; ///< From here on a run ends before a key frame.

std::chrono::microseconds timeOf(const media::FrameTable& table, qint64 number) {
    const double seconds =
        double(table.pts[std::size_t(number)] - table.pts.front()) * table.timeBase.value();
    return std::chrono::microseconds(qint64(std::ceil(seconds * 1e6)));
}

/// The numbers of the frames to look at.
std::vector<qint64> framesOf(const media::FrameTable& table, std::chrono::milliseconds every) {
    std::vector<qint64> numbers;
    std::chrono::microseconds next{0};
    for (qint64 number = 0; number < table.count(); ++number) {
        const auto time = timeOf(table, number);
        if (time >= next) {
            numbers.push_back(number);
            next = time + every;
        }
    }
    return numbers;
}

/// Where the run that begins at `from` ends: decoding begins at a key frame, so a run had better too.
std::size_t endOfRun(const media::FrameTable& table, const std::vector<qint64>& numbers, std::size_t from) {
    const std::size_t most = std::min(numbers.size(), from + mostAtOnce);
    for (std::size_t i = from + leastAtOnce; i < most; ++i) {
        if (table.isKey[std::size_t(numbers[i])]) {
            return i;
        }
    }
    return most;
}

} // namespace

double ExpressionSummary::shownShare(const Feature& feature) const {
    const qint64 seen = frames - withoutFace;
    return seen > 0 ? double(feature.framesShown) / double(seen) : 0;
}

Result<std::vector<ExpressionRecognizer>> expressionRecognizers(const QString& folder,
                                                                std::span<const ml::AlignedFace> resting) {
    const QDir dir(folder + QStringLiteral("/models/expressions"));
    std::vector<ExpressionRecognizer> recognizers;
    for (const QString& name : dir.entryList({QStringLiteral("M*")}, QDir::Dirs, QDir::Name)) {
        auto model = ml::ExpressionModel::load(dir.filePath(name));
        if (!model.ok()) {
            return model.error();
        }
        ml::NeutralFace neutral;
        if (!resting.empty()) {
            auto made = (*model)->neutral(resting);
            if (!made.ok()) {
                return made.error();
            }
            neutral = std::move(*made);
        }
        ExpressionRecognizer recognizer{
            .code = name, .features = {}, .thresholds = (*model)->thresholds(), .recognize = {}};
        for (const std::string& feature : (*model)->features()) {
            recognizer.features << QString::fromStdString(feature);
        }
        recognizer.recognize = [model = *model,
                                neutral](const ml::AlignedFace& face) -> Result<std::vector<float>> {
            auto rows = model->predict(std::span(&face, 1), neutral);
            return rows.ok() ? Result(std::move(rows->front())) : rows.error();
        };
        recognizers.push_back(std::move(recognizer));
    }
    if (recognizers.empty()) {
        return Error{Error::Kind::Model,
                     Text::tr("There are no models of expressions: install the program again."), dir.path()};
    }
    return recognizers;
}

Status RecognizeExpressions::choose(const QStringList& features) {
    chosen_.clear();
    wanted_.clear();
    summary_ = {};
    problem_.reset();
    for (const ExpressionRecognizer& recognizer : recognizers_) {
        QStringList own;
        for (const QString& feature : recognizer.features) {
            if (features.isEmpty() || features.contains(feature)) {
                own << feature;
                summary_.features.push_back({feature, 0});
            }
        }
        if (!own.isEmpty()) {
            chosen_.push_back(&recognizer);
            summary_.models << recognizer.code;
            wanted_ << own;
        }
    }
    for (const QString& feature : features) {
        if (!wanted_.contains(feature)) {
            return Error::invalid(
                Text::tr("No model recognises “%1”: take a feature of the expression sets.").arg(feature));
        }
    }
    return {};
}

Status RecognizeExpressions::read(const ml::AlignedFace& face, ExpressionFrame& frame) {
    std::size_t place = 0;
    for (const ExpressionRecognizer* recognizer : chosen_) {
        const auto probabilities = recognizer->recognize(face);
        if (!probabilities.ok()) {
            return probabilities.error();
        }
        for (qsizetype i = 0; i < recognizer->features.size(); ++i) {
            if (!wanted_.contains(recognizer->features[i])) {
                continue;
            }
            const float probability = probabilities->at(std::size_t(i));
            const bool isShown = probability >= recognizer->thresholds.at(std::size_t(i));
            frame.readings.push_back({recognizer->features[i], probability, isShown});
            summary_.features[place++].framesShown += isShown;
        }
    }
    return {};
}

ExpressionFrame RecognizeExpressions::look(const QImage& image, const media::FrameTime& time) {
    ExpressionFrame frame{.time = time, .hasFace = false, .confidence = 0, .readings = {}};
    ++summary_.frames;
    const auto face = findFace_(image);
    if (!face) {
        ++summary_.withoutFace;
        return frame;
    }
    frame.hasFace = true;
    frame.confidence = face->confidence;
    const auto seen = double(summary_.frames - summary_.withoutFace);
    summary_.confidence += (double(face->confidence) - summary_.confidence) / seen;
    if (const Status done = read(face->aligned, frame); !done.ok()) {
        problem_ = done.error();
    }
    return frame;
}

Result<ExpressionSummary> RecognizeExpressions::clip(const QString& path, const Options& options,
                                                     media::DecoderProcess& decoder, const OnFrame& onFrame,
                                                     const JobContext& context) {
    if (const Status chosen = choose(options.features); !chosen.ok()) {
        return chosen.error();
    }
    const auto table = decoder.frameTable(path, context);
    if (!table.ok()) {
        return table.error();
    }
    const std::vector<qint64> numbers = framesOf(*table, options.every);
    for (std::size_t from = 0; from < numbers.size();) {
        const std::size_t end = endOfRun(*table, numbers, from);
        std::vector<std::chrono::microseconds> times;
        for (std::size_t i = from; i < end; ++i) {
            times.push_back(timeOf(*table, numbers[i]));
        }
        const auto frames = decoder.framesAt(path, times, options.maxSize, context);
        if (!frames.ok()) {
            return frames.error();
        }
        for (const media::SampledFrame& frame : *frames) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            onFrame(look(frame.image, frame.time));
            if (problem_) {
                return *problem_;
            }
        }
        context.report(qint64(end), qint64(numbers.size()), Text::tr("Recognising"));
        from = end;
    }
    return summary_;
}

Result<std::vector<ml::AlignedFace>> restingFaces(const QString& path, FaceReader& reader,
                                                  media::DecoderProcess& decoder, const JobContext& context,
                                                  int most) {
    constexpr int largest = 640;
    media::SampleOptions options;
    options.segments = most;
    options.maxSize = QSize(largest, largest);
    const auto frames = decoder.sample(path, options, context);
    if (!frames.ok()) {
        return frames.error();
    }
    std::vector<ml::AlignedFace> faces;
    for (const media::SampledFrame& frame : *frames) {
        reader.forget();
        if (auto face = reader.next(frame.image)) {
            faces.push_back(std::move(face->aligned));
        }
    }
    reader.forget();
    if (faces.empty()) {
        return Error::invalid(Text::tr("No face is found in %1: take a picture from the front.").arg(path));
    }
    return faces;
}

} // namespace moderato::usecases
