#include "widgets/player/private/Canvas.h"

#include "widgets/player/private/GlCanvas.h"
#include "widgets/player/private/MemoryCanvas.h"

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>

#include <algorithm>
#include <utility>

namespace moderato::widgets {
namespace {

/// A QOpenGLWidget takes the program down where OpenGL is missing, so it is tried first. → who computes it;
/// empty: it is missing
QByteArray openGlRenderer() {
    if (QGuiApplication::platformName() == QLatin1String("offscreen") ||
        QGuiApplication::platformName() == QLatin1String("minimal")) {
        return {};
    }
    QOpenGLContext context;
    if (!context.create()) {
        return {};
    }
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    if (!surface.isValid() || !context.makeCurrent(&surface)) {
        return {};
    }
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const QByteArray renderer = name ? QByteArray(name).toLower() : QByteArray();
    context.doneCurrent();
    return renderer;
}

bool isOpenGlBetter() {
    static const QByteArray renderer = openGlRenderer();
    if (renderer.isEmpty()) {
        return false;
    }
    const QByteArray chosen = qgetenv("MODERATO_CANVAS");
    if (chosen == "opengl" || chosen == "memory") {
        return chosen == "opengl";
    }
    return std::ranges::none_of(
        std::initializer_list<const char*>{"llvmpipe", "softpipe", "software", "swiftshader", "swrast"},
        [](const char* byProcessor) { return renderer.contains(byProcessor); });
}

} // namespace

std::unique_ptr<Canvas> makeCanvas(Canvas::Painter painter) {
    if (isOpenGlBetter()) {
        return std::make_unique<GlCanvas>(std::move(painter));
    }
    return std::make_unique<MemoryCanvas>(std::move(painter));
}

} // namespace moderato::widgets
