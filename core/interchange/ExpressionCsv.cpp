#include "core/interchange/private/CsvParser.h"
#include "core/interchange/private/ExpressionColumns.h"
#include "core/interchange/private/ExpressionReaders.h"
#include "core/interchange/private/Import.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace moderato::interchange {

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype mostStimuli = 100;
constexpr qint64 rowsBetweenReports = 256;

bool isOneOf(QByteArrayView word, std::initializer_list<const char*> words) {
    return std::ranges::any_of(
        words, [word](const char* one) { return word.compare(one, Qt::CaseInsensitive) == 0; });
}

QString faultSentence(CsvParser::Fault fault) {
    switch (fault) {
    case CsvParser::Fault::TooLong:
        return Import::tr("The row that begins here is too long and was passed over. Look for a missing "
                          "quote or line end.");
    case CsvParser::Fault::UnclosedQuote:
        return Import::tr("A quote that opens in this row is never closed. The row was passed over.");
    case CsvParser::Fault::TextAfterQuote:
        return Import::tr("Text follows a closing quote in this row. The row was passed over.");
    case CsvParser::Fault::None:
        break;
    }
    return {};
}

/// Minutes and seconds, with or without hours: "01:12".
std::optional<double> clockSeconds(const QByteArray& cell) {
    constexpr double sixty = 60;
    const QByteArrayList parts = cell.split(':');
    if (parts.size() < 2 || parts.size() > 3) {
        return std::nullopt;
    }
    double seconds = 0;
    for (const QByteArray& part : parts) {
        const ReadNumber number = numberIn(part);
        if (number.isBad || number.isNone || number.value < 0) {
            return std::nullopt;
        }
        seconds = seconds * sixty + number.value;
    }
    return seconds;
}

/// Turns one row after the other into a sample.
class Rows {
public:
    Rows(const ExpressionColumns& columns, const QStringList& names, char separator,
         const ExpressionOptions& options)
        : columns_(columns)
        , names_(names)
        , commaIsPoint_(separator != ',')
        , framesPerSecond_(timesFromFrames(columns, options) ? options.framesPerSecond : 0) {
        sample_.values.resize(columns.signalColumns.size());
        for (const QString& name : columns.layout.signalNames) {
            const SignalRange range = rangeOf(columns.layout.format, name);
            const double slack = rangeTolerance * (range.high - range.low);
            ranges_.push_back({range.low - slack, range.high + slack});
        }
    }

    static bool timesFromFrames(const ExpressionColumns& columns, const ExpressionOptions& options) {
        const bool needed = options.timesFromFrames || columns.time < 0 || columns.isClock;
        return needed && options.framesPerSecond > 0 && columns.frame >= 0;
    }

    /// → a sentence about what is wrong; empty: `sample()` holds the row.
    QString take(const CsvParser::Record& record) {
        error_.clear();
        cells_ = &record.cells;
        sample_.line = record.line;
        takeValues();
        takeFrameAndTime();
        takeFace();
        return error_;
    }

    const ExpressionSample& sample() const { return sample_; }
    bool hasValues() const { return hasValues_; }
    QByteArray cell(int column) const {
        return column >= 0 && column < cells_->size() ? (*cells_)[column].trimmed() : QByteArray();
    }
    void setRow(const CsvParser::Record& record) { cells_ = &record.cells; }

private:
    void fail(int column, const QString& sentence) {
        if (error_.isEmpty()) {
            error_ = sentence.arg(names_[column], QString::fromUtf8((*cells_)[column].left(40)));
        }
    }

    /// Nothing where the cell says none; a bad one is remembered as an error.
    std::optional<double> number(int column) {
        if (column < 0) {
            return std::nullopt;
        }
        const ReadNumber number = numberIn((*cells_)[column], commaIsPoint_);
        if (number.isBad) {
            fail(column, Import::tr("The column “%1” holds “%2”, which is no number. The row was passed "
                                    "over."));
        }
        return number.isBad || number.isNone ? std::nullopt : std::optional(number.value);
    }

