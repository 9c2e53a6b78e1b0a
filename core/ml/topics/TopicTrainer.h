#pragma once

#include "core/base/JobContext.h"
#include "core/ml/EncoderOptions.h"
#include "core/ml/TrainingReport.h"
#include "core/ml/topics/Negatives.h"
#include "core/ml/topics/TopicModel.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

struct TopicExample {
    Text text;
    std::vector<std::string> topics;
    float weight = 1; ///< Above 0.
};

enum class TopicEncoder {
    OneHot, ///< An embedding per topic.
    Words,  ///< The combination of its words' vectors, so that a new topic has a vector at once.
    Both,   ///< Their sum; a name's words and their parts have the vectors that content has for them.
};
enum class TopicLoss {
    Softmax,        ///< Over the whole topic set.
    SampledSoftmax, ///< Over the topics of the same set (mini-batch) and `uniformNegatives`.
    Margin,         ///< On differences of relevancy (S0.5), negatives from the same set.
    Triplet,        ///< S2.6, its negatives drawn from the whole set after each round (S2.7).
};
enum class Similarity { Dot, Cosine };

/// The defaults are what scored best; `document()` is what S0 describes.
struct TopicTrainingOptions {
    EncoderOptions encoder = {};
    int dimensions = 128;
    TopicEncoder topicEncoder = TopicEncoder::Both;
    Similarity similarity = Similarity::Dot;
    TopicLoss loss = TopicLoss::SampledSoftmax;
    float margin = 0.3f; ///< The threshold of S0.5, m of S2.6.
    NegativeOptions negatives = {};
    /// v of S2.7: topics with d(a,n) > d(a,p) + v are drawn from, 0 ≤ v < m; below 0: m / 2.
    float miningSlack = -1;
    /// Draw only topics whose triplet has a loss. Otherwise most of those drawn have none.
    bool mineOnlyWithLoss = false;
    double temperature = 0; ///< Softmax: relevancies are divided by it; 0: 1, and for cosine 1/16.
    /// SampledSoftmax: topics drawn from the whole set that a mini-batch has beside its own (mixed
    /// negatives). As many as there are topics or more: all of them. What a step costs depends on this and
    /// not on the number of topics.
    int uniformNegatives = 64;
    /// SampledSoftmax: topics that are in many sets count for less (log Q).
    bool frequencyCorrection = true;
    float nameWeight = 0.1f; ///< TopicEncoder::Both: how much of a topic's vector is its name's.
    double nameAlone = 0;    ///< TopicEncoder::Both: share of the topics of a set that show their name only.
    int maxRounds = 10;      ///< Passes; the step size falls to zero over them.
    /// Rounds without a better held-out score before training stops. While the step size is still large the
    /// score dips, so with the defaults all rounds are run.
    int patience = 10;
    int batch =
        128; ///< Groups a set (mini-batch); for SampledSoftmax and Margin its topics are the candidates.
    double learningRate = 0.2;
    double topicLearningRate = 0.02;
    double featureDropout = 0.2;
    double labelSmoothing = 0.2;
    double fieldDropout = 0.3;
    std::uint64_t seed = 1;
    double heldOutShare = 0.1;
    bool refit = true;
    std::vector<std::string> moreTopics = {}; ///< Topics that the set has beyond those of the examples.
    /// Continue from this model: its topics stay, topics that it does not have are added. Encoders, sizes and
    /// similarity are then those of the model.
    std::shared_ptr<const TopicModel> startFrom = {};
    double anchor = 1.0;

    /// S0: 256 dimensions, cosine, margin loss, K = 3 of B = 10 with p = 1/3, overlap in characters below
    /// 0.5.
    static TopicTrainingOptions document();
    /// S2: the words' encoder, cosine distance, triplets mined after each round with v = m / 2.
    static TopicTrainingOptions documentTags();
};

struct TrainedTopicModel {
    std::shared_ptr<const TopicModel> model;
    TrainingReport report;

    Status save(const QString& folder, const ManifestExtras& extras) const {
        return model->save(folder, extras);
    }
};

/// Like `trainCategory`: deterministic on one thread, blocks, cancelled between two steps, `onRound` on the
/// calling thread. Examples without topics are left out.
Result<TrainedTopicModel> trainTopics(std::span<const TopicExample> examples,
                                      const TopicTrainingOptions& options, const JobContext& job = {},
                                      const std::function<void(const Round&)>& onRound = {});

/// All multi-label figures; topics that the model does not have count as missed.
Metrics evaluateTopics(const TopicModel& model, std::span<const TopicExample> examples);

} // namespace moderato::ml
