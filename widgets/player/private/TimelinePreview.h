#pragma once

#include <QImage>
#include <QWidget>

namespace moderato::widgets {

/// The picture and the time under the pointer, in a small frame over what stands above a timeline. Takes no
/// clicks.
class TimelinePreview : public QWidget {
public:
    explicit TimelinePreview(QWidget* parent);

    /// `at`: the middle of its lower edge in the parent's coordinates; it stays within the parent.
    void showAt(QPoint at, const QImage& picture, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage picture_;
    QString text_;
};

} // namespace moderato::widgets