    void takeValues() {
        hasValues_ = false;
        for (std::size_t i = 0; i < sample_.values.size(); ++i) {
            const auto value = number(columns_.signalColumns[i]);
            sample_.values[i] = value ? float(*value) : std::numeric_limits<float>::quiet_NaN();
            hasValues_ = hasValues_ || value;
            if (value && (*value < ranges_[i].low || *value > ranges_[i].high)) {
                fail(columns_.signalColumns[i],
                     Import::tr("The column “%1” holds “%2”, which lies outside what this program writes. "
                                "Check the format; the row was passed over."));
            }
        }
    }

    void takeFrameAndTime() {
        sample_.frame.reset();
        sample_.time.reset();
        if (const auto frame = number(columns_.frame)) {
            if (*frame < 0 || *frame > largestFrame || std::floor(*frame) != *frame) {
                fail(columns_.frame,
                     Import::tr("The column “%1” holds “%2”, which is no number of a frame. The row was "
                                "passed over."));
                return;
            }
            sample_.frame = qint64(*frame);
        }
        if (framesPerSecond_ > 0) {
            if (sample_.frame) {
                const auto count = double(*sample_.frame - columns_.layout.firstFrame);
                sample_.time = timeOf(std::max(count, 0.0) / framesPerSecond_);
            }
            return;
        }
        takeTime();
    }

    void takeTime() {
        if (columns_.time < 0 || isOneOf(cell(columns_.time), {"", "nan"})) {
            return;
        }
        const auto seconds = columns_.isClock ? clockSeconds(cell(columns_.time)) : number(columns_.time);
        if (seconds) {
            sample_.time = timeOf(*seconds * columns_.secondsPerUnit);
        }
        if (!sample_.time) {
            fail(columns_.time, Import::tr("The column “%1” holds “%2”, which is no time in a clip. The row "
                                           "was passed over."));
        }
    }

    void takeFace() {
        const QByteArray face = cell(columns_.face);
        if (face != lastFace_) {
            lastFace_ = face;
            const bool none = isOneOf(face, {"nan", "none"});
            sample_.face = none ? QString() : QString::fromUtf8(face).left(longestName);
        }
        sample_.confidence = number(columns_.confidence);
        if (sample_.confidence && !(*sample_.confidence >= 0 && *sample_.confidence <= 1 + rangeTolerance)) {
            fail(columns_.confidence, Import::tr("The column “%1” holds “%2”; it must lie between 0 and 1. "
                                                 "The row was passed over."));
        }
        sample_.faceFound = isFaceFound();
    }

    bool isFaceFound() {
        if (!hasValues_) {
            return false;
        }
        if (columns_.success >= 0) {
            return number(columns_.success).value_or(0) != 0;
        }
        if (columns_.faceCount >= 0) {
            return number(columns_.faceCount).value_or(1) != 0;
        }
        return columns_.confidence < 0 || sample_.confidence.value_or(0) > 0;
    }

    const ExpressionColumns& columns_;
    const QStringList& names_;
    const bool commaIsPoint_;
    const double framesPerSecond_;
    std::vector<SignalRange> ranges_;
    const QByteArrayList* cells_ = nullptr;
    QByteArray lastFace_;
    ExpressionSample sample_;
    bool hasValues_ = false;
    QString error_;
};

/// A row that is no frame: of another sensor, or of another stimulus than the wanted one.
bool isOtherRow(const Rows& rows, const ExpressionColumns& columns, ExpressionOutput& output) {
    const QString stimulus = QString::fromUtf8(rows.cell(columns.stimulus)).left(longestName);
    QStringList& known = output.summary.stimuli;
    if (!stimulus.isEmpty() && known.size() < mostStimuli && !known.contains(stimulus)) {
        known << stimulus;
    }
    return !output.options.stimulus.isEmpty() && columns.stimulus >= 0 && stimulus != output.options.stimulus;
}

bool isOfAnotherSensor(const Rows& rows, const ExpressionColumns& columns) {
    const QByteArray source = rows.cell(columns.source).toLower();
    const bool ofFaces = source.isEmpty() || source.contains("affectiva") || source.contains("affdex") ||
                         source.contains("facet") || source.contains("emotient");
    return !ofFaces && !rows.hasValues();
}

