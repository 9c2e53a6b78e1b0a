#pragma once

#include "core/base/Result.h"
#include "core/domain/Category.h"
#include "core/domain/ExpressionFeature.h"
#include "core/domain/ReaderSession.h"

#include <QString>

#include <vector>

namespace moderato::usecases {

/// The categories that the program ships, in order. Io or InvalidInput where the file is missing or damaged.
Result<std::vector<domain::Category>> defaultCategories(const QString& resourceFolder);
/// Codes of the features of the face (S4.1), by part of the face.
Result<QStringList> expressionFeatures(const QString& resourceFolder);
/// The same with their names, models and parts of the face.
Result<std::vector<domain::ExpressionFeature>> expressionFeatureTable(const QString& resourceFolder);
/// The expression sets that the program ships (S4.2).
Result<std::vector<domain::ExpressionSet>> defaultExpressionSets(const QString& resourceFolder);

} // namespace moderato::usecases
