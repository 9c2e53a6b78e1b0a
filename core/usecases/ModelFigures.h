#pragma once

#include "core/ml/Metrics.h"

#include <QJsonObject>

namespace moderato::usecases {

/// "examples", "accuracy", "macro_f1", "calibration_error", "precision" and "recall" by "1", "3", "5", "10";
/// null where not defined.
QJsonObject toJson(const ml::Metrics& metrics);
/// A number, or null where it is not defined.
QJsonValue toJson(double figure);
/// NaN for null and what is missing.
double figureIn(const QJsonObject& metrics, const QString& key);

} // namespace moderato::usecases
