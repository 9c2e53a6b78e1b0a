#pragma once

#include "core/base/Result.h"
#include "core/ml/Evidence.h"
#include "core/ml/ModelFile.h"
#include "core/ml/Text.h"

#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace moderato::ml {

/// Calibrated probabilities in the order of the model's labels; they sum to 1.
struct CategoryPrediction {
    std::vector<float> probabilities;

    int best() const; ///< Index of the likeliest label.
    /// The k likeliest labels and their probabilities, best first.
    std::vector<std::pair<int, float>> top(int k) const;
};

/// Says which one category a text belongs to. Immutable once made, so any thread may ask it at any time. Made
/// by `load` or by a trainer; a file that cannot be used is an error (Error::Kind::Model).
class CategoryModel {
public:
    struct State;

    explicit CategoryModel(std::unique_ptr<const State> state);
    ~CategoryModel();

    static Result<std::shared_ptr<const CategoryModel>> load(const QString& folder);
    Status save(const QString& folder, const ManifestExtras& extras) const;

    const std::vector<std::string>& labels() const;
    int indexOf(const std::string& label) const; ///< -1: not a label of this model.
    const Manifest& manifest() const;

    std::vector<CategoryPrediction> predict(std::span<const Text> texts) const;

    /// The words or characters that mattered most for `label`, strongest first, at most `maxSpans`, not
    /// overlapping.
    std::vector<Evidence> explain(const Text& text, int label, int maxSpans) const;

    /// The text's vector inside the model, of unit length, for maps and nearest neighbours; size
    /// `dimensions()`.
    std::vector<float> embed(const Text& text) const;
    int dimensions() const;

    const State& state() const { return *state_; } ///< For the trainer only.

private:
    std::unique_ptr<const State> state_;
};

} // namespace moderato::ml
