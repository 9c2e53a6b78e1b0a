#pragma once

#include "core/base/Result.h"
#include "core/ml/ModelFile.h"
#include "core/ml/expressions/AlignedFace.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

/// The part of an aligned face that a model looks at, in its pixels.
struct FacePart {
    int left = 0, top = 0, width = alignedFaceSize, height = alignedFaceSize;
    int step = 1; ///< So many pixels each way are seen as one; a divisor of width and height.

    bool fits() const;
    bool operator==(const FacePart&) const = default;
};

/// What a face shows compared with the same person's face at rest.
struct NeutralFace {
    std::vector<float> vector; ///< By the model that it is given to; empty: not known.
};

/// One of the models of S4.1 (M001 … M005): how likely each of its expression features is in a part of the
/// face. Each is a folder of its own, and can be replaced or given other thresholds without the others
/// (S4.7). Immutable, any thread.
class ExpressionModel {
public:
    struct State;

    explicit ExpressionModel(std::unique_ptr<const State> state);
    ~ExpressionModel();

    /// Error::Kind::Model with a sentence for a damaged or foreign folder.
    static Result<std::shared_ptr<const ExpressionModel>> load(const QString& folder);
    Status save(const QString& folder, const ManifestExtras& extras) const;

    const Manifest& manifest() const;
    const std::string& code() const { return manifest().name; }
    const std::vector<std::string>& features() const;
    const FacePart& part() const;
    /// From this probability on a feature counts as shown; one a feature.
    const std::vector<float>& thresholds() const;
    /// The same model with other thresholds. InvalidInput unless there is one a feature, each from 0 to 1.
    Result<std::shared_ptr<const ExpressionModel>> withThresholds(std::span<const float> thresholds) const;

    /// Probabilities in the order of `features()`, a row a face. A face of another size is InvalidInput.
    Result<std::vector<std::vector<float>>> predict(std::span<const AlignedFace> faces,
                                                    const NeutralFace& neutral = {}) const;
    /// Of one or several pictures of the person at rest.
    Result<NeutralFace> neutral(std::span<const AlignedFace> faces) const;

    const State& state() const { return *state_; } ///< For the trainer only.

private:
    std::unique_ptr<const State> state_;
};

} // namespace moderato::ml
