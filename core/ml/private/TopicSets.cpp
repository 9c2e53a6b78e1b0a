#include "core/ml/private/TopicSets.h"

#include <algorithm>
#include <cmath>

namespace moderato::ml {
namespace {

constexpr int drawsUntilGivingUp = 20;
constexpr std::size_t minedAtOnce = 256;

/// For each topic the logarithm of the probability that a set has it: from one of its texts, or drawn
/// uniformly.
std::vector<float> logInclusions(const TopicExamples& data, std::span<const int> indices, int setSize,
                                 double uniformShare) {
    std::vector<double> counts(data.names.size());
    for (const int index : indices) {
        for (const int topic : data.topicsOf[std::size_t(index)]) {
            ++counts[std::size_t(topic)];
        }
    }
    std::vector<float> result;
    for (const double count : counts) {
        const double missing = std::pow(1 - std::min(1.0, count / double(indices.size())), setSize);
        result.push_back(float(std::log(std::max(1e-6, 1 - missing * (1 - uniformShare)))));
    }
    return result;
}

} // namespace

TopicSets::TopicSets(const TopicExamples& data, const TopicTrainingOptions& options,
                     std::span<const int> indices, int setSize, double nameAlone)
    : data_(data)
    , options_(options)
    , falseNegatives_(options.negatives,
                      options.loss == TopicLoss::Triplet ? data.names : std::vector<std::string>{})
    , everyTopic_(options.loss == TopicLoss::Softmax || (options.loss == TopicLoss::SampledSoftmax &&
                                                         options.uniformNegatives >= int(data.names.size())))
    , nameAlone_(nameAlone) {
    if (options.loss == TopicLoss::SampledSoftmax && options.frequencyCorrection && !everyTopic_ &&
        !indices.empty()) {
        logInclusion_ = logInclusions(data, indices, setSize,
                                      double(options.uniformNegatives) / double(data.names.size()));
    }
}

void TopicSets::addUniform(std::vector<int>& columns, Random& random) const {
    for (int i = 0; i < options_.uniformNegatives; ++i) {
        columns.push_back(int(random.below(data_.names.size())));
    }
}

int TopicSets::drawNegative(const std::vector<int>& own, Random& random) const {
    for (int tries = 0; tries < drawsUntilGivingUp; ++tries) {
        const int topic = int(random.below(data_.names.size()));
        if (falseNegatives_.mayBeNegative(topic, own)) {
            return topic;
        }
    }
    return -1;
}

TopicSet TopicSets::make(std::span<const int> indices, const Dropout& dropout, const DrawnNegatives& drawn,
                         Random& random) const {
    TopicSet set;
    const bool triplets = options_.loss == TopicLoss::Triplet;
    for (const int index : indices) {
        appendForTraining(set.texts, data_.texts, index, data_.encoder, dropout, random);
        set.weights.push_back(data_.examples[std::size_t(index)]->weight);
        const auto& own = data_.topicsOf[std::size_t(index)];
        set.own.push_back(own);
        set.columns.insert(set.columns.end(), own.begin(), own.end());
        if (!triplets) {
            continue;
        }
        std::vector<int>& negatives = set.negatives.emplace_back();
        for (std::size_t j = 0; j < own.size(); ++j) {
            negatives.push_back(drawn.empty() ? drawNegative(own, random) : drawn[std::size_t(index)][j]);
            if (negatives.back() >= 0) {
                set.columns.push_back(negatives.back());
            }
        }
    }
    if (everyTopic_) {
        set.columns = data_.everyTopic;
    } else {
        if (options_.loss == TopicLoss::SampledSoftmax) {
            addUniform(set.columns, random);
        }
        std::sort(set.columns.begin(), set.columns.end());
        set.columns.erase(std::unique(set.columns.begin(), set.columns.end()), set.columns.end());
        const auto toColumns = [&set](std::vector<int>& topics) {
            for (int& topic : topics) {
                const auto found = std::lower_bound(set.columns.begin(), set.columns.end(), topic);
                topic = topic < 0 ? -1 : int(found - set.columns.begin());
            }
        };
        std::for_each(set.own.begin(), set.own.end(), toColumns);
        std::for_each(set.negatives.begin(), set.negatives.end(), toColumns);
    }
    for (std::size_t c = 0; !logInclusion_.empty() && c < set.columns.size(); ++c) {
        set.logInclusion.push_back(logInclusion_[std::size_t(set.columns[c])]);
    }
    for (std::size_t c = 0; nameAlone_ > 0 && c < set.columns.size(); ++c) {
        set.alone.push_back(random.uniform() < nameAlone_);
    }
    return set;
}

DrawnNegatives mineTriplets(const TopicExamples& data, std::span<const int> indices,
                            const std::function<at::Tensor(const SparseBatch&)>& relevancy,
                            const TopicTrainingOptions& options, const FalseNegatives& falseNegatives,
                            Random& random) {
    const float slack = options.miningSlack >= 0 ? options.miningSlack : options.margin / 2;
    DrawnNegatives drawn(data.examples.size());
    std::vector<int> gathered;
    for (std::size_t at = 0; at < indices.size(); at += minedAtOnce) {
        const auto part = indices.subspan(at, std::min(minedAtOnce, indices.size() - at));
        const at::Tensor scores = relevancy(batchOf(data.texts, part, data.encoder)).contiguous();
        const auto width = std::size_t(scores.size(1));
        for (std::size_t i = 0; i < part.size(); ++i) {
            const float* const row = scores.data_ptr<float>() + i * width;
            const auto& own = data.topicsOf[std::size_t(part[i])];
            for (const int positive : own) {
                const float highest = row[positive] - slack;
                const float lowest = options.mineOnlyWithLoss ? row[positive] - options.margin
                                                              : std::numeric_limits<float>::lowest();
                gathered.clear();
                for (std::size_t topic = 0; topic < width; ++topic) {
                    if (row[topic] < highest && row[topic] > lowest) {
                        gathered.push_back(int(topic));
                    }
                }
                int negative = -1;
                for (std::size_t left = gathered.size(); left > 0 && negative < 0; --left) {
                    std::swap(gathered[random.below(left)], gathered[left - 1]);
                    if (falseNegatives.mayBeNegative(gathered[left - 1], own)) {
                        negative = gathered[left - 1];
                    }
                }
                drawn[std::size_t(part[i])].push_back(negative);
            }
        }
    }
    return drawn;
}

} // namespace moderato::ml
