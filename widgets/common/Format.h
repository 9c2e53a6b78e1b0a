#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <optional>

namespace moderato::widgets {

/// How numbers read in this program: like people write them. One place for all of it; an undefined number
/// (NaN) is "–".
class Format {
    Q_DECLARE_TR_FUNCTIONS(moderato::widgets::Format)
public:
    static QString percent(double share);               ///< 0.874 → "87 %"
    static QString score(double value, int digits = 2); ///< 0.8743 → "0.87"
    static QString number(qint64 value);                ///< 12340 → "12,340" in the person's locale
    static QString place(qint64 n, qint64 of);          ///< "12 of 340"
    static QString ago(Timestamp then,
                       Timestamp now); ///< "just now", "3 min ago", "2 h ago", "5 days ago", then the date
    static QString duration(double seconds);                ///< "45 s", "3 min 20 s", "2 h 5 min"
    static QString timeLeft(std::optional<double> seconds); ///< "about 3 min left"; empty: not known
    /// What is being done, how far it is and how long it still takes: "Round 3 · 12 of 40 · about 3 min
    /// left".
    static QString progress(const Progress& progress);
    static QString timecode(Milliseconds time);               ///< "00:12.480"; from an hour on "1:00:12.480"
    static QString timecode(Milliseconds time, qint64 frame); ///< "00:12.480 · frame 374"
    static QString bytes(qint64 count);                       ///< "3.2 MB"
    static QString dateTime(Timestamp time);                  ///< "21 Nov 2026, 10:18" in local time
    static QString none() { return QStringLiteral("–"); }
};

} // namespace moderato::widgets
