#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace moderato::widgets {

/// The colours of one theme. Text colours keep a contrast of at least 4.5 : 1 on every ground they are used
/// on (tested).
struct Tokens {
    QColor window;     ///< Behind everything; the rail and bars.
    QColor surface;    ///< Lists, panels, content.
    QColor raised;     ///< Cards' headers, hovered rows, key caps.
    QColor field;      ///< Where one types.
    QColor line;       ///< 1 px separators.
    QColor lineStrong; ///< Borders of fields and buttons, outlines of predictions.
    QColor text;
    QColor textMuted; ///< Secondary text; still 4.5 : 1.
    QColor textFaint; ///< Disabled only.
    QColor accent;    ///< What the person may do next, the focus, the selection's edge.
    QColor onAccent;
    QColor accentText; ///< Links, accent as text on a surface.
    QColor accentSoft; ///< Selected rows.
    QColor prediction; ///< Fill of a model's bars: grey, never a label's colour.
    QColor danger;
    QColor onDanger;
    QColor dangerText;
    QColor dangerSoft;
    QColor warningText;
    QColor warningSoft;
    QColor successText;
    bool dark = false;
};

const Tokens& lightTokens();
const Tokens& darkTokens();
/// Those of the theme that this palette belongs to: `tokens(palette())`.
const Tokens& tokens(const QPalette& palette);

/// The grid: 8 px, 4 px inside controls.
inline constexpr int grid = 8;
inline constexpr int halfGrid = 4;
inline constexpr int radius = 6;

/// A label's colour: Okabe–Ito (safe for colour-blind people), the same in both themes. Never alone: a letter
/// or a name goes with it.
QColor categoryColor(const QString& code);
/// Black or white, whichever reads better on the ground.
QColor readableOn(const QColor& ground);
/// WCAG 2 contrast ratio, 1…21.
double contrast(const QColor& a, const QColor& b);

} // namespace moderato::widgets
