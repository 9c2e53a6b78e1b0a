#pragma once

#include "core/base/Result.h"
#include "core/ml/ModelFile.h"
#include "core/ml/tags/TagItem.h"
#include "core/ml/tags/TagOptions.h"

#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

struct TagScore {
    int tag = 0;           ///< Index in the library that was asked.
    float distance = 0;    ///< S2.10; comparable within one model.
    float probability = 0; ///< Share of such candidates that people would choose, 0 to 1, for display.

    bool operator==(const TagScore&) const = default;
};

struct TagPrediction {
    std::vector<TagScore> tags; ///< Nearest first.
    /// How much text, frames and sound each made of the vector (S2.4): they sum to 1, and what is missing has
    /// exactly 0.
    std::array<float, modalityCount> weights{};

    bool operator==(const TagPrediction&) const = default;
};

/// Tags and their vectors by one model version. Immutable.
class TagLibrary {
public:
    struct Vectors;

    TagLibrary(std::vector<std::string> names, std::shared_ptr<const Vectors> vectors);
    ~TagLibrary();

    const std::vector<std::string>& names() const { return names_; }
    const Vectors& vectors() const { return *vectors_; }

private:
    std::vector<std::string> names_;
    std::shared_ptr<const Vectors> vectors_;
};

/// Finds the tags of a video (or an article) by its title, its frames and its sound, and says how much each
/// mattered (S2). The library of tags is not part of the training: any list of names will do, also names that
/// were never seen (S2.9). Immutable once made, so any thread may ask it at any time.
class TagModel {
public:
    struct State;

    explicit TagModel(std::unique_ptr<const State> state);
    ~TagModel();

    /// Error::Kind::Model with a sentence for a damaged or foreign folder.
    static Result<std::shared_ptr<const TagModel>> load(const QString& folder);
    Status save(const QString& folder, const ManifestExtras& extras) const;

    const Manifest& manifest() const;
    int dimensions() const;
    /// What an item's pictures should be made of: edge in pixels, segments, parts.
    int pictureSize() const;
    int segments() const;
    int parts() const;

    /// The tags it was trained with.
    const std::shared_ptr<const TagLibrary>& trained() const;
    /// Vectors of any names; those that `known` (a library of this model) has already are taken from there.
    std::shared_ptr<const TagLibrary> library(std::vector<std::string> names,
                                              const TagLibrary* known = nullptr) const;

    /// The `k` nearest tags of each item, those not farther than `within`. InvalidInput for an item of which
    /// the model can read nothing.
    std::vector<Result<TagPrediction>> predict(std::span<const TagItem> items, const TagLibrary& library,
                                               int k = 10,
                                               float within = std::numeric_limits<float>::max()) const;

    /// The item's vector, and a tag's, as they are compared; size `dimensions()`.
    Result<std::vector<float>> embed(const TagItem& item) const;
    std::vector<float> embedTag(const std::string& name) const;

    const State& state() const { return *state_; } ///< For the trainer only.

private:
    std::unique_ptr<const State> state_;
};

} // namespace moderato::ml
