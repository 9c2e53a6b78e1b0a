#include "core/ml/private/TopicStart.h"

#include "core/ml/private/TopicState.h"
#include "core/ml/private/TrainingSet.h"

#include <algorithm>

namespace moderato::ml {
namespace {

constexpr float start = 1e-6f; ///< AdaGrad's accumulators: rare n-grams move as far as frequent ones.
constexpr float topicStart = 1e-3f;
constexpr float knownTopic = 10; ///< Accumulator of a topic vector that training continues from.
constexpr float newTopic =
    0.1f; ///< And of one that is added: quicker ones spread over content that is not theirs.
constexpr float newTopicLength = 0.5f;

void copyRows(const QuantizedTable& from, RowTable& to) {
    for (int row = 0; row < from.rows; ++row) {
        const std::vector<float> values = from.row(row);
        std::copy(values.begin(), values.end(), to.row(row));
    }
}

void addKnown(TopicNetwork& network, const TopicExamples& data, const TopicTrainingOptions& options,
              std::span<const int> indices) {
    const TopicModel::State& known = options.startFrom->state();
    const double seen = double(known.manifest.examples);
    copyRows(known.content, network.content);
    for (int row = 0; row < known.content.rows; ++row) {
        network.content.setAccumulated(row,
                                       accumulatedBefore(known.encoder, row, seen, options.anchor, 0.05f));
    }
    if (network.words) {
        copyRows(known.words->table, *network.words);
        for (int row = 0; row < known.words->table.rows; ++row) {
            network.words->setAccumulated(row, knownTopic * float(options.anchor));
        }
        return;
    }
    const std::int64_t old = known.topicVectors.size(0);
    network.oneHot.zero_();
    at::Tensor before = network.oneHot.narrow(0, 0, old);
    before.copy_(known.topicVectors);
    network.oneHotAccumulated.narrow(0, 0, old).fill_(knownTopic * options.anchor);
    // A new topic begins where its content is, as long as the known topics are.
    const float length = old > 0 ? known.topicVectors.norm(2, {1}).mean().item<float>() : 1;
    for (const int index : indices) {
        const at::Tensor unit =
            unitRows(known.content.rows > 0
                         ? network.content.sum(batchOf(data.texts, std::span(&index, 1), data.encoder))
                         : at::zeros({1, network.oneHot.size(1)}));
        for (const int topic : data.topicsOf[std::size_t(index)]) {
            if (topic >= old) {
                network.oneHot[topic].add_(unit[0]);
            }
        }
    }
    if (std::int64_t(data.names.size()) > old) {
        at::Tensor added = network.oneHot.narrow(0, old, std::int64_t(data.names.size()) - old);
        added.copy_(unitRows(added) * (length * newTopicLength));
        network.oneHotAccumulated.narrow(0, old, added.size(0)).fill_(newTopic);
        for (std::int64_t i = 0; i < added.size(0); ++i) { // Without content, where its name is.
            if (added[i].norm().item<float>() == 0) {
                added[i].copy_(known.nameVectors(std::span(data.names).subspan(std::size_t(old + i), 1))[0]);
            }
        }
    }
}

} // namespace

TopicShape shapeOf(const TopicTrainingOptions& options) {
    if (!options.startFrom) {
        return {options.similarity == Similarity::Cosine, options.topicEncoder == TopicEncoder::Words,
                options.topicEncoder == TopicEncoder::Both ? options.nameWeight : 0, options.dimensions};
    }
    const TopicModel::State& known = options.startFrom->state();
    return {known.cosine, known.words.has_value(), known.nameWeight, options.startFrom->dimensions()};
}

TopicNetwork startNetwork(const TopicExamples& data, const TopicTrainingOptions& options,
                          const TopicShape& shape, std::span<const int> indices) {
    const auto count = std::int64_t(data.names.size());
    const int size = shape.dimensions;
    const bool continued = options.startFrom != nullptr;
    const float range = 1 / float(size);
    TopicNetwork network;
    network.cosine = shape.cosine;
    // A few examples must not move the words that all names share: the known topics' vectors have their names
    // already.
    network.nameWeight = continued ? 0 : shape.nameWeight;
    network.content =
        RowTable(data.encoder.vocabulary().size(), size, start, continued ? 0 : range, options.seed);
    network.names = data.encodedNames;
    network.nameEncoder = data.nameEncoder;
    if (shape.byWords) {
        network.words =
            RowTable(data.nameEncoder.vocabulary().size(), size, topicStart, range, options.seed + 1);
    } else {
        network.oneHot = at::zeros({count, size});
        network.oneHotAccumulated = at::full({count, size}, topicStart);
        // Where all topics are compared they may start at zero; where directions are compared they need one.
        if (options.loss != TopicLoss::Softmax) {
            Random random(options.seed + 1);
            float* const values = network.oneHot.data_ptr<float>();
            for (std::int64_t i = 0; i < network.oneHot.numel(); ++i) {
                values[i] = float(random.uniform() * 2 - 1) * range;
            }
        }
    }
    if (continued) {
        addKnown(network, data, options, indices);
    }
    return network;
}

} // namespace moderato::ml
