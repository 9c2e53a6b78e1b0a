#pragma once

#include "core/base/JobContext.h"
#include "core/usecases/QualityFacts.h"
#include "core/usecases/TagFeatures.h"

#include <vector>

namespace moderato::usecases {

/// What can be said of an item's texts and of the layout that is in `facts` already (S1.4), under the names
/// of `features::attributeNames`.
void addTextAttributes(const QString& title, const QString& body, QualityFacts& facts);

/// What can be said of an item's pictures, or of its video (S1.4). Kept by SHA-256 beside what the tag model
/// reads; what cannot be decoded says nothing. Blocks.
void addMediaAttributes(const std::vector<FeatureSource>& media, const TagFeatures& features,
                        QualityFacts& facts, const JobContext& context);

} // namespace moderato::usecases
