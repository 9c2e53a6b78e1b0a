#include "widgets/article/SafeTextBrowser.h"

#include "widgets/article/PictureLoader.h"
#include "widgets/common/Theme.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QTextFrame>

#include <algorithm>

namespace moderato::widgets {
namespace {

const QString scheme = QStringLiteral("moderato-image");

QImage emptyPicture() {
    QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

} // namespace

SafeTextBrowser::SafeTextBrowser(PictureLoader& pictures, QWidget* parent)
    : QTextBrowser(parent)
    , pictures_(pictures) {
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    connect(&pictures_, &PictureLoader::loaded, this, &SafeTextBrowser::onLoaded);
    connect(&pictures_, &PictureLoader::lookChanged, this, [this] {
        for (const QString& path : std::as_const(paths_)) {
            onLoaded(path);
        }
    });
}

void SafeTextBrowser::setPictures(QHash<QString, QString> paths) {
    paths_ = std::move(paths);
}

void SafeTextBrowser::setPictureWidth(int width) {
    width = std::max(80, width);
    if (pictureWidth_ != width) {
        pictureWidth_ = width;
        for (const QString& path : std::as_const(paths_)) {
            onLoaded(path); // its place has another size now
        }
    }
}

void SafeTextBrowser::resizeEvent(QResizeEvent* event) {
    QTextBrowser::resizeEvent(event);
    Q_EMIT resized();
}

QImage SafeTextBrowser::fitted(const QImage& image) const {
    const QSize bound(pictureWidth_, std::max(240, viewport()->height() * 9 / 10));
    return image.width() > bound.width() || image.height() > bound.height()
               ? image.scaled(bound, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : image;
}

QVariant SafeTextBrowser::loadResource(int type, const QUrl& name) {
    const QString path = name.scheme() == scheme ? paths_.value(name.toString()) : QString();
    if (type != QTextDocument::ImageResource || path.isEmpty()) {
        ++refusals_;
        return type == QTextDocument::ImageResource ? QVariant(emptyPicture()) : QVariant(QByteArray());
    }
    if (const QImage image = pictures_.get(path); !image.isNull()) {
        return marked(fitted(image), path);
    }
    // Its place, until it is there; or what is wrong with it.
    const QString problem = pictures_.problem(path);
    QImage place(pictureWidth_, problem.isEmpty() ? pictureWidth_ * 9 / 16 : scaled(48),
                 QImage::Format_ARGB32_Premultiplied);
    const Tokens& colors = tokens(palette());
    place.fill(colors.raised);
    QPainter painter(&place);
    painter.setPen(colors.textMuted);
    painter.setFont(textFont(TextSize::Small));
    painter.drawText(place.rect().adjusted(grid, 0, -grid, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     problem.isEmpty() ? tr("Picture is being read…") : problem);
    return place;
}

QImage SafeTextBrowser::marked(QImage image, const QString& path) const {
    const auto mark = marks_.constFind(path);
    if (mark == marks_.cend()) {
        return image;
    }
    image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    paintLookedAt(painter, image.rect(), *mark, palette());
    return image;
}

void SafeTextBrowser::setSideBars(std::vector<SideBar> bars) {
    if (sideBars_ != bars) {
        sideBars_ = std::move(bars);
        viewport()->update();
    }
}

void SafeTextBrowser::setPictureMarks(QHash<QString, LookedAt> marks) {
    if (marks_ == marks) {
        return;
    }
    marks_ = std::move(marks);
    for (const QString& path : std::as_const(paths_)) {
        onLoaded(path);
    }
}

void SafeTextBrowser::paintEvent(QPaintEvent* event) {
    QTextBrowser::paintEvent(event);
    if (sideBars_.empty()) {
        return;
    }
    QPainter painter(viewport());
    const QColor color = lookedAtColor(palette());
    const double right =
        document()->rootFrame()->frameFormat().leftMargin() - horizontalScrollBar()->value() - halfGrid;
    QTextCursor cursor(document());
    for (const SideBar& bar : sideBars_) {
        cursor.setPosition(std::min(bar.from, document()->characterCount() - 1));
        const int top = cursorRect(cursor).top();
        cursor.setPosition(std::min(bar.to, document()->characterCount() - 1));
        const int bottom = cursorRect(cursor).bottom();
        const double thick = 2 + 4 * std::clamp(bar.weight, 0.0, 1.0);
        painter.fillRect(QRectF(right - thick, top, thick, bottom - top), color);
    }
}

void SafeTextBrowser::onLoaded(const QString& path) {
    for (auto it = paths_.cbegin(); it != paths_.cend(); ++it) {
        if (it.value() == path) {
            const QUrl url(it.key());
            document()->addResource(QTextDocument::ImageResource, url,
                                    loadResource(QTextDocument::ImageResource, url));
            document()->markContentsDirty(0, document()->characterCount());
        }
    }
}

} // namespace moderato::widgets
