#pragma once

#include <QMap>
#include <QWidget>

namespace moderato::widgets {

/// A match score on a scale with 0 in its middle: the mean as a dot, its 95 % interval as a line, − at the
/// left and + at the right; above it a bar for each result, as high as many readers had it.
class MatchScale : public QWidget {
    Q_OBJECT
public:
    explicit MatchScale(QWidget* parent = nullptr);

    /// `reach`: the scale goes from −reach to +reach.
    void setScore(double mean, double low, double high, double reach);
    /// Match result → readers who had it.
    void setResults(const QMap<int, int>& results);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double xOf(double value) const;

    QMap<int, int> results_;
    double mean_ = 0, low_ = 0, high_ = 0, reach_ = 1;
};

} // namespace moderato::widgets
