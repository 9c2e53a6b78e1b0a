#pragma once

#include <QLabel>

namespace moderato::widgets {

/// One line that is shortened with "…" where it does not fit, with the whole of it as a tool tip. Always one
/// line high.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setFullText(const QString& text);
    const QString& fullText() const { return full_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    QString full_;
};

} // namespace moderato::widgets
