#pragma once

#include "core/usecases/TrainRun.h"

#include <QWidget>

#include <vector>

namespace moderato::widgets {

/// The learning curve: the held-out score (0…1, left axis, accent) and the loss (on its own scale, grey) by
/// round. The lines are named at their ends; pointing at a round shows its figures. A score that is not
/// defined leaves a gap.
class CurveView : public QWidget {
    Q_OBJECT
public:
    explicit CurveView(QWidget* parent = nullptr);

    void clear();
    void add(const usecases::TrainRound& round);
    /// The held-out score's name: "accuracy".
    void setScoreName(const QString& name);
    int rounds() const { return int(rounds_.size()); }
    /// Its figures, with the shares of satisfied pairs (S0.5) and of triplets with a loss (S2.7) where the
    /// loss has them.
    QString sentenceOf(const usecases::TrainRound& round) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF plot() const;
    double x(std::size_t index) const;

    std::vector<usecases::TrainRound> rounds_;
    QString scoreName_;
    int pointed_ = -1;
};

} // namespace moderato::widgets
