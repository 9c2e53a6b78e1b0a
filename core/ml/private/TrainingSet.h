#pragma once

#include "core/base/Random.h"
#include "core/ml/TrainingReport.h"
#include "core/ml/private/Encoder.h"

#include <algorithm>
#include <vector>

namespace moderato::ml {

/// Which examples are trained on and which are only scored.
struct Split {
    std::vector<int> training, heldOut;
};
Split splitExamples(int count, double heldOutShare, std::uint64_t seed);

/// How much of a text a training step hides.
struct Dropout {
    double feature = 0, field = 0;
};

/// With few examples to continue from, half of every text is hidden: otherwise the n-grams that happen to be
/// new take all of the change, and similar texts stay as they were.
inline constexpr double continuedFeatureDropout = 0.5;

/// Adds text `index` to the batch, parts of it hidden.
void appendForTraining(SparseBatch& batch, const EncodedTexts& texts, int index, const Encoder& encoder,
                       const Dropout& dropout, Random& random);
SparseBatch batchOf(const EncodedTexts& texts, std::span<const int> indices, const Encoder& encoder);

/// AdaGrad's accumulator of an n-gram that a model already knows, as if training had gone on: those seen
/// often move little. `anchor` scales it.
float accumulatedBefore(const Encoder& encoder, int row, double examples, double anchor, float start);

/// Few examples are learned in smaller steps, so that a round has about twenty of them at least.
int batchSize(int wanted, std::size_t examples);

/// The step size falls to zero over the rounds.
class FallingRate {
public:
    FallingRate(int rounds, std::size_t examples, int batch)
        : steps_(double(rounds) * double((examples + std::size_t(batch) - 1) / std::size_t(batch))) {}
    double next() { return std::max(0.0, 1 - double(step_++) / steps_); }

private:
    double steps_;
    long step_ = 0;
};

/// Remembers the best held-out score and says when it stopped rising.
class EarlyStop {
public:
    explicit EarlyStop(int patience)
        : patience_(patience) {}
    bool add(const Round& round);
    int best() const { return best_; }

private:
    int patience_;
    int best_ = 0;
    int last_ = 0;
    double score_ = -1;
};

} // namespace moderato::ml
