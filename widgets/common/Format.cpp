#include "widgets/common/Format.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace moderato::widgets {

namespace {

QDateTime local(Timestamp time) {
    return QDateTime::fromMSecsSinceEpoch(toUnixMs(time));
}

/// Figures, separators and months as the program's language writes them.
QLocale locale() {
    return QLocale();
}

} // namespace

QString Format::percent(double share) {
    if (!std::isfinite(share)) {
        return none();
    }
    // U+00A0: the sign never stands alone on a line. 99.6 % is not 100 %: only what is certain says so.
    double percent = std::round(share * 100);
    percent = share < 1 ? std::min(percent, 99.0) : percent;
    return tr("%1 %").arg(QString::number(percent, 'f', 0)).replace(QLatin1Char(' '), QChar(0x00a0));
}

QString Format::score(double value, int digits) {
    return std::isfinite(value) ? locale().toString(value, 'f', digits) : none();
}

QString Format::number(qint64 value) {
    return locale().toString(value);
}

QString Format::place(qint64 n, qint64 of) {
    return tr("%1 of %2").arg(number(n), number(of));
}

QString Format::ago(Timestamp then, Timestamp now) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - then).count();
    if (seconds < 60) {
        return tr("just now");
    }
    if (seconds < 3600) {
        return tr("%n min ago", nullptr, int(seconds / 60));
    }
    if (seconds < 24 * 3600) {
        return tr("%n h ago", nullptr, int(seconds / 3600));
    }
    if (seconds < 14 * 24 * 3600) {
        return tr("%n day(s) ago", nullptr, int(seconds / (24 * 3600)));
    }
    return locale().toString(local(then).date(), tr("d MMM yyyy", "date"));
}

QString Format::duration(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) {
        return none();
    }
    const auto whole = qint64(std::llround(seconds));
    if (whole < 60) {
        return tr("%1 s").arg(whole);
    }
    if (whole < 3600) {
        return whole % 60 ? tr("%1 min %2 s").arg(whole / 60).arg(whole % 60) : tr("%1 min").arg(whole / 60);
    }
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString Format::timeLeft(std::optional<double> seconds) {
    if (!seconds || !std::isfinite(*seconds)) {
        return {};
    }
    if (*seconds < 60) {
        return tr("%1 s left").arg(qint64(std::ceil(*seconds)));
    }
    return tr("about %n min left", nullptr, int(std::lround(*seconds / 60)));
}

QString Format::progress(const Progress& progress) {
    QStringList parts;
    if (!progress.step.isEmpty()) {
        parts << progress.step;
    }
    if (progress.total > 0) {
        parts << place(progress.done, progress.total);
    }
    if (const QString left = timeLeft(progress.secondsLeft); !left.isEmpty()) {
        parts << left;
    }
    return parts.join(QStringLiteral(" · "));
}

QString Format::timecode(Milliseconds time) {
    const qint64 ms = std::max<qint64>(0, time.count());
    const auto two = [](qint64 value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); };
    const QString tail = QStringLiteral("%1:%2.%3")
                             .arg(two(ms / 60'000 % 60), two(ms / 1000 % 60))
                             .arg(ms % 1000, 3, 10, QLatin1Char('0'));
    return ms >= 3'600'000 ? QStringLiteral("%1:%2").arg(ms / 3'600'000).arg(tail) : tail;
}

QString Format::timecode(Milliseconds time, qint64 frame) {
    return tr("%1 · frame %2").arg(timecode(time)).arg(frame);
}

QString Format::bytes(qint64 count) {
    return locale().formattedDataSize(count, 1, QLocale::DataSizeSIFormat);
}

QString Format::dateTime(Timestamp time) {
    return locale().toString(local(time), tr("d MMM yyyy, HH:mm", "date and time"));
}

} // namespace moderato::widgets
