#include "widgets/common/Theme.h"

#include "widgets/common/Preferences.h"
#include "widgets/common/StyleSheet.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QLayout>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QVariant>

namespace moderato::widgets {

namespace {

constexpr const char* scaleProperty = "moderatoFontScale";

/// What is there of the faces whose figures are tabular, and one for Chinese behind it.
QStringList families() {
    static const QStringList found = [] {
        const QStringList installed = QFontDatabase::families();
        const auto firstOf = [&installed](const QStringList& wanted) {
            for (const QString& family : wanted) {
                if (installed.contains(family)) {
                    return QStringList{family};
                }
            }
            return QStringList{};
        };
        return firstOf({"Noto Sans", "Inter", "DejaVu Sans"}) +
               firstOf({"Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"});
    }();
    return found;
}

double scaleNow() {
    const QVariant scale = qApp ? qApp->property(scaleProperty) : QVariant();
    return scale.isValid() ? scale.toDouble() : 1.0;
}

QPalette paletteOf(const Tokens& t) {
    QPalette p;
    const auto all = [&p](QPalette::ColorRole role, const QColor& color) { p.setColor(role, color); };
    all(QPalette::Window, t.window);
    all(QPalette::WindowText, t.text);
    all(QPalette::Base, t.surface);
    all(QPalette::AlternateBase, t.surface);
    all(QPalette::Text, t.text);
    all(QPalette::Button, t.surface);
    all(QPalette::ButtonText, t.text);
    all(QPalette::BrightText, t.dangerText);
    all(QPalette::ToolTipBase, t.raised);
    all(QPalette::ToolTipText, t.text);
    all(QPalette::PlaceholderText, t.textMuted);
    all(QPalette::Highlight, t.accent);
    all(QPalette::HighlightedText, t.onAccent);
    all(QPalette::Link, t.accentText);
    all(QPalette::LinkVisited, t.accentText);
    all(QPalette::Light, t.raised);
    all(QPalette::Midlight, t.raised);
    all(QPalette::Mid, t.line);
    all(QPalette::Dark, t.lineStrong);
    all(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, t.textFaint);
    }
    return p;
}

/// Hears of a change by the style change that every widget gets after a new style sheet. Owned by the widget.
class ScaleListener final : public QObject {
public:
    ScaleListener(QWidget* widget, std::function<void()> apply)
        : QObject(widget)
        , apply_(std::move(apply))
        , scale_(scaleNow()) {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::StyleChange && scale_ != scaleNow()) {
            scale_ = scaleNow();
            apply_();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> apply_;
    double scale_;
};

} // namespace

Theme::Theme(QApplication& application, QObject* parent)
    : QObject(parent)
    , application_(application)
    , systemPalette_(application.palette()) {
    const QSettings settings;
    const QString mode = preferences::theme.read(settings);
    mode_ = mode == QLatin1String("light")  ? ThemeMode::Light
            : mode == QLatin1String("dark") ? ThemeMode::Dark
                                            : ThemeMode::System;
    fontScale_ = qBound(0.8, preferences::fontScale.read(settings), 2.0);
    apply();
}

void Theme::setMode(ThemeMode mode) {
    mode_ = mode;
    QSettings settings;
    preferences::theme.write(settings, mode == ThemeMode::Light  ? QStringLiteral("light")
                                       : mode == ThemeMode::Dark ? QStringLiteral("dark")
                                                                 : QStringLiteral("system"));
    apply();
}

void Theme::setFontScale(double scale) {
    fontScale_ = qBound(0.8, scale, 2.0);
    QSettings settings;
    preferences::fontScale.write(settings, fontScale_);
    apply();
}

bool Theme::systemIsDark() const {
    // Qt 6.4 does not say "dark" itself; the palette that the platform gave does.
    return systemPalette_.color(QPalette::Window).lightness() <
           systemPalette_.color(QPalette::WindowText).lightness();
}

void Theme::apply() {
    dark_ = mode_ == ThemeMode::Dark || (mode_ == ThemeMode::System && systemIsDark());
    const Tokens& t = dark_ ? darkTokens() : lightTokens();
    application_.setProperty(scaleProperty, fontScale_);
    if (application_.style()->objectName() != QLatin1String("fusion")) {
        application_.setStyle(QStyleFactory::create(QStringLiteral("fusion")));
    }
    QApplication::setPalette(paletteOf(t));
    QApplication::setFont(textFont());
    application_.setStyleSheet(styleSheet(t, fontScale_));
    // Some widgets forget their size hints without telling their layouts.
    for (QWidget* widget : QApplication::allWidgets()) {
        widget->updateGeometry();
        if (QLayout* layout = widget->layout()) {
            for (QLayout* nested : layout->findChildren<QLayout*>()) {
                nested->invalidate();
            }
            layout->invalidate();
        }
    }
    Q_EMIT changed();
}

QFont textFont(TextSize size, QFont::Weight weight) {
    QFont font;
    if (!families().isEmpty()) {
        font.setFamilies(families());
    }
    font.setPixelSize(scaled(int(size)));
    font.setWeight(weight);
    return font;
}

QFont codeFont(TextSize size) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(scaled(int(size)));
    return font;
}

int scaled(int pixels) {
    return qRound(pixels * scaleNow());
}

void onScale(QWidget* widget, std::function<void()> apply) {
    apply();
    new ScaleListener(widget, std::move(apply));
}

void setRole(QWidget* widget, const char* role) {
    if (widget->property("role").toByteArray() == role) {
        return;
    }
    widget->setProperty("role", QByteArray(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace moderato::widgets
