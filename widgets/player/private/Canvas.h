#pragma once

// Private to widgets/player.
#include "widgets/common/CareEffect.h"

#include <QImage>
#include <QSize>

#include <functional>
#include <memory>

class QWidget;

namespace moderato::widgets {

class MpvCore;

/// What videos are painted on. A picture with care never reaches the screen without it. GUI thread.
class Canvas {
public:
    /// Of whoever paints.
    struct Painter {
        std::function<void()> opened;  ///< mpv's render contexts may be made now…
        std::function<void()> closing; ///< …and have to go.
        std::function<void(QSize pixels)> resized;
        std::function<void()> paint; ///< Paints once, with one of the calls below.
        std::function<void()> shown; ///< What was painted is on the screen.
    };

    virtual ~Canvas() = default;
    virtual QWidget& widget() = 0;
    /// Opens it before it is seen for the first time.
    virtual void prepare() = 0;
    virtual void openRender(MpvCore& core) = 0;
    /// Calls it so that mpv's render contexts may be used.
    virtual void with(const std::function<void()>& use) = 0;
    virtual QSize pixels() const = 0;
    virtual void paintVideo(MpvCore& core, const CareEffect& effect) = 0;
    /// A still, letterboxed like the video.
    virtual void paintStill(const QImage& still, const CareEffect& effect) = 0;
    virtual void paintBlack() = 0;
    /// Draws a video that will be painted next out of sight, so that nothing has to be made ready then.
    virtual void warm(MpvCore& core) = 0;
    virtual QImage grab() = 0;
};

/// OpenGL where a graphics card does it. Where the processor would compute it (no card, a remote desktop, a
/// virtual machine) memory: mpv's own scaling there costs less than OpenGL's, and the rest of the window need
/// not go through OpenGL either. `MODERATO_CANVAS=opengl|memory` chooses, for tests.
std::unique_ptr<Canvas> makeCanvas(Canvas::Painter painter);

} // namespace moderato::widgets
