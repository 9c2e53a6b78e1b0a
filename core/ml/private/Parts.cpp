#include "core/ml/private/Parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace moderato::ml {
namespace {

constexpr std::int64_t maxRows = 50'000'000;

template <class T> std::span<const T> valuesOf(const ModelFile& file, const std::string& name) {
    const Tensor* const tensor = file.tensor(name);
    return tensor ? tensor->values<T>() : std::span<const T>{};
}

QString figure(double value) {
    return std::isnan(value) ? QStringLiteral("–") : QString::number(value, 'f', 3);
}

} // namespace

Error unusableModel(const QString& detail) {
    return {Error::Kind::Model,
            QCoreApplication::translate("moderato::ml",
                                        "The model file does not fit together: install the model again."),
            detail};
}

void storeEncoder(const Encoder& encoder, const std::string& prefix, ModelFile& file) {
    const Vocabulary& vocabulary = encoder.vocabulary();
    const std::vector<std::int32_t> hashes(vocabulary.hashes().begin(), vocabulary.hashes().end());
    file.tensors.push_back(
        makeTensor<std::int32_t>(prefix + ".hashes", {vocabulary.size()}, std::span(hashes)));
    file.tensors.push_back(
        makeTensor<float>(prefix + ".idf", {vocabulary.size()}, std::span(vocabulary.idfs())));
    const EncoderOptions& options = encoder.options();
    auto& settings = file.manifest.settings;
    settings[prefix + ".word_ngrams"] = options.wordNgrams;
    settings[prefix + ".char_ngrams_from"] = options.charNgramsFrom;
    settings[prefix + ".char_ngrams_to"] = options.charNgramsTo;
    settings[prefix + ".ideograph_ngrams"] = options.ideographNgrams;
    settings[prefix + ".idf_power"] = double(options.idfPower);
    settings[prefix + ".max_body_bytes"] = options.maxBodyBytes;
    settings[prefix + ".title_weight"] = double(options.titleWeight);
    settings[prefix + ".body_weight"] = double(options.bodyWeight);
    settings[prefix + ".tags_weight"] = double(options.tagsWeight);
}

Result<Encoder> restoreEncoder(const ModelFile& file, const std::string& prefix) {
    const auto hashes = valuesOf<std::int32_t>(file, prefix + ".hashes");
    const auto idf = valuesOf<float>(file, prefix + ".idf");
    const auto positive = [](float value) { return value > 0; };
    if (hashes.size() != idf.size() || !std::all_of(idf.begin(), idf.end(), positive)) {
        return unusableModel(QStringLiteral("vocabulary"));
    }
    const auto number = [&](const char* key, double fallback, double lowest, double highest) {
        return std::clamp(file.manifest.setting(prefix + key, fallback), lowest, highest);
    };
    EncoderOptions options;
    options.wordNgrams = int(number(".word_ngrams", 2, 0, 10));
    options.charNgramsFrom = int(number(".char_ngrams_from", 3, 0, 20));
    options.charNgramsTo = int(number(".char_ngrams_to", 5, 0, 20));
    options.ideographNgrams = int(number(".ideograph_ngrams", 4, 0, 10));
    options.idfPower = float(number(".idf_power", 1, -4, 4));
    options.maxBodyBytes = int(number(".max_body_bytes", 4000, 0, 10'000'000));
    options.titleWeight = float(number(".title_weight", 1, 0, 100));
    options.bodyWeight = float(number(".body_weight", 1, 0, 100));
    options.tagsWeight = float(number(".tags_weight", 1, 0, 100));
    return Encoder(options, Vocabulary(std::vector<std::uint32_t>(hashes.begin(), hashes.end()),
                                       std::vector<float>(idf.begin(), idf.end())));
}

void storeTable(const QuantizedTable& table, const std::string& prefix, ModelFile& file) {
    file.tensors.push_back(
        makeTensor<std::int8_t>(prefix + ".values", {table.rows, table.columns}, std::span(table.values)));
    file.tensors.push_back(makeTensor<float>(prefix + ".scales", {table.rows}, std::span(table.scales)));
}

Result<QuantizedTable> restoreTable(const ModelFile& file, const std::string& prefix) {
    const Tensor* const values = file.tensor(prefix + ".values");
    const auto scales = valuesOf<float>(file, prefix + ".scales");
    if (!values || values->type != Tensor::Type::I8 || values->shape.size() != 2 ||
        values->shape[0] > maxRows || values->shape[1] < 1 || values->shape[1] > maxRows ||
        scales.size() != std::size_t(values->shape[0])) {
        return unusableModel(QString::fromStdString(prefix));
    }
    QuantizedTable table;
    table.rows = int(values->shape[0]);
    table.columns = int(values->shape[1]);
    const auto numbers = values->values<std::int8_t>();
    table.values.assign(numbers.begin(), numbers.end());
    table.scales.assign(scales.begin(), scales.end());
    return table;
}

SparseBatch encodeBatch(const Encoder& encoder, std::span<const Text> texts) {
    SparseBatch batch;
    for (const Text& text : texts) {
        for (int field = 0; field < fieldCount; ++field) {
            const SparseVector encoded = encoder.encodeField(text, field);
            batch.append(encoded.rows, encoded.weights, encoder.fieldWeight(field));
        }
        batch.finish();
    }
    return batch;
}

void fillManifest(Manifest& manifest, const ManifestExtras& extras) {
    manifest.name = extras.name;
    manifest.created = extras.created;
    manifest.dataSetSha256 = extras.dataSetSha256;
    manifest.languages = extras.languages;
    manifest.licence = extras.licence;
}

std::string defaultCard(const Manifest& manifest, std::size_t labels) {
    const Metrics& metrics = manifest.metrics;
    return QStringLiteral(
               "# %1\n\nA text model for %2: %3 labels, trained on %4 examples with seed %5.\n\n"
               "| on %6 held-out examples | |\n|---|---|\n| accuracy | %7 |\n| macro-F1 | %8 |\n"
               "| precision at 5 | %9 |\n\nMade from the decisions of one library: it knows what was "
               "decided there and nothing else.\n")
        .arg(QString::fromStdString(manifest.name), QString::fromStdString(manifest.task))
        .arg(labels)
        .arg(manifest.examples)
        .arg(manifest.seed)
        .arg(metrics.examples)
        .arg(figure(metrics.accuracy), figure(metrics.macroF1), figure(metrics.precision.at5))
        .toStdString();
}

} // namespace moderato::ml
