#pragma once

#include "core/ml/EncoderOptions.h"
#include "core/ml/tags/TagItem.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace moderato::ml {

class TagModel;

/// How a part's frame vectors become one, in order (S2.1).
enum class FrameFusion {
    Mean,      ///< Segment consensus.
    Max,       ///< The largest value of each component.
    Recurrent, ///< A gated recurrent unit over the segments; its last state.
};
enum class SoundEncoder {
    Statistics,  ///< Mean and deviation of each coefficient and of its changes.
    Convolution, ///< Two convolutions over time, then mean and maximum.
};
enum class ModalityFusion {
    Gated, ///< Weights that the item itself decides (S2.4).
    Mean,  ///< The same weight for all that are there; for comparison.
};
enum class TagDistance {
    Cosine,    ///< 1 − cos, 0…2.
    Euclidean, ///< Length of the difference.
};
enum class TagLoss {
    Softmax, ///< Over the tags of the set (mini-batch) and some others, with a temperature.
    Triplet, ///< S2.6.
};
/// Which tag is drawn as a triplet's negative, by the model after each round (S2.7).
enum class TagMining {
    Beyond, ///< Any with d(a,n) > d(a,p) + v: the document.
    Within, ///< Any with d(a,p) < d(a,n) < d(a,p) + m: each of them has a loss (semi-hard).
    Random,
};

/// `document()` is what S2 describes; the defaults follow what is known to beat it on text (softmax over a
/// set) and are not tuned on videos.
struct TagTrainingOptions {
    EncoderOptions encoder = {}; ///< Of titles, bodies and tags.
    std::array<bool, modalityCount> read{true, true, true};
    int dimensions = 128;
    int pictureSize = 64; ///< Edge of what the network sees, 16…256; frames of another size are scaled.
    int segments = 8;     ///< O: pictures that an item is brought to, evenly; of each part.
    int parts = 1;        ///< P.
    FrameFusion frameFusion = FrameFusion::Mean;
    bool temporalShift = false; ///< An eighth of the channels comes from the frame before, one from the next.
    SoundEncoder soundEncoder = SoundEncoder::Statistics;
    ModalityFusion fusion = ModalityFusion::Gated;
    TagDistance distance = TagDistance::Cosine;
    TagLoss loss = TagLoss::Softmax;
    float temperature = 0.1f; ///< Of the softmax over distances.
    int moreTags = 256;       ///< Tags drawn from the whole library beside those of the set, as negatives.
    float margin = 0.4f;      ///< m of S2.6.
    float beyond = 0.2f;      ///< v of S2.7; 0 ≤ v < m.
    TagMining mining = TagMining::Within;
    /// A tag whose words or characters overlap an own tag's this much, or of whose words this share stands in
    /// the title, is no negative (S2.8). Above 1: nothing is left out.
    double falseNegative = 0.5;
    bool tagOffsets = false; ///< A learned vector a trained tag, added to that of its words.
    bool augment = true;     ///< Mirrored and shifted pictures, other brightness.
    double hidden = 0.2;     ///< How often a modality is hidden in training where another is there.
    double alone = 0.3;      ///< Weight of the loss of each modality by itself.
    double featureDropout = 0.1;
    int maxRounds = 20;
    int patience = 20; ///< Rounds without a better held-out score; the best round's weights are kept.
    /// Few examples are gone through more than once a round, until the rounds make this many steps.
    int fewestSteps = 300;
    int batch = 32;
    double learningRate = 2e-3;     ///< Of the networks (Adam), falling to zero.
    double textLearningRate = 0.05; ///< Of the n-gram table (AdaGrad).
    double weightDecay = 1e-4;
    std::uint64_t seed = 1;
    double heldOutShare = 0.1;
    std::vector<std::string> moreNames = {}; ///< Tags of the library beyond those of the examples.
    /// The picture network starts from this model's instead of from chance: any folder in the same layout
    /// whose `image.…` tensors have the same shapes. Empty: from scratch.
    std::string imageFolder = {};
    std::shared_ptr<const TagModel> startFrom = {}; ///< Continue: sizes and kinds are then that model's.

    /// Triplets, mining beyond v = m/2, cosine, gate, no other losses.
    static TagTrainingOptions document();
};

} // namespace moderato::ml
