#include "core/ml/ModelFile.h"

#include "core/base/File.h"
#include "core/base/Hash.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace moderato::ml {
namespace {

constexpr const char* weightsName = "weights.safetensors";
constexpr const char* manifestName = "manifest.json";
constexpr const char* labelsName = "labels.json";
constexpr const char* cardName = "card.md";

QString tr(const char* text) {
    return QCoreApplication::translate("moderato::ml", text);
}

struct TypeName {
    Tensor::Type type;
    const char* name;
    std::size_t bytes;
};
constexpr std::array typeNames{TypeName{Tensor::Type::F32, "F32", 4}, TypeName{Tensor::Type::F16, "F16", 2},
                               TypeName{Tensor::Type::I8, "I8", 1},   TypeName{Tensor::Type::U8, "U8", 1},
                               TypeName{Tensor::Type::I32, "I32", 4}, TypeName{Tensor::Type::I64, "I64", 8}};

const TypeName& nameOf(Tensor::Type type) {
    return typeNames[std::size_t(type)];
}

Error damaged(const QString& detail) {
    return {Error::Kind::Model,
            tr("The model file is damaged: install the model again or choose another version."), detail};
}

/// A whole number in [0, limit], or -1: JSON numbers may be anything.
qint64 wholeNumber(const QJsonValue& value, qint64 limit) {
    const double number = value.toDouble(-1);
    return number >= 0 && number <= double(limit) && number == std::floor(number) ? qint64(number) : -1;
}

bool hasOnlyNumbers(const Tensor& tensor) {
    if (tensor.type == Tensor::Type::F32) {
        for (const float value : tensor.values<float>()) {
            if (!std::isfinite(value)) {
                return false;
            }
        }
    } else if (tensor.type == Tensor::Type::F16) {
        for (qsizetype i = 1; i < tensor.bytes.size(); i += 2) {
            if ((tensor.bytes[i] & 0x7C) == 0x7C) {
                return false;
            }
        }
    }
    return true;
}

struct Place {
    qint64 begin = 0, end = 0;
};

Result<Place> parseEntry(const QJsonValue& entry, qint64 dataBytes, Tensor& tensor) {
    const QJsonObject fields = entry.toObject();
    const QString type = fields["dtype"].toString();
    const auto* found = std::find_if(typeNames.begin(), typeNames.end(),
                                     [&](const TypeName& name) { return type == QLatin1String(name.name); });
    if (found == typeNames.end()) {
        return damaged(QStringLiteral("unknown type"));
    }
    tensor.type = found->type;
    qint64 count = 1;
    const QJsonArray shape = fields["shape"].toArray();
    if (!fields["shape"].isArray() || shape.size() > 8) {
        return damaged(QStringLiteral("bad shape"));
    }
    for (const QJsonValue& value : shape) {
        const qint64 size = wholeNumber(value, maxModelBytes);
        if (size < 0 || (size > 0 && count > maxModelBytes / size)) {
            return damaged(QStringLiteral("bad shape"));
        }
        tensor.shape.push_back(size);
        count *= size;
    }
    const QJsonArray offsets = fields["data_offsets"].toArray();
    const Place place{wholeNumber(offsets.at(0), dataBytes), wholeNumber(offsets.at(1), dataBytes)};
    if (offsets.size() != 2 || place.begin < 0 || place.end < place.begin ||
        place.end - place.begin != count * qint64(found->bytes)) {
        return damaged(QStringLiteral("sizes do not fit"));
    }
    return place;
}

} // namespace

std::size_t Tensor::bytesOf(Type type) {
    return nameOf(type).bytes;
}

std::size_t Tensor::count() const {
    std::size_t result = 1;
    for (const std::int64_t size : shape) {
        result *= std::size_t(size);
    }
    return result;
}

template <class T> constexpr Tensor::Type typeOf();
template <> constexpr Tensor::Type typeOf<float>() {
    return Tensor::Type::F32;
}
template <> constexpr Tensor::Type typeOf<std::int8_t>() {
    return Tensor::Type::I8;
}
template <> constexpr Tensor::Type typeOf<std::uint8_t>() {
    return Tensor::Type::U8;
}
template <> constexpr Tensor::Type typeOf<std::int32_t>() {
    return Tensor::Type::I32;
}
template <> constexpr Tensor::Type typeOf<std::int64_t>() {
    return Tensor::Type::I64;
}

template <class T> std::span<const T> Tensor::values() const {
    if (type != typeOf<T>()) {
        return {};
    }
    return {reinterpret_cast<const T*>(bytes.constData()), std::size_t(bytes.size()) / sizeof(T)};
}

template <class T>
Tensor makeTensor(std::string name, std::vector<std::int64_t> shape, std::span<const T> values) {
    return {std::move(name), typeOf<T>(), std::move(shape),
            QByteArray(reinterpret_cast<const char*>(values.data()), qsizetype(values.size_bytes()))};
}

#define MODERATO_TENSOR_TYPE(T)                                                                              \
    template std::span<const T> Tensor::values<T>() const;                                                   \
    template Tensor makeTensor<T>(std::string, std::vector<std::int64_t>, std::span<const T>);
MODERATO_TENSOR_TYPE(float)
MODERATO_TENSOR_TYPE(std::int8_t)
MODERATO_TENSOR_TYPE(std::uint8_t)
MODERATO_TENSOR_TYPE(std::int32_t)
MODERATO_TENSOR_TYPE(std::int64_t)
#undef MODERATO_TENSOR_TYPE

