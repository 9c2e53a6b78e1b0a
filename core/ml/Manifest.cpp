#include "core/ml/ModelFile.h"

#include "core/base/File.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace moderato::ml {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("moderato::ml", text);
}

QJsonValue figure(double value) {
    return std::isnan(value) ? QJsonValue(QJsonValue::Null) : QJsonValue(value);
}

double figure(const QJsonValue& value) {
    return value.toDouble(undefined);
}

QJsonObject atK(const Metrics::AtK& values) {
    return {{"1", figure(values.at1)},
            {"3", figure(values.at3)},
            {"5", figure(values.at5)},
            {"10", figure(values.at10)}};
}

Metrics::AtK atK(const QJsonValue& value) {
    const QJsonObject object = value.toObject();
    return {figure(object["1"]), figure(object["3"]), figure(object["5"]), figure(object["10"])};
}

QString text(const std::string& value) {
    return QString::fromStdString(value);
}

} // namespace

double Manifest::setting(const std::string& key, double fallback) const {
    const auto found = settings.find(key);
    return found == settings.end() ? fallback : found->second;
}

QByteArray serializeManifest(const Manifest& manifest) {
    QJsonObject settings;
    for (const auto& [key, value] : manifest.settings) {
        settings[text(key)] = value;
    }
    QJsonArray languages;
    for (const std::string& language : manifest.languages) {
        languages.append(text(language));
    }
    const Metrics& metrics = manifest.metrics;
    const QJsonObject object{{"format_version", manifest.formatVersion},
                             {"task", text(manifest.task)},
                             {"name", text(manifest.name)},
                             {"created", text(manifest.created)},
                             {"data_set_sha256", text(manifest.dataSetSha256)},
                             {"examples", qint64(manifest.examples)},
                             {"held_out", qint64(manifest.heldOut)},
                             {"seed", QString::number(manifest.seed)},
                             {"metrics", QJsonObject{{"examples", qint64(metrics.examples)},
                                                     {"accuracy", figure(metrics.accuracy)},
                                                     {"macro_f1", figure(metrics.macroF1)},
                                                     {"calibration_error", figure(metrics.calibrationError)},
                                                     {"precision", atK(metrics.precision)},
                                                     {"recall", atK(metrics.recall)}}},
                             {"settings", settings},
                             {"languages", languages},
                             {"licence", text(manifest.licence)},
                             {"parent", text(manifest.parent)},
                             {"weights_sha256", text(manifest.weightsSha256)}};
    return QJsonDocument(object).toJson();
}

Result<Manifest> parseManifest(const QByteArray& json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonObject object = document.object();
    const auto read = [&object](const char* key) {
        return object[QLatin1String(key)].toString().toStdString();
    };
    Manifest manifest;
    manifest.formatVersion = object["format_version"].toInt(-1);
    if (!document.isObject() || manifest.formatVersion < 1) {
        return Error{
            Error::Kind::Model, tr("The model's manifest cannot be read: install the model again."), {}};
    }
    if (manifest.formatVersion > Manifest::currentFormat) {
        return Error{
            Error::Kind::Unsupported, tr("This model was made by a newer program: update this one."), {}};
    }
    manifest.task = read("task");
    manifest.name = read("name");
    manifest.created = read("created");
    manifest.dataSetSha256 = read("data_set_sha256");
    manifest.examples = std::size_t(std::max<qint64>(0, object["examples"].toInteger()));
    manifest.heldOut = std::size_t(std::max<qint64>(0, object["held_out"].toInteger()));
    manifest.seed = object["seed"].toString().toULongLong();
    const QJsonObject metrics = object["metrics"].toObject();
    manifest.metrics.examples = std::size_t(std::max<qint64>(0, metrics["examples"].toInteger()));
    manifest.metrics.accuracy = figure(metrics["accuracy"]);
    manifest.metrics.macroF1 = figure(metrics["macro_f1"]);
    manifest.metrics.calibrationError = figure(metrics["calibration_error"]);
    manifest.metrics.precision = atK(metrics["precision"]);
    manifest.metrics.recall = atK(metrics["recall"]);
    const QJsonObject settings = object["settings"].toObject();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        manifest.settings[setting.key().toStdString()] = setting.value().toDouble();
    }
    for (const QJsonValue& language : object["languages"].toArray()) {
        manifest.languages.push_back(language.toString().toStdString());
    }
    manifest.licence = read("licence");
    manifest.parent = read("parent");
    manifest.weightsSha256 = read("weights_sha256");
    return manifest;
}

Result<Manifest> loadManifest(const QString& folder) {
    const auto json = readFile(QDir(folder).filePath(QStringLiteral("manifest.json")), qint64(1) << 20);
    if (!json) {
        return Error{Error::Kind::Model,
                     tr("There is no model in %1: choose a folder with a manifest.json.").arg(folder),
                     json.error().message};
    }
    return parseManifest(*json);
}

} // namespace moderato::ml
