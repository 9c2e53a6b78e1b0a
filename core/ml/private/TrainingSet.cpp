#include "core/ml/private/TrainingSet.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr int fewestForHoldingOut = 20;
constexpr double titleHiddenLess = 0.2; ///< A title is hidden this many times as often as a body.
/// Squared gradients that an occurrence adds to its n-gram's accumulator, about as observed in training.
constexpr double perOccurrence = 1e-4;

} // namespace

Split splitExamples(int count, double heldOutShare, std::uint64_t seed) {
    std::vector<int> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    Random random(seed);
    random.shuffle(std::span(order));
    const int heldOut =
        count < fewestForHoldingOut ? 0 : std::clamp(int(std::lround(heldOutShare * count)), 0, count / 2);
    return {{order.begin() + heldOut, order.end()}, {order.begin(), order.begin() + heldOut}};
}

void appendForTraining(SparseBatch& batch, const EncodedTexts& texts, int index, const Encoder& encoder,
                       const Dropout& dropout, Random& random) {
    std::array<bool, fieldCount> shown{};
    for (int field = 0; field < fieldCount; ++field) {
        const double hidden = field == 0 ? dropout.field * titleHiddenLess : dropout.field;
        shown[std::size_t(field)] = !texts.field(index, field).rows.empty() && random.uniform() >= hidden;
    }
    const bool none = std::none_of(shown.begin(), shown.end(), [](bool value) { return value; });
    for (int field = 0; field < fieldCount; ++field) {
        if (!none && !shown[std::size_t(field)]) {
            continue;
        }
        const auto encoded = texts.field(index, field);
        for (std::size_t i = 0; i < encoded.rows.size(); ++i) {
            if (dropout.feature <= 0 || random.uniform() >= dropout.feature) {
                batch.rows.push_back(encoded.rows[i]);
                batch.weights.push_back(encoded.weights[i] * encoder.fieldWeight(field));
            }
        }
    }
    batch.finish();
}

SparseBatch batchOf(const EncodedTexts& texts, std::span<const int> indices, const Encoder& encoder) {
    SparseBatch batch;
    for (const int index : indices) {
        for (int field = 0; field < fieldCount; ++field) {
            const auto encoded = texts.field(index, field);
            batch.append(encoded.rows, encoded.weights, encoder.fieldWeight(field));
        }
        batch.finish();
    }
    return batch;
}

float accumulatedBefore(const Encoder& encoder, int row, double examples, double anchor, float start) {
    const double odds = std::expm1(double(encoder.vocabulary().idf(row)));
    const double seen = examples / std::max(odds, 1.0);
    return start + float(anchor * perOccurrence * seen);
}

int batchSize(int wanted, std::size_t examples) {
    constexpr std::size_t stepsARound = 20, smallest = 8;
    return std::min(wanted, int(std::max(smallest, examples / stepsARound)));
}

bool EarlyStop::add(const Round& round) {
    last_ = round.number;
    if (std::isnan(round.heldOutScore) || round.heldOutScore > score_) {
        score_ = std::isnan(round.heldOutScore) ? score_ : round.heldOutScore;
        best_ = round.number;
    }
    return last_ - best_ >= patience_;
}

} // namespace moderato::ml
