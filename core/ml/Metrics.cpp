#include "core/ml/Metrics.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace moderato::ml {

double accuracy(std::span<const int> truth, std::span<const int> predicted) {
    if (truth.empty() || truth.size() != predicted.size()) {
        return undefined;
    }
    std::size_t right = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        right += truth[i] == predicted[i];
    }
    return double(right) / double(truth.size());
}

std::vector<double> f1PerClass(std::span<const int> truth, std::span<const int> predicted, int classes) {
    std::vector<double> hit(static_cast<std::size_t>(classes));
    std::vector<double> inTruth(hit), inPredicted(hit);
    for (std::size_t i = 0; i < std::min(truth.size(), predicted.size()); ++i) {
        if (truth[i] >= 0 && truth[i] < classes) {
            ++inTruth[std::size_t(truth[i])];
        }
        if (predicted[i] >= 0 && predicted[i] < classes) {
            ++inPredicted[std::size_t(predicted[i])];
            hit[std::size_t(predicted[i])] += truth[i] == predicted[i];
        }
    }
    std::vector<double> result;
    for (std::size_t c = 0; c < hit.size(); ++c) {
        const double seen = inTruth[c] + inPredicted[c];
        result.push_back(seen > 0 ? 2 * hit[c] / seen : undefined);
    }
    return result;
}

double macroF1(std::span<const int> truth, std::span<const int> predicted, int classes) {
    double sum = 0;
    int defined = 0;
    for (const double value : f1PerClass(truth, predicted, classes)) {
        if (!std::isnan(value)) {
            sum += value;
            ++defined;
        }
    }
    return defined > 0 ? sum / defined : undefined;
}

std::vector<std::size_t> confusionMatrix(std::span<const int> truth, std::span<const int> predicted,
                                         int classes) {
    std::vector<std::size_t> result(std::size_t(classes) * std::size_t(classes));
    const auto known = [classes](int label) { return label >= 0 && label < classes; };
    for (std::size_t i = 0; i < std::min(truth.size(), predicted.size()); ++i) {
        if (known(truth[i]) && known(predicted[i])) {
            ++result[std::size_t(truth[i]) * std::size_t(classes) + std::size_t(predicted[i])];
        }
    }
    return result;
}

namespace {

struct Hits {
    double right = 0, given = 0, wanted = 0;
};

Hits countHits(int k, std::span<const std::vector<int>> truth, std::span<const std::vector<int>> ranked) {
    Hits hits;
    for (std::size_t i = 0; i < std::min(truth.size(), ranked.size()); ++i) {
        const std::size_t shown = std::min(ranked[i].size(), std::size_t(std::max(0, k)));
        for (std::size_t j = 0; j < shown; ++j) {
            hits.right += std::find(truth[i].begin(), truth[i].end(), ranked[i][j]) != truth[i].end();
        }
        hits.given += double(shown);
        hits.wanted += double(truth[i].size());
    }
    return hits;
}

} // namespace

double precisionAt(int k, std::span<const std::vector<int>> truth, std::span<const std::vector<int>> ranked) {
    const Hits hits = countHits(k, truth, ranked);
    return hits.given > 0 ? hits.right / hits.given : undefined;
}

double recallAt(int k, std::span<const std::vector<int>> truth, std::span<const std::vector<int>> ranked) {
    const Hits hits = countHits(k, truth, ranked);
    return hits.wanted > 0 ? hits.right / hits.wanted : undefined;
}

double expectedCalibrationError(std::span<const float> confidence, std::span<const bool> right, int bins) {
    if (confidence.empty() || confidence.size() != right.size() || bins < 1) {
        return undefined;
    }
    std::vector<double> difference(static_cast<std::size_t>(bins));
    for (std::size_t i = 0; i < confidence.size(); ++i) {
        const int bin = std::clamp(int(confidence[i] * float(bins)), 0, bins - 1);
        difference[std::size_t(bin)] += double(right[i]) - double(confidence[i]);
    }
    double sum = 0;
    for (const double value : difference) {
        sum += std::abs(value);
    }
    return sum / double(confidence.size());
}

double areaUnderCurve(std::span<const float> scores, std::span<const int> positive) {
    std::vector<std::size_t> order(std::min(scores.size(), positive.size()));
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    double positives = 0, negativesBelow = 0, pairs = 0;
    for (std::size_t begin = 0; begin < order.size();) {
        double tiedPositives = 0, tiedNegatives = 0;
        std::size_t end = begin;
        for (; end < order.size() && scores[order[end]] == scores[order[begin]]; ++end) {
            ++(positive[order[end]] != 0 ? tiedPositives : tiedNegatives);
        }
        pairs += tiedPositives * (negativesBelow + tiedNegatives / 2);
        positives += tiedPositives;
        negativesBelow += tiedNegatives;
        begin = end;
    }
    return positives > 0 && negativesBelow > 0 ? pairs / (positives * negativesBelow) : undefined;
}

Metrics singleLabelMetrics(std::span<const int> truth, std::span<const float> probabilities, int classes) {
    Metrics result;
    result.examples = truth.size();
    if (truth.empty() || classes < 1 || probabilities.size() != truth.size() * std::size_t(classes)) {
        return result;
    }
    std::vector<int> predicted;
    std::vector<std::vector<int>> ranked, wanted;
    std::vector<float> confidence;
    const auto right = std::make_unique<bool[]>(truth.size());
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const auto row = probabilities.subspan(i * std::size_t(classes), std::size_t(classes));
        std::vector<int> order(static_cast<std::size_t>(classes));
        std::iota(order.begin(), order.end(), 0);
        const auto kept = order.begin() + std::min(classes, 10);
        std::partial_sort(order.begin(), kept, order.end(), [&](int a, int b) {
            return row[std::size_t(a)] != row[std::size_t(b)] ? row[std::size_t(a)] > row[std::size_t(b)]
                                                              : a < b;
        });
        order.erase(kept, order.end());
        predicted.push_back(order.front());
        confidence.push_back(row[std::size_t(order.front())]);
        right[i] = order.front() == truth[i];
        ranked.push_back(std::move(order));
        wanted.push_back({truth[i]});
    }
    result.accuracy = accuracy(truth, predicted);
    result.macroF1 = macroF1(truth, predicted, classes);
    result.calibrationError = expectedCalibrationError(confidence, {right.get(), truth.size()});
    result.precision = {precisionAt(1, wanted, ranked), precisionAt(3, wanted, ranked),
                        precisionAt(5, wanted, ranked), precisionAt(10, wanted, ranked)};
    result.recall = {recallAt(1, wanted, ranked), recallAt(3, wanted, ranked), recallAt(5, wanted, ranked),
                     recallAt(10, wanted, ranked)};
    return result;
}

Metrics multiLabelMetrics(std::span<const std::vector<int>> truth, std::span<const std::vector<int>> ranked) {
    Metrics result;
    std::vector<std::vector<int>> wanted, given;
    for (std::size_t i = 0; i < std::min(truth.size(), ranked.size()); ++i) {
        if (!truth[i].empty()) {
            wanted.push_back(truth[i]);
            given.push_back(ranked[i]);
        }
    }
    result.examples = wanted.size();
    result.precision = {precisionAt(1, wanted, given), precisionAt(3, wanted, given),
                        precisionAt(5, wanted, given), precisionAt(10, wanted, given)};
    result.recall = {recallAt(1, wanted, given), recallAt(3, wanted, given), recallAt(5, wanted, given),
                     recallAt(10, wanted, given)};
    result.accuracy = result.precision.at1;
    return result;
}

} // namespace moderato::ml
