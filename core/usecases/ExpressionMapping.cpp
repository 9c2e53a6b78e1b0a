#include "core/usecases/ExpressionMapping.h"

#include "core/usecases/DefaultTaxonomy.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace moderato::usecases {

using interchange::FeatureMapping;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExpressionMapping)
};

QString ownFile(const QString& libraryFolder) {
    return libraryFolder + QStringLiteral("/feature_mapping.csv");
}

} // namespace

Result<FeatureMapping> ownRules(const QString& resourceFolder, const QString& libraryFolder) {
    const auto features = expressionFeatures(resourceFolder);
    if (!features) {
        return features.error();
    }
    const QString file = ownFile(libraryFolder);
    return libraryFolder.isEmpty() || !QFileInfo::exists(file)
               ? Result(FeatureMapping{})
               : interchange::readFeatureMapping(file, *features);
}

Result<FeatureMapping> expressionMapping(const QString& resourceFolder, const QString& file,
                                         const QString& libraryFolder) {
    const auto features = expressionFeatures(resourceFolder);
    if (!features) {
        return features.error();
    }
    auto mapping = interchange::readFeatureMapping(
        resourceFolder + QStringLiteral("/expressions/feature_mapping.csv"), *features);
    if (!mapping) {
        return mapping;
    }
    const auto own = ownRules(resourceFolder, libraryFolder);
    if (!own) {
        return own.error();
    }
    mapping->overrideWith(*own);
    if (file.isEmpty()) {
        return mapping;
    }
    const auto given = interchange::readFeatureMapping(file, *features);
    if (!given) {
        return given.error();
    }
    mapping->overrideWith(*given);
    return mapping;
}

Status setOwnRule(const QString& resourceFolder, const QString& libraryFolder,
                  interchange::ExpressionFormat format, const QString& feature, const QString& rule) {
    const auto features = expressionFeatures(resourceFolder);
    if (!features) {
        return features.error();
    }
    if (!features->contains(feature)) {
        return Error::invalid(Text::tr("There is no feature “%1”; there are: %2.")
                                  .arg(feature, features->join(QStringLiteral(", "))));
    }
    auto own = ownRules(resourceFolder, libraryFolder);
    if (!own) {
        return own.error();
    }
    std::erase_if(own->rows, [&](const FeatureMapping::Row& row) {
        return row.format == format && row.feature == feature;
    });
    const QString text = rule.trimmed();
    if (!text.isEmpty()) {
        FeatureMapping::Row row{format, feature, {}, {}};
        if (text.compare(QLatin1String("none"), Qt::CaseInsensitive) != 0) {
            const auto parsed = interchange::FeatureRule::parse(text, interchange::signalsOf(format));
            if (!parsed) {
                return parsed.error();
            }
            row.rule = *parsed;
        }
        own->rows.push_back(std::move(row));
    }
    return interchange::writeFeatureMapping(ownFile(libraryFolder), *own);
}

} // namespace moderato::usecases