void takeRow(const CsvParser::Record& record, Rows& rows, const ExpressionColumns& columns,
             ExpressionOutput& output) {
    const qsizetype extra = record.cells.size() - columns.columns;
    if (record.fault != CsvParser::Fault::None) {
        output.problem(record.line, faultSentence(record.fault));
        return;
    }
    const bool endsWithSeparator = extra == 1 && record.cells.last().trimmed().isEmpty();
    if (extra != 0 && !endsWithSeparator) {
        output.problem(record.line, Import::tr("The row has %1 cells, but the header names %2 columns. The "
                                               "row was passed over.")
                                        .arg(record.cells.size())
                                        .arg(columns.columns));
        return;
    }
    rows.setRow(record);
    if (isOtherRow(rows, columns, output)) {
        ++output.summary.otherRows;
        return;
    }
    const QString error = rows.take(record);
    if (isOfAnotherSensor(rows, columns)) {
        ++output.summary.otherRows;
    } else if (!error.isEmpty()) {
        output.problem(record.line, error);
    } else {
        output.sample(rows.sample());
    }
}

ExpressionLayout layoutOf(const ExpressionColumns& columns, const ExpressionOptions& options) {
    const bool fromFrames = Rows::timesFromFrames(columns, options);
    ExpressionLayout layout = columns.layout;
    layout.hasFrames = columns.frame >= 0;
    layout.hasTimes = fromFrames || columns.time >= 0;
    layout.wholeSeconds = columns.isClock && columns.time >= 0 && !fromFrames;
    return layout;
}

} // namespace

ReadNumber numberIn(const QByteArray& cell, bool commaIsPoint) {
    const char* begin = cell.constData();
    const char* end = begin + cell.size();
    while (begin < end && (*begin == ' ' || *begin == '\t')) {
        ++begin;
    }
    while (end > begin && (end[-1] == ' ' || end[-1] == '\t')) {
        --end;
    }
    if (end - begin > 1 && *begin == '+') {
        ++begin;
    }
    ReadNumber number;
    const auto [stop, fault] = std::from_chars(begin, end, number.value);
    if (fault == std::errc() && stop == end) {
        number.isNone = std::isnan(number.value);
        number.isBad = std::isinf(number.value);
    } else if (commaIsPoint && stop < end && *stop == ',') {
        return numberIn(QByteArray(begin, end - begin).replace(',', '.'));
    } else {
        number.isNone = begin == end || isOneOf({begin, end}, {"na", "n/a", "none", "null"});
        number.isBad = !number.isNone;
    }
    return number;
}

std::optional<std::chrono::microseconds> timeOf(double seconds) {
    constexpr double longest = 1e8; // Three years: beyond what is a clip, and far from an overflow.
    if (!(seconds >= 0 && seconds <= longest)) {
        return std::nullopt;
    }
    return std::chrono::microseconds(
        std::llround(seconds * double(std::chrono::microseconds(std::chrono::seconds(1)).count())));
}

Status readExpressionCsv(QFile& device, ExpressionOutput& output) {
    const Result<FoundHeader> header = findHeader(device, output.options.format);
    if (!header) {
        return header.error();
    }
    if (header->format == ExpressionFormat::Aggregates) {
        return Error::invalid(Import::tr("The file holds figures of many readers together (aggregates), not "
                                         "what one face showed. Import it as aggregates."));
    }
    const Result<ExpressionColumns> columns = columnsOf(header->format, header->names);
    if (!columns) {
        return columns.error();
    }
    output.setLayout(layoutOf(*columns, output.options));
    device.seek(header->offset);
    CsvParser parser(device, header->separator, output.options.maxLineBytes, header->line + 1);
    parser.keepOnly(columns->kept());
    Rows rows(*columns, header->names, header->separator, output.options);
    CsvParser::Record record;
    for (qint64 count = 0; output.goesOn() && parser.next(record); ++count) {
        takeRow(record, rows, *columns, output);
        if (count % rowsBetweenReports == 0) {
            output.reportProgress(parser.bytesRead(), device.size());
        }
    }
    return {};
}

} // namespace moderato::interchange
