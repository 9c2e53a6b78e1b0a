#include "core/usecases/ExpressionMapping.h"

#include "core/usecases/DefaultTaxonomy.h"

namespace moderato::usecases {

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
