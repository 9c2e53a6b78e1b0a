#pragma once

#include "core/base/Result.h"
#include "core/ml/Metrics.h"

#include <QByteArray>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

/// A flat, row-major tensor of a model file, little endian.
struct Tensor {
    enum class Type { F32, F16, I8, U8, I32, I64 };

    std::string name;
    Type type = Type::F32;
    std::vector<std::int64_t> shape;
    QByteArray bytes;

    std::size_t count() const; ///< Product of the shape.
    static std::size_t bytesOf(Type type);

    /// The values where the type fits, else an empty span. T: float, std::int8_t, std::uint8_t, std::int32_t,
    /// std::int64_t.
    template <class T> std::span<const T> values() const;
};

template <class T>
Tensor makeTensor(std::string name, std::vector<std::int64_t> shape, std::span<const T> values);

/// The safetensors layout: 8 bytes header length, a JSON header, the tensors without gaps. It holds nothing
/// executable. Everything is checked before use (sizes, order, overlap, types, NaN and infinity in F32 and
/// F16): a damaged or hostile file is Error::Kind::Model, never a crash.
Result<std::vector<Tensor>> parseTensors(const QByteArray& content);
QByteArray serializeTensors(std::span<const Tensor> tensors);

inline constexpr qint64 maxModelBytes = qint64(2) << 30;
inline constexpr qint64 maxHeaderBytes = qint64(1) << 20;

/// What a model is and where it comes from: `manifest.json`. Unknown fields are ignored, so that newer files
/// with the same format version still load.
struct Manifest {
    static constexpr int currentFormat = 1;

    int formatVersion = currentFormat;
    std::string task; ///< "category" or "topics"
    std::string name;
    std::string created;       ///< ISO 8601, UTC
    std::string dataSetSha256; ///< Of the data it was trained on; empty: unknown.
    std::size_t examples = 0;
    std::size_t heldOut = 0;
    std::uint64_t seed = 0;
    Metrics metrics;
    std::map<std::string, double>
        settings; ///< Sizes and numbers that the model needs: dimensions, temperature, …
    std::vector<std::string> languages; ///< ISO 639-1
    std::string licence;
    std::string parent; ///< SHA-256 of the weights that training continued from; empty: from scratch.
    std::string weightsSha256;

    double setting(const std::string& key, double fallback) const;
};

/// What the caller knows of a new model and the trainer does not.
struct ManifestExtras {
    std::string name = {};
    std::string created = {};
    std::string dataSetSha256 = {};
    std::vector<std::string> languages = {};
    std::string licence = {};
    std::string card = {}; ///< Markdown for `card.md`; empty: a short one is written.
};

Result<Manifest> parseManifest(const QByteArray& json);
QByteArray serializeManifest(const Manifest& manifest);
Result<Manifest> loadManifest(const QString& folder);

/// A model as it lies on the disk: `manifest.json`, `weights.safetensors`, `labels.json` (in row order),
/// `card.md`.
struct ModelFile {
    Manifest manifest;
    std::vector<Tensor> tensors;
    std::vector<std::string> labels;

    const Tensor* tensor(const std::string& name) const;
};

/// Reads a folder and checks the weights against the manifest's SHA-256 and the task.
Result<ModelFile> loadModelFile(const QString& folder, const std::string& task);

/// Creates the folder where needed; the manifest is written last, so that a half-written model never loads.
/// Fills in `weightsSha256`.
Status saveModelFile(const QString& folder, ModelFile file, const std::string& card);

} // namespace moderato::ml
