#pragma once

#include "core/ml/EncoderOptions.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace moderato::ml {

class QualityModel;

/// What the tasks have in common (S1.9).
enum class TaskSharing {
    SharedBottom, ///< One network under all towers.
    OneGate,      ///< Experts, mixed alike for all tasks.
    MultiGate,    ///< Experts, mixed by each task in its own way: the document's network.
    Layered,      ///< Besides shared experts each task has its own (progressive layered extraction).
    Twins,        ///< Nothing: a network a task, what the others are compared with.
};

/// How the tasks' losses are added up (S1.10).
enum class LossWeights {
    Fixed,
    Learned, ///< By each task's uncertainty (Kendall et al. 2018).
};

struct QualityTrainingOptions {
    TaskSharing sharing = TaskSharing::MultiGate;
    LossWeights lossWeights = LossWeights::Fixed;
    std::vector<double> taskWeights = {}; ///< One a task, fixed weights; empty: all 1.

    // Sub-networks; one whose input is missing in all examples is left out in any case.
    bool readText = true;       ///< S1.5
    bool wideText = true;       ///< A linear way from the texts to each task, beside S1.5.
    bool readAttributes = true; ///< S1.6
    bool readImageText = true;  ///< S1.7
    bool readLayout = true;     ///< S1.8
    EncoderOptions encoder = {};
    int textSize = 64;    ///< Of an n-gram's vector.
    int channelSize = 32; ///< Of what a text channel says.
    int embedding = 8;    ///< Of a categorical attribute's value.
    int crossSize = 4;    ///< Of the cross vector of two attributes; 0: no crosses.
    int bins = 16;        ///< That a numeric attribute is cut into.
    int imageTextSize = 32;
    int pictureSize = 64; ///< Edge to which pictures are brought, in pixels.
    int layoutSize = 16;
    int categoryMinimum = 3; ///< Examples that a value must stand in; rarer ones count as not known.

    // Task networks.
    int experts = 8;      ///< In all.
    int taskExperts = 1;  ///< Layered: those of them that are one task's own.
    int levels = 1;       ///< Layered.
    int expertHidden = 0; ///< Width of an expert's first layer; 0: it has one layer.
    int expertSize = 32;
    int towerSize = 32;

    int maxRounds = 15;
    int patience = 15; ///< Rounds without a better held-out score; the best round's weights are kept.
    int batch = 1024;
    double learningRate = 2e-3;     ///< Of the networks (Adam), falling to zero.
    double textLearningRate = 0.05; ///< Of the n-gram table (AdaGrad).
    double weightDecay = 1e-4;
    double dropout = 0.1;         ///< Of experts and towers.
    double featureDropout = 0.02; ///< Share of attributes and n-grams that a step does not see.
    double heldOutShare = 0.1;
    bool refit = false; ///< Then once more from all examples, for as many rounds as were best.
    std::uint64_t seed = 1;

    /// Where the training is written down after every round, and taken up from where it was interrupted.
    /// Empty: nowhere.
    QString checkpoint = {};
    std::shared_ptr<const QualityModel> startFrom = {}; ///< Continue: all sizes are then that model's.
};

} // namespace moderato::ml
