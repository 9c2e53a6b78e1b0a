#include "widgets/player/private/FramePainter.h"

#include "core/base/Log.h"

#include <QOpenGLContext>
#include <QOpenGLFunctions>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr int blurSource =
    192; ///< Pixels of the longer side that a blurred picture starts from; 12 are left.

const char* vertexShader = R"(
attribute highp vec2 corner;
attribute highp vec2 place;
varying highp vec2 at;
void main() {
    gl_Position = vec4(corner, 0.0, 1.0);
    at = place;
}
)";

// Smooth: cubic B-spline weights out of four linear samples, so that few pixels make no squares.
const char* fragmentShader = R"(
uniform sampler2D picture;
uniform highp vec2 size;
uniform bool smoothly;
uniform highp float grey;
uniform highp float light;
varying highp vec2 at;
void main() {
    highp vec3 color;
    if (smoothly) {
        highp vec2 p = at * size - 0.5;
        highp vec2 f = fract(p);
        p -= f;
        highp vec2 g = 1.0 - f;
        highp vec2 w0 = g * g * g / 6.0;
        highp vec2 w1 = (4.0 - 6.0 * f * f + 3.0 * f * f * f) / 6.0;
        highp vec2 w3 = f * f * f / 6.0;
        highp vec2 w2 = 1.0 - w0 - w1 - w3;
        highp vec2 a = (p - 0.5 + w1 / (w0 + w1)) / size;
        highp vec2 b = (p + 1.5 + w3 / (w2 + w3)) / size;
        highp vec2 s = w0 + w1;
        color = mix(mix(texture2D(picture, b).rgb, texture2D(picture, vec2(a.x, b.y)).rgb, s.x),
                    mix(texture2D(picture, vec2(b.x, a.y)).rgb, texture2D(picture, a).rgb, s.x), s.y);
    } else {
        color = texture2D(picture, at).rgb;
    }
    highp float luma = dot(color, vec3(0.299, 0.587, 0.114));
    gl_FragColor = vec4(mix(color, vec3(luma), grey) * light, 1.0);
}
)";

QOpenGLFunctions& gl() {
    return *QOpenGLContext::currentContext()->functions();
}

void bind(int framebuffer, QSize pixels) {
    gl().glBindFramebuffer(GL_FRAMEBUFFER, GLuint(framebuffer));
    gl().glViewport(0, 0, pixels.width(), pixels.height());
    gl().glDisable(GL_BLEND);
    gl().glDisable(GL_SCISSOR_TEST);
    gl().glDisable(GL_DEPTH_TEST);
}

} // namespace

void FramePainter::release() {
    program_.reset();
    stillTexture_.reset();
    stillKey_ = 0;
    for (auto& buffer : buffers_) {
        buffer.reset();
    }
}

bool FramePainter::prepare() {
    if (program_) {
        return program_->isLinked();
    }
    program_ = std::make_unique<QOpenGLShaderProgram>();
    program_->addShaderFromSourceCode(QOpenGLShader::Vertex, vertexShader);
    program_->addShaderFromSourceCode(QOpenGLShader::Fragment, fragmentShader);
    program_->bindAttributeLocation("corner", 0);
    program_->bindAttributeLocation("place", 1);
    if (!program_->link()) {
        qCWarning(log).noquote() << "player's shader:" << program_->log();
    }
    return program_->isLinked();
}

void FramePainter::paintBlack(int target, QSize pixels) {
    bind(target, pixels);
    gl().glClearColor(0, 0, 0, 1);
    gl().glClear(GL_COLOR_BUFFER_BIT);
}

QSize FramePainter::sourceSize(QSize pixels, const CareEffect& effect) const {
    if (!effect.blur) {
        return pixels;
    }
    const QSize fits = pixels.scaled(blurSource, blurSource, Qt::KeepAspectRatio);
    return fits.expandedTo({1 << blurSteps, 1 << blurSteps});
}

QOpenGLFramebufferObject& FramePainter::buffer(int index, QSize size) {
    auto& buffer = buffers_[index];
    if (!buffer || buffer->size() != size) {
        buffer = std::make_unique<QOpenGLFramebufferObject>(size);
        gl().glBindTexture(GL_TEXTURE_2D, buffer->texture());
        gl().glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
        gl().glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
        gl().glBindTexture(GL_TEXTURE_2D, 0);
    }
    return *buffer;
}

void FramePainter::paintVideo(const DrawVideo& draw, int target, QSize pixels, const CareEffect& effect) {
    if (!effect.changesPicture()) {
        draw(target, pixels);
        return;
    }
    const QSize size = sourceSize(pixels, effect);
    draw(int(buffer(0, size).handle()), size);
    finish(target, pixels, effect);
}

