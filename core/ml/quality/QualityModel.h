#pragma once

#include "core/base/Result.h"
#include "core/ml/ModelFile.h"
#include "core/ml/quality/QualityItem.h"
#include "core/ml/quality/QualityOptions.h"

#include <memory>
#include <span>
#include <vector>

namespace moderato::ml {

/// Says for each task how likely an item's label is to be positive (S1.4 to S1.10). Immutable once made, so
/// any thread may ask it at any time.
class QualityModel {
public:
    struct State;

    explicit QualityModel(std::unique_ptr<const State> state);
    ~QualityModel();

    /// Error::Kind::Model with a sentence for a damaged or foreign folder.
    static Result<std::shared_ptr<const QualityModel>> load(const QString& folder);
    Status save(const QString& folder, const ManifestExtras& extras) const;

    const Manifest& manifest() const;
    /// What the parts of an item mean that it is asked about.
    const QualitySchema& schema() const;
    TaskSharing sharing() const;
    QualityParts reads() const;

    /// By item one probability a task of the schema. What an item does not have counts as not known.
    std::vector<std::vector<float>> predict(std::span<const QualityItem> items) const;

    /// By task what mattered in an item. What networks share mattered to all tasks alike.
    std::vector<QualityEvidence> evidence(const QualityItem& item) const;

    const State& state() const { return *state_; } ///< For the trainer only.

private:
    std::unique_ptr<const State> state_;
};

} // namespace moderato::ml
