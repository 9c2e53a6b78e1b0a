#pragma once

#include "core/base/JobContext.h"
#include "core/ml/private/Encoder.h"
#include "core/ml/private/TagFilter.h"
#include "core/ml/private/TagNetwork.h"
#include "core/ml/private/TrainingSet.h"
#include "core/ml/tags/TagTrainer.h"

#include <optional>

namespace moderato::ml {

/// What tags are learned from: the set of tags, texts and names as n-grams, and what is there of each item.
class TagData {
public:
    /// InvalidInput where sounds differ in kind, or nothing can be learned; cancelled.
    static Result<TagData> make(std::span<const TagExample> given, const TagTrainingOptions& options,
                                const TagShape* known, const Encoder* knownEncoder,
                                const std::vector<std::string>& knownNames, const JobContext& job);

    /// `random`: as training sees them, else as prediction does.
    TagBatch batch(const TagShape& shape, std::span<const int> items, const TagTrainingOptions& options,
                   Random* random) const;
    /// The items' texts, for the table. Items whose text is hidden in `present` get none.
    SparseBatch texts(std::span<const int> items, const at::Tensor& present, double featureDropout,
                      Random* random) const;
    SparseBatch namesOf(std::span<const int> tags) const;
    /// The sounds of these items, as the network reads them.
    std::vector<std::vector<float>> soundsOf(std::span<const int> items) const;

    std::vector<const TagExample*> examples;
    std::vector<std::vector<int>> tagsOf; ///< By example.
    std::vector<std::string> names;       ///< Those of a model that training continues from first.
    Encoder encoder;
    int coefficients = 13;

private:
    Status choose(std::span<const TagExample> given, const TagTrainingOptions& options,
                  const TagShape* known);
    void collect(const TagTrainingOptions& options, const std::vector<std::string>& knownNames);
    Status encode(const TagTrainingOptions& options, const Encoder* known, const JobContext& job);

    std::vector<Present> present_;
    std::vector<std::vector<float>> sounds_;
    EncodedTexts texts_, names_;
};

} // namespace moderato::ml
