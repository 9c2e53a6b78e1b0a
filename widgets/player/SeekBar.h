#pragma once

#include <QWidget>

namespace moderato::widgets {

/// Where in a video one is: a line with a handle, clicked, dragged or moved by keys (arrows 1 s, Page 10 s,
/// Home, End). It only asks; the player answers with `setPosition`.
class SeekBar : public QWidget {
    Q_OBJECT
public:
    explicit SeekBar(QWidget* parent = nullptr);

    void setDuration(double seconds);
    void setPosition(double seconds);
    /// A marked segment; below 0: not marked.
    void setMarks(double in, double out);
    double position() const { return position_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void seekRequested(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF track() const;
    double secondsAt(double x) const;
    double xAt(double seconds) const;

    double duration_ = 0;
    double position_ = 0;
    double markIn_ = -1;
    double markOut_ = -1;
    double hover_ = -1;
    bool dragging_ = false;
};

} // namespace moderato::widgets
