#pragma once

#include "core/interchange/HtmlSanitizer.h"
#include "core/ml/quality/QualityItem.h"
#include "core/usecases/ModelText.h"
#include "core/usecases/TrainingFile.h"

#include <vector>

namespace moderato::usecases {

/// The order of headings, paragraphs, quotations, lists and pictures of an article as it is shown (S1.4).
std::vector<ml::LayoutUnit> layoutOf(const interchange::SanitizedArticle& article);

/// An item as quality models learn from it and judge it, without labels: its texts, attributes, layout, and
/// where its media are. `features` null: nothing is said of pictures and videos but their number. What nothing
/// among `parts` reads is left out. Blocks while media are read.
TrainingLine qualityLineOf(const domain::Content& content, const TagFeatures* features,
                           const JobContext& context, const ml::QualityParts& parts = {});

/// What is known of these lines, in a fixed order: their attributes' names and the tasks given.
ml::QualitySchema qualitySchemaOf(const std::vector<TrainingLine>& lines, std::vector<std::string> tasks);

/// A line as a model with this schema reads it. Pictures are those that `features` keeps (null: none).
ml::QualityItem qualityItemOf(const TrainingLine& line, const ml::QualitySchema& schema,
                              const TagFeatures* features);
ml::QualityExample qualityExampleOf(const TrainingLine& line, const ml::QualitySchema& schema,
                                    const TagFeatures* features);

/// What a model looked at, in the places that a page marks: sentences by their weights relative to the
/// strongest, those beyond what is shown left out, and pictures likewise.
struct SeenParts {
    std::vector<domain::TextEvidence> sentences;
    std::vector<domain::PictureEvidence> pictures;
};
SeenParts seenPartsOf(const std::vector<ml::QualityEvidence>& evidence, const ItemText& text);

} // namespace moderato::usecases
