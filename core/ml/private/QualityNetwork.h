#pragma once

#include "core/ml/ModelFile.h"
#include "core/ml/private/AtomicNetwork.h"
#include "core/ml/private/ImageTextNetwork.h"
#include "core/ml/private/StyleNetwork.h"
#include "core/ml/private/TaskNetwork.h"
#include "core/ml/private/TextChannels.h"

namespace moderato::ml {

/// Which feature sub-networks there are, and all sizes. The atomic attributes' values are not among them:
/// they stand in the model's labels.
struct QualityShape {
    bool text = false, atomic = false, imageText = false, style = false;
    bool wide = false; ///< The texts' n-grams speak to each task directly, too (Cheng et al. 2016).
    TextChannels textChannels;
    AtomicNetwork atomicNetwork;
    ImageTextNetwork imageTextNetwork;
    StyleNetwork styleNetwork;
    TaskShape tasks;

    bool readsWords() const { return text || imageText; } ///< There is a table of n-grams.
    std::int64_t features() const;                        ///< Size of what the sub-networks say together.
    void store(Manifest& manifest) const;
    /// Error::Kind::Model for sizes out of range.
    static Result<QualityShape> restore(const Manifest& manifest);
};

/// A mini-batch; only what the shape reads is defined.
struct QualityBatch {
    std::array<at::Tensor, fieldCount> texts; ///< Sums of n-gram vectors, [items, textSize].
    at::Tensor categories, numbers;           ///< As AtomicNetwork reads them.
    ImageTextBatch imageText;                 ///< Without words, which are sums like the texts.
    LayoutBatch layout;
};

/// The feature sub-networks (S1.5 to S1.8), side by side, and the task networks over them (S1.9).
struct QualityNetwork {
    QualityShape shape;
    Parameters parameters;

    void addParameters(std::uint64_t seed);
    struct Features {
        at::Tensor vector; ///< [items, features]
        /// [items, sentences], [items, pictures], [items, units]; undefined where they are not read.
        at::Tensor sentences, pictures, layout;
    };
    Features features(const QualityBatch& batch) const;
    at::Tensor logits(const QualityBatch& batch, const Hiding& hiding = {}) const; ///< [items, tasks]
};

} // namespace moderato::ml
