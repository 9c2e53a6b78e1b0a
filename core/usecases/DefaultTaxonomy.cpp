#include "core/usecases/DefaultTaxonomy.h"

#include "core/base/File.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DefaultTaxonomy)
};

QStringList strings(const QJsonValue& value) {
    QStringList list;
    for (const QJsonValue& entry : value.toArray()) {
        list << entry.toString();
    }
    return list;
}

Result<QJsonDocument> readJson(const QString& path) {
    const auto bytes = readFile(path);
    if (!bytes.ok()) {
        return bytes.error();
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (document.isNull()) {
        return Error::invalid(Text::tr("The file %1 is damaged; install the program again.").arg(path),
                              problem.errorString());
    }
    return document;
}

} // namespace

Result<std::vector<domain::Category>> defaultCategories(const QString& resourceFolder) {
    const auto document = readJson(resourceFolder + QStringLiteral("/taxonomy/categories.json"));
    if (!document.ok()) {
        return document.error();
    }
    std::vector<domain::Category> categories;
    for (const QJsonValue& value : document->array()) {
        const QJsonObject object = value.toObject();
        domain::Category category;
        category.code = object[QStringLiteral("code")].toString();
        category.nameEn = object[QStringLiteral("en")].toString();
        category.nameZh = object[QStringLiteral("zh")].toString();
        category.aliases = strings(object[QStringLiteral("aliases")]);
        category.position = int(categories.size());
        categories.push_back(category);
    }
    return categories;
}

Result<QStringList> expressionFeatures(const QString& resourceFolder) {
    const auto table = expressionFeatureTable(resourceFolder);
    if (!table.ok()) {
        return table.error();
    }
    QStringList features;
    for (const domain::ExpressionFeature& feature : *table) {
        features << feature.code;
    }
    return features;
}

Result<std::vector<domain::ExpressionFeature>> expressionFeatureTable(const QString& resourceFolder) {
    const auto document = readJson(resourceFolder + QStringLiteral("/expressions/sets.json"));
    if (!document.ok()) {
        return document.error();
    }
    const auto text = [](const QJsonObject& object, const char* key) {
        return object[QLatin1String(key)].toString();
    };
    QHash<QString, QJsonObject> models;
    for (const QJsonValue& value : document->object()[QStringLiteral("models")].toArray()) {
        models.insert(text(value.toObject(), "code"), value.toObject());
    }
    std::vector<domain::ExpressionFeature> features;
    for (const QJsonValue& value : document->object()[QStringLiteral("features")].toArray()) {
        const QJsonObject feature = value.toObject();
        const QJsonObject part = models.value(text(feature, "model"));
        features.push_back({text(feature, "code"), text(feature, "model"), text(feature, "en"),
                            text(feature, "zh"), text(part, "en"), text(part, "zh")});
    }
    return features;
}

Result<std::vector<domain::ExpressionSet>> defaultExpressionSets(const QString& resourceFolder) {
    const auto document = readJson(resourceFolder + QStringLiteral("/expressions/sets.json"));
    if (!document.ok()) {
        return document.error();
    }
    std::vector<domain::ExpressionSet> sets;
    for (const QJsonValue& value : document->object()[QStringLiteral("sets")].toArray()) {
        const QJsonObject object = value.toObject();
        sets.push_back({object[QStringLiteral("category")].toString(),
                        strings(object[QStringLiteral("positive")]),
                        strings(object[QStringLiteral("negative")])});
    }
    return sets;
}

} // namespace moderato::usecases
