#pragma once

#include "core/base/JobContext.h"
#include "core/ml/TrainingReport.h"
#include "core/ml/expressions/ExpressionModel.h"

#include <cstdint>
#include <functional>

namespace moderato::ml {

enum class Shown : std::int8_t { No, Yes, Unclear };

struct ExpressionExample {
    AlignedFace face;
    std::vector<Shown> features; ///< In the order of the options' features.
    int neutral = -1;            ///< Which of the neutral faces is the same person's; −1: none.
};

struct ExpressionTrainingOptions {
    std::string code; ///< "M001"
    std::vector<std::string> features;
    FacePart part;
    int rounds = 8;
    int batch = 32;
    double rate = 2e-3;
    double weightDecay = 0.01;
    double neutralShare = 0.5; ///< Of the examples that are learned together with their neutral face.
    int shift = 3;             ///< Pixels by which a face may lie beside its place.
    std::uint64_t seed = 1;
};

/// Deterministic on one thread, blocks, cancelled between two steps, `onRound` on the calling thread.
/// InvalidInput for options or examples that do not fit together. Thresholds are 0.5 until they are chosen.
Result<std::shared_ptr<const ExpressionModel>>
trainExpressions(std::span<const ExpressionExample> examples, std::span<const AlignedFace> neutrals,
                 const ExpressionTrainingOptions& options, const JobContext& job = {},
                 const std::function<void(const Round&)>& onRound = {});

/// An example as it is shown once: moved a little, mirrored, in another light …
struct DrawnExpression {
    AlignedFace face;
    AlignedFace neutral; ///< Without pixels: learned alone.
    std::vector<Shown> features;
};
/// The same from a source that makes example i anew each round, asked on the calling thread; `options.shift`
/// and `neutralShare` are up to it.
using DrawExpression = std::function<DrawnExpression(std::size_t)>;
Result<std::shared_ptr<const ExpressionModel>>
trainExpressions(std::size_t examples, const DrawExpression& draw, const ExpressionTrainingOptions& options,
                 const JobContext& job = {}, const std::function<void(const Round&)>& onRound = {});

/// How well one feature is told, what is unclear left out.
struct FeatureFigures {
    std::string feature;
    double precision = undefined, recall = undefined, f1 = undefined;
    std::size_t shown = 0, examples = 0;
};
/// With or without the neutral faces.
Result<std::vector<FeatureFigures>> evaluateExpressions(const ExpressionModel& model,
                                                        std::span<const ExpressionExample> examples,
                                                        std::span<const AlignedFace> neutrals);
/// The thresholds with the best F1 on these examples, each counted once without and, where there is one, once
/// with its neutral face.
Result<std::vector<float>> bestThresholds(const ExpressionModel& model,
                                          std::span<const ExpressionExample> examples,
                                          std::span<const AlignedFace> neutrals);

} // namespace moderato::ml
