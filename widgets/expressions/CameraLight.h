#pragma once

#include <QWidget>

namespace moderato::widgets {

/// A red light that is on exactly while the camera is, with a word beside it, so that it needs no colour to
/// be read. It does not blink: what moves draws the eyes.
class CameraLight : public QWidget {
    Q_OBJECT
public:
    explicit CameraLight(QWidget* parent = nullptr);

    void setOn(bool on);
    bool isOn() const { return on_; }
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool on_ = false;
};

} // namespace moderato::widgets
