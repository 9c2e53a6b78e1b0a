#pragma once

#include "core/domain/Content.h"
#include "core/domain/Prediction.h"
#include "core/interchange/HtmlSanitizer.h"
#include "core/ml/Evidence.h"
#include "core/ml/Text.h"
#include "core/usecases/TrainingFile.h"

#include <vector>

namespace moderato::usecases {

/// What models read of an item, the same in training and in prediction: the title, and the text that a reader
/// sees, with the description behind it where there is both.
struct ItemText {
    QString title;
    QString body;
    qsizetype shownLength = 0; ///< How much of `body` a page shows: evidence beyond it has no place there.
};
ItemText textOf(const domain::Content& content);
ItemText textOf(const domain::Content& content, const interchange::SanitizedArticle& shown);

ml::Text modelText(const ItemText& text);
ml::Text modelText(const domain::Content& content);
ml::Text modelText(const TrainingLine& line);

/// From a model's byte offsets to the UTF-16 offsets that a page marks; weights relative to the strongest.
std::vector<domain::TextEvidence> toTextEvidence(const std::vector<ml::Evidence>& spans,
                                                 const ItemText& text);

} // namespace moderato::usecases
