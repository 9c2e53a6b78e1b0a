#include "core/usecases/ModelFigures.h"

#include <cmath>

namespace moderato::usecases {

namespace {

QJsonObject atKs(const ml::Metrics::AtK& figures) {
    return {{QStringLiteral("1"), toJson(figures.at1)},
            {QStringLiteral("3"), toJson(figures.at3)},
            {QStringLiteral("5"), toJson(figures.at5)},
            {QStringLiteral("10"), toJson(figures.at10)}};
}

} // namespace

QJsonValue toJson(double figure) {
    return std::isfinite(figure) ? QJsonValue(figure) : QJsonValue(QJsonValue::Null);
}

QJsonObject toJson(const ml::Metrics& metrics) {
    return {{QStringLiteral("examples"), qint64(metrics.examples)},
            {QStringLiteral("accuracy"), toJson(metrics.accuracy)},
            {QStringLiteral("macro_f1"), toJson(metrics.macroF1)},
            {QStringLiteral("calibration_error"), toJson(metrics.calibrationError)},
            {QStringLiteral("precision"), atKs(metrics.precision)},
            {QStringLiteral("recall"), atKs(metrics.recall)}};
}

double figureIn(const QJsonObject& metrics, const QString& key) {
    const QJsonValue value = metrics[key];
    return value.isDouble() ? value.toDouble() : ml::undefined;
}

} // namespace moderato::usecases
