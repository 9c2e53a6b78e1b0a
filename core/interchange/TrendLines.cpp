#include "core/interchange/TrendLines.h"

#include "core/interchange/private/CsvParser.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/LineReader.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace moderato::interchange {

namespace {

constexpr qint64 maxLineBytes = qint64(1) << 16;

using Fault = TrendLine::Fault;
using Sink = std::function<bool(const TrendLine&)>;

/// Which columns of a table are read; −1: not there.
struct Columns {
    char separator = ',';
    int name = -1, date = -1, weight = -1;
};

/// Nothing where the line is no header.
std::optional<Columns> columnsIn(const QByteArray& line) {
    for (const char separator : {'\t', ',', ';'}) {
        const QStringList names = csvNamesIn(line.toLower(), separator);
        const auto place = [&names](std::initializer_list<const char*> wanted) {
            for (const char* name : wanted) {
                if (const auto at = names.indexOf(QLatin1String(name)); at >= 0) {
                    return int(at);
                }
            }
            return -1;
        };
        const int name = place({"name", "topic", "tag", "hashtag", "keyword"});
        if (name >= 0) {
            return Columns{separator, name, place({"date", "time", "at", "day"}),
                           place({"weight", "score", "count", "heat", "volume"})};
        }
    }
    return std::nullopt;
}

TrendLine fromJson(const LineReader::Line& line) {
    TrendLine trend{{}, {}, {}, line.number};
    const QJsonDocument document = QJsonDocument::fromJson(line.bytes);
    if (!document.isObject()) {
        trend.fault = Fault::NoObject;
        return trend;
    }
    const QJsonObject object = document.object();
    const QJsonValue name = object["name"].isString() ? object["name"] : object["topic"];
    const QJsonValue weight = object["weight"];
    trend.fault = name.isString() ? Fault::None : Fault::NoName;
    trend.name = name.toString();
    trend.date = object["date"].toString().trimmed();
    trend.weight =
        weight.isDouble() ? QString::number(weight.toDouble(), 'g', 17) : weight.toString().trimmed();
    return trend;
}

Fault faultOf(CsvParser::Fault fault) {
    switch (fault) {
    case CsvParser::Fault::None:
        return Fault::None;
    case CsvParser::Fault::TooLong:
        return Fault::TooLong;
    default:
        return Fault::OpenQuote;
    }
}

void readTable(QFile& device, const Columns& columns, qint64 firstLine, const Sink& sink) {
    CsvParser parser(device, columns.separator, maxLineBytes, firstLine);
    CsvParser::Record record;
    while (parser.next(record)) {
        const auto cell = [&record](int column) {
            return QString::fromUtf8(record.cells.value(column)).trimmed();
        };
        const TrendLine trend{cell(columns.name), cell(columns.date), cell(columns.weight), record.line,
                              faultOf(record.fault)};
        const bool empty = record.cells.size() == 1 && record.cells.first().trimmed().isEmpty();
        if (!empty && !sink(trend)) {
            return;
        }
    }
}

/// The header of a table, with the device after it; nothing, with the device at its beginning, where the
/// first line that is not empty is none.
std::optional<Columns> takeHeader(QFile& device, qint64& lines) {
    while (!device.atEnd()) {
        QByteArray line = device.readLine(maxLineBytes);
        if (++lines == 1 && line.startsWith("\xEF\xBB\xBF")) {
            line.remove(0, 3);
        }
        if (line.trimmed().isEmpty()) {
            continue;
        }
        if (const auto columns = columnsIn(line.trimmed())) {
            return columns;
        }
        break;
    }
    device.seek(0);
    return std::nullopt;
}

void readLines(QFile& device, const Sink& sink) {
    LineReader lines(device, maxLineBytes);
    LineReader::Line line;
    std::optional<bool> json;
    while (lines.next(line, [] { return true; })) {
        const QByteArray text = line.bytes.trimmed();
        if (text.isEmpty() && !line.tooLong) {
            continue;
        }
        json = json.value_or(text.startsWith('{'));
        TrendLine trend{QString::fromUtf8(text), {}, {}, line.number};
        if (line.tooLong) {
            trend.fault = Fault::TooLong;
        } else if (*json) {
            trend = fromJson(line);
        }
        if (!sink(trend)) {
            return;
        }
    }
}

} // namespace

Status readTrendLines(const QString& path, const Sink& sink) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return Error::io(Import::tr("The file %1 cannot be opened: %2.").arg(path, device.errorString()),
                         device.errorString());
    }
    qint64 lines = 0;
    if (const auto columns = takeHeader(device, lines)) {
        readTable(device, *columns, lines + 1, sink);
    } else {
        readLines(device, sink);
    }
    return {};
}

} // namespace moderato::interchange
