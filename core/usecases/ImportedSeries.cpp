#include "core/usecases/ImportedSeries.h"

#include "core/interchange/ExpressionSeries.h"
#include "core/storage/ExpressionSeriesRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/ItemClip.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMap>

#include <algorithm>

namespace moderato::usecases {

using domain::ExpressionSeries;
using storage::Connection;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ImportedSeries)
};

constexpr qint64 mostValues = 1'000'000;
constexpr double shareThatFits = 0.02;                ///< Of the clip's duration, beyond its end,
constexpr std::chrono::microseconds slack{1'000'000}; ///< or this long.

using Curves = QMap<QString, QMap<qint64, ExpressionSeries::Point>>;

/// Puts values into order; of two for one signal and time the first stays.
class Gathering {
public:
    explicit Gathering(ImportedSeries::Report& report)
        : report_(report) {}

    /// → false: the file holds too much
    bool take(const interchange::SeriesValue& value, const QString& path) {
        if (++taken_ > mostValues) {
            return false;
        }
        auto& points = curves_[value.signalName];
        const qint64 time = value.time.count();
        if (time < 0 || points.contains(time)) {
            report_.problems.push_back(
                {path, value.line,
                 time < 0
                     ? Text::tr("The time lies before the item's beginning. The row was passed over.")
                     : Text::tr("There is a value of “%1” at this time already. The row was passed over.")
                           .arg(value.signalName)});
            return true;
        }
        points.insert(time, {time, value.value, value.n, value.sd, value.low, value.high, value.baseline});
        report_.fewestReaders = report_.values == 0 ? value.n : std::min(report_.fewestReaders, value.n);
        report_.mostReaders = std::max(report_.mostReaders, value.n);
        report_.end = std::max(report_.end, value.time);
        ++report_.values;
        return true;
    }

    std::vector<ExpressionSeries::Curve> curves() const {
        std::vector<ExpressionSeries::Curve> all;
        for (auto curve = curves_.begin(); curve != curves_.end(); ++curve) {
            if (!curve->isEmpty()) {
                all.push_back({curve.key(), {curve->begin(), curve->end()}});
            }
        }
        return all;
    }

private:
    ImportedSeries::Report& report_;
    Curves curves_;
    qint64 taken_ = 0;
};

/// Why the series does not seem to be of the clip; empty: nothing speaks against it.
QString reasonAgainst(std::chrono::microseconds end, const ExpressionClip& clip) {
    const auto seconds = [](std::chrono::microseconds time) {
        return QString::number(double(time.count()) / 1e6, 'f', 1);
    };
    const auto allowed = std::max<std::chrono::microseconds>(
        slack, std::chrono::microseconds(qint64(shareThatFits * double(clip.duration.count()))));
    if (clip.duration.count() <= 0 || end <= clip.duration + allowed) {
        return {};
    }
    return Text::tr("The series goes on to %1 s, the item ends at %2 s. Check that it was made with this "
                    "item.")
        .arg(seconds(end), seconds(clip.duration));
}

} // namespace

Result<ImportedSeries::Report> ImportedSeries::import(const File& file, const JobContext& context) {
    const auto clip = clipOf(library_.reader(), file.item);
    if (!clip.ok()) {
        return clip.error();
    }
    Report report;
    report.name = QFileInfo(file.path).fileName();
    Gathering gathering(report);
    const auto read = interchange::readExpressionSeries(
        file.path, [&](const interchange::SeriesValue& value) { return gathering.take(value, file.path); },
        [&](const interchange::ReadProblem& problem) {
            report.problems.push_back({problem.file, problem.line, problem.reason});
        },
        context);
    if (!read.ok()) {
        return read.error();
    }
    if (read->stopped) {
        return Error::invalid(Text::tr("The file holds more than %1 values; nothing was stored. Import fewer "
                                       "signals or larger time steps.")
                                  .arg(mostValues));
    }
    if (report.values == 0) {
        return Error::invalid(Text::tr("No value of the file lies within the item's time."));
    }
    ExpressionSeries series{report.name, clock_.now(), gathering.curves()};
    report.curves = int(series.curves.size());
    report.reason = reasonAgainst(report.end, *clip);
    report.isAccepted = report.reason.isEmpty() || file.acceptAnyway;
    if (!report.isAccepted) {
        return report;
    }
    const Status stored = library_.writeAndWait(
        [&](Connection& connection) {
            return storage::ExpressionSeriesRepository(connection).save(file.item, series);
        },
        storage::Durability::Normal);
    return stored.ok() ? Result(std::move(report)) : Result<Report>(stored.error());
}

Result<std::vector<ExpressionSeries>> ImportedSeries::of(domain::ContentId item) const {
    return storage::ExpressionSeriesRepository(library_.reader()).of(item);
}

Status ImportedSeries::remove(domain::ContentId item, const QString& name) {
    return library_.writeAndWait([&](Connection& connection) -> Status {
        const auto removed = storage::ExpressionSeriesRepository(connection).remove(item, name);
        if (!removed.ok()) {
            return removed.error();
        }
        return *removed ? Status()
                        : Status(Error::notFound(
                              Text::tr("The item has no aggregates of the name “%1”.").arg(name)));
    });
}

} // namespace moderato::usecases
