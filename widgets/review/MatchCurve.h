#pragma once

#include "core/domain/ReaderSession.h"

#include <QWidget>

namespace moderato::widgets {

/// The match score along an item's time: of each stretch the mean over its readers of what goes with the
/// category minus what goes against it, 0 in the middle. Stretches with fewer readers are paler; none is
/// drawn where nobody was measured.
class MatchCurve : public QWidget {
    Q_OBJECT
public:
    explicit MatchCurve(QWidget* parent = nullptr);

    void setCurves(const std::vector<domain::ExpressionCurve>& curves, const domain::ExpressionSet& set);
    bool isEmpty() const { return points_.empty(); }
    /// Where the time axis ends, in µs; a later one may be set, so that curves under each other agree.
    qint64 end() const { return endUs_; }
    void setEnd(qint64 us);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override; ///< Tells a stretch's score and n.

private:
    struct Point {
        qint64 startUs = 0;
        double score = 0;
        int readers = 0;
    };
    QRect area() const;
    double xOf(qint64 us) const;

    std::vector<Point> points_; ///< By time.
    qint64 stepUs_ = 1, endUs_ = 1;
    double reach_ = 1;
    int most_ = 1; ///< Readers of the stretch that has most.
};

} // namespace moderato::widgets
