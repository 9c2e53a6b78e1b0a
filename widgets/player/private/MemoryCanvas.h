#pragma once

// Private to widgets/player.
#include "widgets/player/private/Canvas.h"

#include <QWidget>

#include <vector>

namespace moderato::widgets {

/// Paints into memory.
class MemoryCanvas : public QWidget, public Canvas {
    Q_OBJECT
public:
    explicit MemoryCanvas(Painter painter);
    ~MemoryCanvas() override;

    QWidget& widget() override { return *this; }
    void prepare() override;
    void openRender(MpvCore& core) override;
    void with(const std::function<void()>& use) override { use(); }
    QSize pixels() const override { return size() * devicePixelRatio(); }
    void paintVideo(MpvCore& core, const CareEffect& effect) override;
    void paintStill(const QImage& still, const CareEffect& effect) override;
    void paintBlack() override;
    void warm(MpvCore& core) override;
    QImage grab() override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QImage& picture();
    void put(const QImage& clear, const CareEffect& effect);

    Painter painter_;
    std::vector<uchar> bytes_; ///< Of the picture.
    QImage picture_;           ///< What is on the screen.
    bool open_ = false;
};

} // namespace moderato::widgets
