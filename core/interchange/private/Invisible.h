#pragma once

#include <QString>

namespace moderato::interchange {

/// A text without the characters that nobody sees.
struct VisibleText {
    QString text;
    QString hidden; ///< What runs of three and more of them spell, or how many they are.
    int directionMarks = 0;
};

/// Joiners that shape letters and emoji, and the tags of regional flags, are honest and stay.
VisibleText visibleText(const QString& text);

/// Whether there is anything to take out; quick.
bool holdsInvisible(const QString& text);

/// Every invisible character as a dot.
QString dotted(const QString& text);

} // namespace moderato::interchange
