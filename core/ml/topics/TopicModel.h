#pragma once

#include "core/base/Result.h"
#include "core/ml/Evidence.h"
#include "core/ml/ModelFile.h"
#include "core/ml/Text.h"

#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

struct TopicScore {
    int topic = 0; ///< Index in `TopicModel::topics()`.
    float relevancy =
        0; ///< Similarity of content vector and topic vector (S0.3); comparable within one model.
    float probability = 0; ///< Share of such candidates that people would choose, 0 to 1, for display.

    bool operator==(const TopicScore&) const = default;
};

/// Orders a topic set by relevancy to a text: content vector and topic vector of the same size, compared
/// (S0.2, S0.3), exactly over the whole set (S0.9). Immutable once made, so any thread may ask it at any
/// time.
class TopicModel {
public:
    struct State;

    explicit TopicModel(std::unique_ptr<const State> state);
    ~TopicModel();

    static Result<std::shared_ptr<const TopicModel>> load(const QString& folder);

    /// The same model with exactly these topics, in this order, without training (S2.9): those that it has
    /// keep their vectors, new ones get theirs from the words of their names at once, the others are gone. A
    /// name of which the model knows no word has a relevancy of 0 to everything. No names, or one twice:
    /// Error::Kind::InvalidInput.
    Result<std::shared_ptr<const TopicModel>> withTopics(std::span<const std::string> names) const;

    Status save(const QString& folder, const ManifestExtras& extras) const;

    const std::vector<std::string>& topics() const;
    int indexOf(const std::string& topic) const; ///< -1: not in this model.
    const Manifest& manifest() const;
    int dimensions() const;

    /// The `k` most relevant topics of each text, best first, without those below `threshold` (of the
    /// relevancy).
    std::vector<std::vector<TopicScore>>
    predict(std::span<const Text> texts, int k = 10,
            float threshold = std::numeric_limits<float>::lowest()) const;

    /// Relevancy of every topic, in the order of `topics()`.
    std::vector<float> relevancies(const Text& text) const;

    /// The words or characters that mattered most for `topic`, strongest first, at most `maxSpans`, not
    /// overlapping.
    std::vector<Evidence> explain(const Text& text, int topic, int maxSpans) const;

    /// The content vector, of unit length; size `dimensions()`.
    std::vector<float> embed(const Text& text) const;

    const State& state() const { return *state_; } ///< For the trainer only.

private:
    std::unique_ptr<const State> state_;
};

} // namespace moderato::ml
