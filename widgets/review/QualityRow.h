#pragma once

#include "core/domain/QualityLabel.h"

#include <QWidget>

namespace moderato::widgets {

/// One task's quality: its name, the degree on a scale of 0 to 100 with the reference marked, the number and
/// the label.
class QualityRow : public QWidget {
    Q_OBJECT
public:
    explicit QualityRow(const domain::QualityLabel& label, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    domain::QualityLabel label_;
    QString name_;
    QString word_;
};

} // namespace moderato::widgets
