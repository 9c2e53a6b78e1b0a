#pragma once

#include "core/interchange/FeatureMapping.h"

namespace moderato::usecases {

/// How other programs' signals become features: what the program ships, overridden feature by feature by the
/// user's own file where one is named. Fails with the number of the line where a row is wrong.
Result<interchange::FeatureMapping> expressionMapping(const QString& resourceFolder,
                                                      const QString& userFile = {});

} // namespace moderato::usecases
