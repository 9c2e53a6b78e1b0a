#pragma once

#include "core/interchange/FeatureMapping.h"

namespace moderato::usecases {

/// How other programs' signals become features: what the program ships, overridden feature by feature by the
/// library's own rules, and these by `file`; empty ones are left out. Fails with the number of the line where
/// a row is wrong.
Result<interchange::FeatureMapping> expressionMapping(const QString& resourceFolder, const QString& file = {},
                                                      const QString& libraryFolder = {});

/// A rule of the library's own for one feature of one program: `rule` as FeatureRule reads it, "none" where
/// the program cannot tell the feature, empty to go back to the shipped one. InvalidInput says what is wrong
/// with it, and nothing changes. Imports to come use it; sessions stay as they were found.
Status setOwnRule(const QString& resourceFolder, const QString& libraryFolder,
                  interchange::ExpressionFormat format, const QString& feature, const QString& rule);

/// The library's own rules; none where nobody has changed one.
Result<interchange::FeatureMapping> ownRules(const QString& resourceFolder, const QString& libraryFolder);

} // namespace moderato::usecases