Result<std::vector<Tensor>> parseTensors(const QByteArray& content) {
    std::uint64_t headerBytes = 0;
    if (content.size() < qsizetype(sizeof headerBytes) || content.size() > maxModelBytes) {
        return damaged(QStringLiteral("no header"));
    }
    std::memcpy(&headerBytes, content.constData(), sizeof headerBytes);
    const qint64 dataBegin =
        qint64(sizeof headerBytes) + qint64(std::min<std::uint64_t>(headerBytes, maxHeaderBytes));
    if (headerBytes > std::uint64_t(maxHeaderBytes) || dataBegin > content.size()) {
        return damaged(QStringLiteral("header of %1 bytes").arg(headerBytes));
    }
    QJsonParseError problem;
    const auto header =
        QJsonDocument::fromJson(content.mid(sizeof headerBytes, qsizetype(headerBytes)), &problem);
    if (!header.isObject()) {
        return damaged(problem.errorString());
    }
    const qint64 dataBytes = content.size() - dataBegin;
    std::vector<Tensor> tensors;
    std::vector<std::pair<qint64, qint64>> places;
    const QJsonObject entries = header.object();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (entry.key() == QLatin1String("__metadata__")) {
            continue;
        }
        Tensor tensor;
        tensor.name = entry.key().toStdString();
        const Result<Place> place = parseEntry(entry.value(), dataBytes, tensor);
        if (!place) {
            return place.error();
        }
        places.emplace_back(place->begin, place->end);
        tensor.bytes = content.mid(dataBegin + place->begin, place->end - place->begin);
        if (!hasOnlyNumbers(tensor)) {
            return damaged(QStringLiteral("%1 is not finite").arg(entry.key()));
        }
        tensors.push_back(std::move(tensor));
    }
    std::sort(places.begin(), places.end());
    qint64 reached = 0;
    for (const auto& [begin, end] : places) {
        if (begin != reached) {
            return damaged(QStringLiteral("tensors overlap or leave a gap"));
        }
        reached = end;
    }
    if (reached != dataBytes) {
        return damaged(QStringLiteral("bytes are missing or left over"));
    }
    return tensors;
}

QByteArray serializeTensors(std::span<const Tensor> tensors) {
    QJsonObject header;
    qint64 offset = 0;
    for (const Tensor& tensor : tensors) {
        QJsonArray shape;
        for (const std::int64_t size : tensor.shape) {
            shape.append(qint64(size));
        }
        header[QString::fromStdString(tensor.name)] =
            QJsonObject{{"dtype", QLatin1String(nameOf(tensor.type).name)},
                        {"shape", shape},
                        {"data_offsets", QJsonArray{offset, offset + tensor.bytes.size()}}};
        offset += tensor.bytes.size();
    }
    QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    json.append((8 - json.size() % 8) % 8, ' ');
    const std::uint64_t headerBytes = std::uint64_t(json.size());
    QByteArray result(reinterpret_cast<const char*>(&headerBytes), sizeof headerBytes);
    result.append(json);
    for (const Tensor& tensor : tensors) {
        result.append(tensor.bytes);
    }
    return result;
}

const Tensor* ModelFile::tensor(const std::string& name) const {
    for (const Tensor& tensor : tensors) {
        if (tensor.name == name) {
            return &tensor;
        }
    }
    return nullptr;
}

Result<ModelFile> loadModelFile(const QString& folder, const std::string& task) {
    const QDir dir(folder);
    ModelFile file;
    auto manifest = loadManifest(folder);
    if (!manifest) {
        return manifest.error();
    }
    file.manifest = std::move(*manifest);
    if (file.manifest.task != task) {
        return Error{
            Error::Kind::Model,
            tr("This model is for another task: choose one for \"%1\".").arg(QString::fromStdString(task)),
            QString::fromStdString(file.manifest.task)};
    }
    const auto weights = readFile(dir.filePath(QLatin1String(weightsName)), maxModelBytes);
    const auto labels = readFile(dir.filePath(QLatin1String(labelsName)), qint64(64) << 20);
    if (!weights || !labels) {
        return damaged(!weights ? weights.error().message : labels.error().message);
    }
    if (sha256(*weights).toStdString() != file.manifest.weightsSha256) {
        return damaged(QStringLiteral("the weights' SHA-256 is not the manifest's"));
    }
    auto tensors = parseTensors(*weights);
    if (!tensors) {
        return tensors.error();
    }
    file.tensors = std::move(*tensors);
    const QJsonDocument list = QJsonDocument::fromJson(*labels);
    if (!list.isArray()) {
        return damaged(QStringLiteral("labels.json is not a list"));
    }
    for (const QJsonValue& label : list.array()) {
        if (!label.isString() || label.toString().isEmpty()) {
            return damaged(QStringLiteral("labels.json has an entry that is not a name"));
        }
        file.labels.push_back(label.toString().toStdString());
    }
    return file;
}

Status saveModelFile(const QString& folder, ModelFile file, const std::string& card) {
    const QDir dir(folder);
    if (!dir.mkpath(QStringLiteral("."))) {
        return Error::io(
            tr("The folder %1 cannot be made: check its rights and the free space.").arg(folder));
    }
    QJsonArray labels;
    for (const std::string& label : file.labels) {
        labels.append(QString::fromStdString(label));
    }
    const QByteArray weights = serializeTensors(file.tensors);
    file.manifest.weightsSha256 = sha256(weights).toStdString();
    const std::pair<const char*, QByteArray> contents[] = {
        {weightsName, weights},
        {labelsName, QJsonDocument(labels).toJson(QJsonDocument::Compact)},
        {cardName, QByteArray::fromStdString(card)},
        {manifestName, serializeManifest(file.manifest)}};
    for (const auto& [name, content] : contents) {
        if (Status written = writeFileAtomically(dir.filePath(QLatin1String(name)), content); !written) {
            return written;
        }
    }
    return {};
}

} // namespace moderato::ml
