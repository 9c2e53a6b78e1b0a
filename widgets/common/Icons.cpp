#include "widgets/common/Icons.h"

#include "core/base/Log.h"
#include "widgets/common/Tokens.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace moderato::widgets {

namespace {

QByteArray source(const QString& name) {
    QFile file(QStringLiteral(":/moderato/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(log) << "no icon named" << name;
        return {};
    }
    return file.readAll();
}

QPixmap render(const QString& name, const QColor& color, QSize size) {
    const QString key = QStringLiteral("moderato-icon/%1/%2/%3x%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(source(name).replace("currentColor", color.name().toLatin1()));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(QPointF(0, 0), size));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Draws the shape in the colour of the theme there is when it paints, so that icons follow a change of
/// theme.
class TintedEngine final : public QIconEngine {
public:
    TintedEngine(QString name, QColor color)
        : name_(std::move(name))
        , color_(std::move(color)) {}

    QIconEngine* clone() const override { return new TintedEngine(name_, color_); }
    QString iconName() override { return name_; }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return render(name_, tint(mode, state), size);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return render(name_, tint(mode, state), size);
    }

private:
    QColor tint(QIcon::Mode mode, QIcon::State state) const {
        const Tokens& t = tokens(QGuiApplication::palette());
        if (mode == QIcon::Disabled) {
            return t.textFaint;
        }
        if (color_.isValid()) {
            return color_;
        }
        return state == QIcon::On ? t.accentText : t.text;
    }

    QString name_;
    QColor color_;
};

} // namespace

QIcon icon(const QString& name) {
    return icon(name, QColor());
}

QIcon icon(const QString& name, const QColor& color) {
    if (name.isEmpty()) {
        return {};
    }
    if (!QFile::exists(QStringLiteral(":/moderato/icons/%1.svg").arg(name))) {
        qCWarning(log) << "no icon named" << name;
        return {};
    }
    return QIcon(new TintedEngine(name, color));
}

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio) {
    QPixmap pixmap = render(name, color, QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QStringList iconNames() {
    QStringList names = QDir(QStringLiteral(":/moderato/icons"))
                            .entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString& name : names) {
        name.chop(4);
    }
    return names;
}

} // namespace moderato::widgets
