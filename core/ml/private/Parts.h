#pragma once

#include "core/base/Result.h"
#include "core/ml/ModelFile.h"
#include "core/ml/private/Encoder.h"
#include "core/ml/private/RowTable.h"

#include <span>
#include <string>

namespace moderato::ml {

/// The parts that text models are made of, to and from a model file. Tensors are named `prefix.…`; what does
/// not fit together is Error::Kind::Model.
void storeEncoder(const Encoder& encoder, const std::string& prefix, ModelFile& file);
Result<Encoder> restoreEncoder(const ModelFile& file, const std::string& prefix);
void storeTable(const QuantizedTable& table, const std::string& prefix, ModelFile& file);
Result<QuantizedTable> restoreTable(const ModelFile& file, const std::string& prefix);

Error unusableModel(const QString& detail);

/// Texts as one batch, all fields with their weights.
SparseBatch encodeBatch(const Encoder& encoder, std::span<const Text> texts);

/// The same text for the table of contributions: how much n-gram `row`, of weight `weight`, adds to the
/// score.
using Contribution = std::function<float(int row, float weight)>;
std::vector<Evidence> explainText(const Encoder& encoder, const Text& text, const Contribution& contribution,
                                  int maxSpans);

void fillManifest(Manifest& manifest, const ManifestExtras& extras);
std::string defaultCard(const Manifest& manifest, std::size_t labels);

} // namespace moderato::ml
