#include "widgets/player/private/MemoryCanvas.h"

#include "widgets/player/private/MpvCore.h"

#include <QMetaObject>
#include <QPainter>

#include <cstdint>
#include <utility>

namespace moderato::widgets {
namespace {

constexpr size_t alignment = 64; // of lines, as mpv's scaler likes them
constexpr int blurSource = 192;  // pixels of the longer side that a blurred picture starts from…
constexpr int blurLeft = 12;     // …and what is left of it

} // namespace

MemoryCanvas::MemoryCanvas(Painter painter)
    : painter_(std::move(painter)) {
    setAttribute(Qt::WA_OpaquePaintEvent);
}

MemoryCanvas::~MemoryCanvas() {
    if (open_) {
        painter_.closing();
    }
}

void MemoryCanvas::prepare() {
    if (!open_) {
        open_ = true;
        painter_.opened();
    }
}

void MemoryCanvas::openRender(MpvCore& core) {
    core.openRender(MpvCore::Renderer::Memory);
}

/// As large as the widget; black when it is made.
QImage& MemoryCanvas::picture() {
    const QSize size = pixels().expandedTo({1, 1});
    if (picture_.size() != size) {
        const size_t line = (size_t(size.width()) * 4 + alignment - 1) / alignment * alignment;
        bytes_.assign(line * size_t(size.height()) + alignment, 0);
        const auto at = reinterpret_cast<std::uintptr_t>(bytes_.data());
        picture_ = QImage(bytes_.data() + (alignment - at % alignment) % alignment, size.width(),
                          size.height(), qsizetype(line), QImage::Format_RGB32);
        picture_.fill(Qt::black);
    }
    return picture_;
}

void MemoryCanvas::paintVideo(MpvCore& core, const CareEffect& effect) {
    QImage& shown = picture();
    if (effect.changesPicture()) {
        const QSize size =
            effect.blur ? shown.size().scaled(blurSource, blurSource, Qt::KeepAspectRatio) : shown.size();
        QImage clear(size.expandedTo({1, 1}), QImage::Format_RGB32);
        core.render(clear);
        put(clear, effect);
    } else {
        core.render(shown);
    }
}

void MemoryCanvas::paintStill(const QImage& still, const CareEffect& effect) {
    const QSize few = still.size().scaled(blurSource, blurSource, Qt::KeepAspectRatio).expandedTo({1, 1});
    put(effect.blur ? still.scaled(few, Qt::IgnoreAspectRatio, Qt::SmoothTransformation) : still, effect);
}

/// Letterboxed, with care.
void MemoryCanvas::put(const QImage& clear, const CareEffect& effect) {
    QImage& shown = picture();
    const QSizeF fits = QSizeF(clear.size()).scaled(shown.size(), Qt::KeepAspectRatio);
    const QRectF at(QPointF((shown.width() - fits.width()) / 2, (shown.height() - fits.height()) / 2), fits);
    QPainter painter(&shown);
    painter.fillRect(shown.rect(), Qt::black);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(at, withCare(clear, effect, blurLeft));
}

void MemoryCanvas::paintBlack() {
    picture().fill(Qt::black);
}

void MemoryCanvas::warm(MpvCore& core) {
    QImage out(pixels().expandedTo({1, 1}), QImage::Format_RGB32);
    core.render(out);
    core.reportSwap();
}

QImage MemoryCanvas::grab() {
    prepare();
    painter_.paint();
    return picture().copy();
}

void MemoryCanvas::paintEvent(QPaintEvent*) {
    prepare();
    painter_.paint();
    QPainter(this).drawImage(rect(), picture());
    QMetaObject::invokeMethod(
        this, [this] { painter_.shown(); }, Qt::QueuedConnection);
}

void MemoryCanvas::resizeEvent(QResizeEvent*) {
    painter_.resized(pixels());
}

} // namespace moderato::widgets