void FramePainter::paintStill(const QImage& still, int target, QSize pixels, const CareEffect& effect) {
    if (!prepare()) {
        paintBlack(target, pixels);
        return;
    }
    upload(still);
    const bool careful = effect.changesPicture();
    const QSize size = careful ? sourceSize(pixels, effect) : pixels;
    const int into = careful ? int(buffer(0, size).handle()) : target;
    paintBlack(into, size);
    const QSizeF fits = QSizeF(still.size()).scaled(size, Qt::KeepAspectRatio);
    const QRectF at((size.width() - fits.width()) / 2, (size.height() - fits.height()) / 2, fits.width(),
                    fits.height());
    const QRectF unit(at.x() / size.width(), at.y() / size.height(), at.width() / size.width(),
                      at.height() / size.height());
    drawTexture(stillTexture_->textureId(), still.size(), unit, true, {});
    if (careful) {
        finish(target, pixels, effect);
    }
}

/// From buffer 0 to the target.
void FramePainter::finish(int target, QSize pixels, const CareEffect& effect) {
    if (!prepare()) {
        paintBlack(target, pixels); // rather nothing than the clear picture
        return;
    }
    int last = 0;
    if (effect.blur) {
        for (; last < blurSteps; ++last) {
            const QSize half = (buffers_[last]->size() / 2).expandedTo({1, 1});
            QOpenGLFramebufferObject::blitFramebuffer(&buffer(last + 1, half), buffers_[last].get(),
                                                      GL_COLOR_BUFFER_BIT, GL_LINEAR);
        }
    }
    bind(target, pixels);
    drawTexture(buffers_[last]->texture(), buffers_[last]->size(), QRectF(0, 0, 1, 1), false, effect);
}

/// `at`: part of the target, from its upper left corner, in shares of it.
void FramePainter::drawTexture(unsigned texture, QSize size, QRectF at, bool topFirst,
                               const CareEffect& effect) {
    const auto left = GLfloat(2 * at.left() - 1), right = GLfloat(2 * at.right() - 1);
    const auto top = GLfloat(1 - 2 * at.top()), bottom = GLfloat(1 - 2 * at.bottom());
    const GLfloat high = topFirst ? 0 : 1, low = topFirst ? 1 : 0;
    const GLfloat corners[] = {left, bottom, right, bottom, left, top, right, top};
    const GLfloat places[] = {0, low, 1, low, 0, high, 1, high};
    program_->bind();
    program_->setUniformValue("picture", 0);
    program_->setUniformValue("size", QSizeF(size));
    program_->setUniformValue("smoothly", effect.blur);
    program_->setUniformValue("grey", effect.grey ? 1.0F : 0.0F);
    program_->setUniformValue("light", GLfloat(1 - std::clamp(effect.dim, 0.0, 1.0)));
    gl().glActiveTexture(GL_TEXTURE0);
    gl().glBindTexture(GL_TEXTURE_2D, texture);
    gl().glBindBuffer(GL_ARRAY_BUFFER, 0);
    program_->setAttributeArray(0, corners, 2);
    program_->setAttributeArray(1, places, 2);
    program_->enableAttributeArray(0);
    program_->enableAttributeArray(1);
    gl().glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    program_->disableAttributeArray(0);
    program_->disableAttributeArray(1);
    gl().glBindTexture(GL_TEXTURE_2D, 0);
    program_->release();
}

void FramePainter::upload(const QImage& still) {
    if (stillTexture_ && stillKey_ == still.cacheKey()) {
        return;
    }
    const QImage pixels = still.convertToFormat(QImage::Format_RGBA8888);
    if (!stillTexture_ || stillTexture_->width() != pixels.width() ||
        stillTexture_->height() != pixels.height()) {
        stillTexture_ = std::make_unique<QOpenGLTexture>(QOpenGLTexture::Target2D);
        stillTexture_->setFormat(QOpenGLTexture::RGBA8_UNorm);
        stillTexture_->setSize(pixels.width(), pixels.height());
        stillTexture_->setMipLevels(1);
        stillTexture_->allocateStorage(QOpenGLTexture::RGBA, QOpenGLTexture::UInt8);
        stillTexture_->setMinMagFilters(QOpenGLTexture::Linear, QOpenGLTexture::Linear);
        stillTexture_->setWrapMode(QOpenGLTexture::ClampToEdge);
    }
    stillTexture_->setData(QOpenGLTexture::RGBA, QOpenGLTexture::UInt8, pixels.constBits());
    stillKey_ = still.cacheKey();
}

} // namespace moderato::widgets
