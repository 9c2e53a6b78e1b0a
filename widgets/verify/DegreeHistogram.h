#pragma once

#include "core/usecases/QualityLabels.h"

#include <QWidget>

namespace moderato::widgets {

/// How the labels of one task lie: its name, how many are above and below, a bar for each tenth of the range,
/// the reference as a line (as a band where windows have several), and the levels where the rules name some.
class DegreeHistogram : public QWidget {
    Q_OBJECT
public:
    DegreeHistogram(const QString& name, const usecases::QualityTaskSummary& summary,
                    QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF plot() const;
    QString degreeText(int bin) const;
    QString binText(int bin) const;
    QString referenceText() const;
    QString levelsText() const;
    double at(double degree, const QRectF& area) const;
    void paintLevels(QPainter& painter, const QRectF& area) const;
    void paintReference(QPainter& painter, const QRectF& area) const;

    QString name_;
    usecases::QualityTaskSummary summary_;
};

} // namespace moderato::widgets
