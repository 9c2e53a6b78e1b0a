#include "widgets/expressions/FeatureNames.h"

#include "core/base/Log.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ResourceFolder.h"
#include "widgets/common/Preferences.h"

#include <algorithm>

namespace moderato::widgets {

const std::vector<domain::ExpressionFeature>& FeatureNames::table() {
    static const auto features = [] {
        const auto read = usecases::expressionFeatureTable(usecases::resourceFolder());
        if (!read.ok()) {
            qCWarning(log).noquote() << read.error().message << read.error().detail;
        }
        return read.valueOr({});
    }();
    return features;
}

QString FeatureNames::name(const QString& code) {
    const auto& features = table();
    const auto known = std::find_if(features.begin(), features.end(),
                                    [&code](const auto& feature) { return feature.code == code; });
    return known != features.end() ? known->name(languageCode())
                                   : QString(code).replace(QLatin1Char('_'), QLatin1Char(' '));
}

QString FeatureNames::list(const QStringList& codes) {
    QStringList names;
    for (const QString& code : codes) {
        names << name(code).toLower();
    }
    return names.join(tr(", "));
}

QString FeatureNames::part(const domain::ExpressionFeature& feature) {
    return tr("%1 · %2", "part of the face, model").arg(feature.part(languageCode()), feature.model);
}

} // namespace moderato::widgets
