#pragma once

#include "core/ml/private/Calibration.h"
#include "core/ml/private/QualityData.h"
#include "core/ml/private/RowTable.h"
#include "core/ml/quality/QualityModel.h"

namespace moderato::ml {

/// One network with what belongs to it, without gradients. Twins have one a task, the others one in all.
struct QualityPart {
    QualityNetwork network;
    QuantizedTable words;   ///< [n-grams, textSize]; empty where texts are not read.
    std::vector<int> tasks; ///< Of the schema, in the order of the network's outputs.
};

struct QualityModel::State {
    QualitySchema schema;
    AttributeValues values;
    Encoder encoder;
    std::vector<QualityPart> parts;
    std::vector<Sigmoid> calibration; ///< A task of the schema each: from its logit to a probability.
    Manifest manifest;
};

/// A batch with the sums of n-gram vectors by `words`.
QualityBatch batchFor(const QualityPart& part, const QualityData& data, std::span<const int> rows);

} // namespace moderato::ml
