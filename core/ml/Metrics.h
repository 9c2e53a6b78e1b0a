#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace moderato::ml {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Scores of a model on examples it was not trained on, each in [0, 1]. NaN where a figure is not defined (no
/// examples; not meant for this task): shown as "–", never as 0.
struct Metrics {
    std::size_t examples = 0;
    double accuracy = undefined;
    double macroF1 = undefined;          ///< Mean F1 over the classes that occur in truth or prediction.
    double calibrationError = undefined; ///< Expected calibration error, see below.
    /// At 1, 3, 5 and 10 predictions. A single-label task has exactly one right answer an example.
    struct AtK {
        double at1 = undefined, at3 = undefined, at5 = undefined, at10 = undefined;
    };
    AtK precision;
    AtK recall;
};

/// Share of examples whose predicted class is the true one. NaN without examples.
double accuracy(std::span<const int> truth, std::span<const int> predicted);

/// F1 = 2·tp / (2·tp + fp + fn) for each of `classes` classes; NaN for a class that is in neither list. A
/// true class of -1 (a label the model does not know) only counts as a false positive of what was predicted.
std::vector<double> f1PerClass(std::span<const int> truth, std::span<const int> predicted, int classes);

/// Mean of the defined values of `f1PerClass`.
double macroF1(std::span<const int> truth, std::span<const int> predicted, int classes);

/// Rows of `classes` counts: `result[t * classes + p]` examples of class t were predicted as p.
std::vector<std::size_t> confusionMatrix(std::span<const int> truth, std::span<const int> predicted,
                                         int classes);

/// Right answers among the first k, over k · examples (micro average, as fastText reports it): an example
/// with fewer than k predictions counts those it has. `ranked[i]` is ordered best first, `truth[i]` is a set.
double precisionAt(int k, std::span<const std::vector<int>> truth, std::span<const std::vector<int>> ranked);

/// Right answers among the first k, over all true labels.
double recallAt(int k, std::span<const std::vector<int>> truth, std::span<const std::vector<int>> ranked);

/// Expected calibration error: confidences in `bins` equal intervals of [0, 1]; the mean, weighted by bin
/// size, of |share of right answers − mean confidence| (Guo et al. 2017).
double expectedCalibrationError(std::span<const float> confidence, std::span<const bool> right,
                                int bins = 15);

/// Area under the ROC curve: how often a positive example has the higher score of a pair, ties counting half.
/// NaN where all examples are of one kind.
double areaUnderCurve(std::span<const float> scores, std::span<const int> positive);

/// All single-label figures. `probabilities` holds one row of `classes` values an example.
Metrics singleLabelMetrics(std::span<const int> truth, std::span<const float> probabilities, int classes);

/// All multi-label figures; `classes` is the number of topics. Accuracy is the share of examples whose first
/// prediction is right. Examples without a true label are left out.
Metrics multiLabelMetrics(std::span<const std::vector<int>> truth, std::span<const std::vector<int>> ranked);

} // namespace moderato::ml
