#include "core/usecases/ExpressionMapping.h"

#include "core/base/File.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionMapping)
};

} // namespace

Result<QStringList> expressionFeatures(const QString& resourceFolder) {
    const QString path = resourceFolder + QStringLiteral("/expressions/sets.json");
    const auto bytes = readFile(path);
    if (!bytes) {
        return bytes.error();
    }
    QStringList codes;
    const QJsonArray features =
        QJsonDocument::fromJson(*bytes).object()[QStringLiteral("features")].toArray();
    for (const QJsonValue& feature : features) {
        codes << feature.toObject()[QStringLiteral("code")].toString();
    }
    if (codes.isEmpty()) {
        return Error::invalid(Text::tr("The file %1 is damaged; install the program again.").arg(path));
    }
    return codes;
}

Result<interchange::FeatureMapping> expressionMapping(const QString& resourceFolder,
                                                      const QString& userFile) {
    const auto features = expressionFeatures(resourceFolder);
    if (!features) {
        return features.error();
    }
    auto mapping = interchange::readFeatureMapping(
        resourceFolder + QStringLiteral("/expressions/feature_mapping.csv"), *features);
    if (!mapping || userFile.isEmpty()) {
        return mapping;
    }
    const auto own = interchange::readFeatureMapping(userFile, *features);
    if (!own) {
        return own.error();
    }
    mapping.value().overrideWith(*own);
    return mapping;
}

} // namespace moderato::usecases
