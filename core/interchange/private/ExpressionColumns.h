#pragma once

#include "core/interchange/ExpressionFile.h"

namespace moderato::interchange {

/// Where in a row of a file with a header the things stand that are read; −1: nowhere.
struct ExpressionColumns {
    ExpressionLayout layout;
    std::vector<int> signalColumns; ///< Of `layout.signalNames`.
    int time = -1;
    double secondsPerUnit = 1;
    bool isClock = false; ///< The time is written like 00:12.
    int frame = -1;
    int face = -1;
    int confidence = -1;
    int success = -1;
    int faceCount = -1;
    int source = -1;   ///< Which sensor a row comes from.
    int stimulus = -1; ///< What the reader looked at.
    int columns = 0;

    /// Which cells are ever looked at: these, and one beyond the last column, which must be empty.
    std::vector<bool> kept() const;
};

/// A name as iMotions and Affectiva's API spell it, brought to the spelling in `signalsOf`: "Inner Brow
/// Raise" and "innerBrowRaise" are one, "AU1 Evidence" is "AU01". Empty: no signal of this format.
QString signalNamed(ExpressionFormat format, const QString& name);

/// Which format has such columns; nothing where none has.
std::optional<ExpressionFormat> formatWithColumns(const QStringList& names);
/// Fails where a column that is needed is missing or stands twice.
Result<ExpressionColumns> columnsOf(ExpressionFormat format, const QStringList& names);

/// Seconds in one unit of a time that stands under this name; nothing: it is no name of a time.
std::optional<double> secondsPerUnitOf(const QString& timeName);

} // namespace moderato::interchange
