#pragma once

// Private to widgets/player.
#include "widgets/common/CareEffect.h"

#include <QOpenGLFramebufferObject>
#include <QOpenGLShaderProgram>
#include <QOpenGLTexture>

#include <functional>
#include <memory>

namespace moderato::widgets {

/// Puts a picture on the screen, with care where it is asked for: then nothing but the careful picture ever
/// reaches the target. All calls with the same GL context current; `release` before that goes.
class FramePainter {
public:
    /// Draws a video's picture, letterboxed, into a framebuffer of that many pixels, top line up in GL's
    /// sense (the first line at the upper edge of the framebuffer).
    using DrawVideo = std::function<void(int framebuffer, QSize pixels)>;

    void release();
    void paintVideo(const DrawVideo& draw, int target, QSize pixels, const CareEffect& effect);
    /// A still, letterboxed like the video.
    void paintStill(const QImage& still, int target, QSize pixels, const CareEffect& effect);
    static void paintBlack(int target, QSize pixels);

private:
    bool prepare();
    QSize sourceSize(QSize pixels, const CareEffect& effect) const;
    QOpenGLFramebufferObject& buffer(int index, QSize size);
    void finish(int target, QSize pixels, const CareEffect& effect);
    void drawTexture(unsigned texture, QSize size, QRectF at, bool topFirst, const CareEffect& effect);
    void upload(const QImage& still);

    std::unique_ptr<QOpenGLShaderProgram> program_;
    static constexpr int blurSteps = 4; ///< How often a blurred picture is halved.
    std::unique_ptr<QOpenGLFramebufferObject> buffers_[blurSteps + 1]; ///< The source and its smaller ones.
    std::unique_ptr<QOpenGLTexture> stillTexture_;
    qint64 stillKey_ = 0; ///< Of the image in the texture.
};

} // namespace moderato::widgets
