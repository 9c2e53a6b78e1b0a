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
};
enum class TopicLoss {
    Softmax,        ///< Over the whole topic set.
    SampledSoftmax, ///< Over the topics that occur in the same set (mini-batch).
    Margin,         ///< On differences of relevancy (S0.5).
};
enum class Similarity { Dot, Cosine };

/// The defaults are what scored best; `document()` is what S0 describes.
struct TopicTrainingOptions {
    EncoderOptions encoder = {};
    int dimensions = 128;
    TopicEncoder topicEncoder = TopicEncoder::OneHot;
    Similarity similarity = Similarity::Dot;
    TopicLoss loss = TopicLoss::Softmax;
    float margin = 0.3f; ///< The threshold of S0.5.
    NegativeOptions negatives = {};
    int maxRounds = 10; ///< Passes; the step size falls to zero over them.
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

    /// 256 dimensions, cosine, margin loss, K = 3 of B = 10 with p = 1/3, overlap in characters below 0.5.
    static TopicTrainingOptions document();
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
