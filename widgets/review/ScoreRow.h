#pragma once

#include "widgets/common/ProbabilityBar.h"

#include <QWidget>

namespace moderato::widgets {

/// One answer of a model: the key that chooses it, its name, its probability as a bar and a number. Always
/// the same height.
class ScoreRow : public QWidget {
    Q_OBJECT
public:
    explicit ScoreRow(const QString& key, QWidget* parent = nullptr);

    /// `strong`: the likeliest.
    void setScore(const QString& name, double probability, bool strong);
    void setNothing();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QString key_;
    QString name_;
    double probability_ = 0;
    bool strong_ = false;
    bool filled_ = false;
};

} // namespace moderato::widgets
