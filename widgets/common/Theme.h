#pragma once

#include "widgets/common/Tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <functional>

class QApplication;
class QLabel;

namespace moderato::widgets {

enum class ThemeMode { System, Light, Dark };

/// The four sizes of the program's one typeface, in pixels at 100 %.
enum class TextSize { Small = 12, Body = 13, Head = 15, Title = 20 };

/// Light or dark, following the system or as chosen, and the font's scale: sets palette, font and a small
/// style sheet made from the tokens on the application. Built once by the Application; painting code asks
/// `tokens(palette())` and needs no Theme.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& application, QObject* parent = nullptr);

    ThemeMode mode() const { return mode_; }
    bool isDark() const { return dark_; }
    double fontScale() const { return fontScale_; }

    /// Both are kept in QSettings and take effect at once.
    void setMode(ThemeMode mode);
    /// 0.8…2.0
    void setFontScale(double scale);
    void apply();

Q_SIGNALS:
    void changed();

private:
    bool systemIsDark() const;

    QApplication& application_;
    QPalette systemPalette_;
    ThemeMode mode_ = ThemeMode::System;
    double fontScale_ = 1.0;
    bool dark_ = false;
};

/// The program's font in one of its sizes, at the person's scale; its figures are tabular.
QFont textFont(TextSize size = TextSize::Body, QFont::Weight weight = QFont::Normal);
/// A fixed-pitch font for time codes and hashes.
QFont codeFont(TextSize size = TextSize::Body);
/// Pixels that grow with the person's font scale: row heights, icon sizes.
int scaled(int pixels);

/// Runs `apply` now and again whenever theme or font scale change: for row heights, column widths, icon
/// sizes.
void onScale(QWidget* widget, std::function<void()> apply);

/// Gives a label a size and colour that follow theme and scale: "title", "head", "small", "muted", "strong",
/// "danger".
void setRole(QWidget* widget, const char* role);

} // namespace moderato::widgets
