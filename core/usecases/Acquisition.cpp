#include "core/usecases/Acquisition.h"

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

namespace {

double product(std::span<const float> a, std::span<const float> b) {
    float sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += a[i] * b[i];
    }
    return double(sum);
}

double distance(std::span<const float> a, std::span<const float> b) {
    return std::max(0.0, 1.0 - product(a, b));
}

std::vector<float> middleOf(const Vectors& vectors) {
    std::vector<float> middle(vectors.dimensions, 0);
    for (std::size_t row = 0; row < vectors.rows(); ++row) {
        const auto values = vectors.row(row);
        for (std::size_t i = 0; i < middle.size(); ++i) {
            middle[i] += values[i];
        }
    }
    return middle;
}

} // namespace

double binaryEntropy(double p) {
    if (p <= 0 || p >= 1) {
        return 0;
    }
    return -p * std::log2(p) - (1 - p) * std::log2(1 - p);
}

double normalizedEntropy(std::span<const float> probabilities) {
    double sum = 0;
    for (const float p : probabilities) {
        sum += std::max(0.0f, p);
    }
    if (sum <= 0 || probabilities.size() < 2) {
        return 0;
    }
    double entropy = 0;
    for (const float p : probabilities) {
        if (p > 0) {
            entropy -= p / sum * std::log(p / sum);
        }
    }
    return entropy / std::log(double(probabilities.size()));
}

double marginUncertainty(std::span<const float> probabilities) {
    double best = 0, second = 0;
    for (const float p : probabilities) {
        if (p > best) {
            second = best;
            best = p;
        } else if (p > second) {
            second = p;
        }
    }
    return std::clamp(1 - (best - second), 0.0, 1.0);
}

std::vector<Pick> farthestFirst(const Vectors& candidates, const Vectors& centres,
                                std::span<const double> weights, std::size_t picks) {
    const std::size_t rows = candidates.rows();
    const auto weight = [&](std::size_t row) { return weights.empty() ? 1.0 : weights[row]; };
    std::vector<double> nearest(rows,
                                1.0); // nothing is labelled: everything is as far as unrelated things are
    std::vector<double> ties(rows, 0.0);
    if (centres.rows() == 0) {
        const std::vector<float> middle = middleOf(candidates);
        for (std::size_t row = 0; row < rows; ++row) {
            ties[row] = product(candidates.row(row), middle);
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < centres.rows(); ++i) {
            const double d = distance(candidates.row(row), centres.row(i));
            nearest[row] = i == 0 ? d : std::min(nearest[row], d);
        }
    }
    std::vector<bool> taken(rows, false);
    std::vector<Pick> chosen;
    while (chosen.size() < std::min(picks, rows)) {
        std::size_t best = rows;
        double bestGain = -1;
        for (std::size_t row = 0; row < rows; ++row) {
            const double gain = weight(row) * nearest[row] * nearest[row];
            if (!taken[row] &&
                (gain > bestGain || (gain == bestGain && chosen.empty() && ties[row] > ties[best]))) {
                best = row;
                bestGain = gain;
            }
        }
        taken[best] = true;
        chosen.push_back({best, nearest[best], bestGain});
        const auto centre = candidates.row(best);
        for (std::size_t row = 0; row < rows; ++row) {
            if (!taken[row]) {
                const double d = distance(candidates.row(row), centre);
                nearest[row] = chosen.size() == 1 && centres.rows() == 0 ? d : std::min(nearest[row], d);
            }
        }
    }
    return chosen;
}

} // namespace moderato::usecases
