#include "core/interchange/ExpressionSeries.h"

#include "core/interchange/private/CsvParser.h"
#include "core/interchange/private/ExpressionReaders.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/JsonLine.h"

#include <QHash>

#include <cmath>

namespace moderato::interchange {

namespace {

constexpr qint64 maxRowBytes = qint64(1) << 20;
constexpr qsizetype longestName = 200;
constexpr qint64 firstBytes = 4096;
constexpr double mostReaders = 1e9;
constexpr int maxProblems = 1000;

/// Turns one row after the other into a value.
class SeriesRows {
public:
    SeriesRows(const QStringList& names, char separator)
        : columns_(names.size())
        , commaIsPoint_(separator != ',') {
        for (int i = 0; i < int(names.size()); ++i) {
            places_.insert(names[i].toLower().toLatin1(), i);
        }
    }

    bool hasCount() const { return column("n") >= 0; }
    qsizetype columns() const { return columns_; }

    /// The error's message says what is wrong with the row.
    Result<SeriesValue> take(const CsvParser::Record& record) const {
        SeriesValue value;
        value.line = record.line;
        value.signalName = QString::fromUtf8(cell(record, "signal"));
        if (value.signalName.isEmpty() || value.signalName.size() > longestName) {
            return Error::invalid(Import::tr("The row has no signal, or its name is too long."));
        }
        const auto seconds = number(record, "time");
        const auto time = seconds ? timeOf(*seconds) : std::nullopt;
        if (!time) {
            return Error::invalid(Import::tr("The row has no time. Give it in seconds from the beginning."));
        }
        value.time = *time;
        if (const Status status = takeNumbers(record, value); !status) {
            return status.error();
        }
        return value;
    }

private:
    int column(const char* name) const { return places_.value(name, -1); }
    QByteArray cell(const CsvParser::Record& record, const char* name) const {
        return record.cells.value(column(name)).trimmed();
    }
    /// Nothing where it is not there or no number.
    std::optional<double> number(const CsvParser::Record& record, const char* name) const {
        const ReadNumber read = numberIn(cell(record, name), commaIsPoint_);
        return read.isBad || read.isNone ? std::nullopt : std::optional(read.value);
    }

    Status takeNumbers(const CsvParser::Record& record, SeriesValue& value) const {
        const auto count = number(record, "n");
        if (!count || *count < 1 || *count > mostReaders || std::floor(*count) != *count) {
            return Error::invalid(Import::tr("The row does not say of how many readers its value is. Give a "
                                             "whole number, 1 or more, in the column n."));
        }
        const auto figure = number(record, "value");
        if (!figure) {
            return Error::invalid(Import::tr("The row has no number in the column value."));
        }
        value.n = qint64(*count);
        value.value = *figure;
        value.sd = number(record, "sd");
        value.low = number(record, "lo");
        value.high = number(record, "hi");
        value.baseline = number(record, "baseline");
        for (const char* name : {"sd", "lo", "hi", "baseline"}) {
            if (numberIn(cell(record, name), commaIsPoint_).isBad) {
                return Error::invalid(
                    Import::tr("The column “%1” holds no number in this row.").arg(QLatin1String(name)));
            }
        }
        if ((value.low && value.high && *value.low > *value.high) || value.sd.value_or(0) < 0) {
            return Error::invalid(Import::tr("The interval of this row is upside down, or its deviation is "
                                             "below 0."));
        }
        return {};
    }

    const qsizetype columns_;
    const bool commaIsPoint_;
    QHash<QByteArray, int> places_;
};

} // namespace

Result<SeriesSummary> readExpressionSeries(const QString& path,
                                           const std::function<bool(const SeriesValue&)>& onValue,
                                           const ProblemSink& onProblem, const JobContext& context) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return Error::io(Import::tr("The file %1 cannot be opened: %2.").arg(path, device.errorString()));
    }
    if (const QString reason = notTextReason(device.peek(firstBytes)); !reason.isEmpty()) {
        return Error::invalid(reason);
    }
    const Result<FoundHeader> header = findHeader(device, ExpressionFormat::Aggregates);
    if (!header) {
        return header.error();
    }
    const SeriesRows rows(header->names, header->separator);
    if (!rows.hasCount()) {
        return Error::invalid(Import::tr("The header has no column n. A value is not taken without the "
                                         "number of readers it comes from; add the column."));
    }
    SeriesSummary summary;
    const auto problem = [&](qint64 line, const QString& reason) {
        if (++summary.problems <= maxProblems && onProblem) {
            onProblem({path, line, reason});
        }
    };
    device.seek(header->offset);
    CsvParser parser(device, header->separator, maxRowBytes, header->line + 1);
    CsvParser::Record record;
    while (!summary.stopped && !context.isCancelled() && parser.next(record)) {
        context.report(parser.bytesRead(), device.size(), Import::tr("Reading"));
        if (record.fault != CsvParser::Fault::None || record.cells.size() != rows.columns()) {
            problem(record.line, Import::tr("The row has not as many cells as the header names columns, or "
                                            "a quote in it is not closed. It was passed over."));
            continue;
        }
        if (const Result<SeriesValue> value = rows.take(record)) {
            ++summary.values;
            summary.stopped = !onValue(*value);
        } else {
            problem(record.line, value.error().message);
        }
    }
    if (context.isCancelled()) {
        return Error::cancelled();
    }
    if (const qint64 untold = summary.problems - maxProblems; untold > 0 && onProblem) {
        onProblem(
            {path, 0,
             Import::tr("More lines of this file have problems: %1. They are not listed.").arg(untold)});
    }
    if (summary.values == 0) {
        return Error::invalid(Import::tr("No row of the file could be read; the first problems say why."));
    }
    return summary;
}

} // namespace moderato::interchange
