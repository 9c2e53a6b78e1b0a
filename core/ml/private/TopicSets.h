#pragma once

#include "core/ml/private/TopicExamples.h"
#include "core/ml/private/TopicLosses.h"
#include "core/ml/private/TrainingSet.h"

#include <cstdint>
#include <vector>

namespace moderato::ml {

/// The topics that were drawn as negatives for each example's own topics (S2.7), -1: none.
using DrawnNegatives = std::vector<std::vector<int>>;

/// One set (mini-batch): texts, and the topics that they are compared with.
struct TopicSet {
    SparseBatch texts;
    std::vector<float> weights;
    std::vector<int> columns;        ///< Topics, rising.
    ColumnsOf own;                   ///< By text.
    ColumnsOf negatives;             ///< By text and own topic, for triplets; -1: none.
    std::vector<float> logInclusion; ///< By column, see Softmax; empty: no correction.
    std::vector<char> alone;         ///< By column, see TopicNetwork::topics.
};

/// Puts sets together. A set has the topics of its texts, and by the loss: all topics, topics drawn uniformly
/// from all (mixed negatives), or the negatives of its triplets.
class TopicSets {
public:
    /// `indices`: what is trained on, from which the topics' frequencies come.
    TopicSets(const TopicExamples& data, const TopicTrainingOptions& options, std::span<const int> indices,
              int setSize, double nameAlone);

    TopicSet make(std::span<const int> indices, const Dropout& dropout, const DrawnNegatives& drawn,
                  Random& random) const;

private:
    void addUniform(std::vector<int>& columns, Random& random) const;
    int drawNegative(const std::vector<int>& own, Random& random) const;

    const TopicExamples& data_;
    const TopicTrainingOptions& options_;
    FalseNegatives falseNegatives_;
    bool everyTopic_;
    double nameAlone_;
    std::vector<float> logInclusion_; ///< By topic; empty: no correction.
};

/// S2.7, after a round: for each of the examples' own topics one topic n is drawn among all those with
/// d(a,n) > d(a,p) + slack that may be negatives; with `belowMargin` only among those with d(a,n) < d(a,p) +
/// margin too, which have a loss. `relevancy` says a batch's relevancies of all topics. Examples that are not
/// mined keep none.
DrawnNegatives mineTriplets(const TopicExamples& data, std::span<const int> indices,
                            const std::function<at::Tensor(const SparseBatch&)>& relevancy,
                            const TopicTrainingOptions& options, const FalseNegatives& falseNegatives,
                            Random& random);

} // namespace moderato::ml
