#include "core/interchange/private/CsvParser.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/JsonLine.h"
#include "core/interchange/private/Readers.h"
#include "core/interchange/private/Record.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace moderato::interchange {

namespace {

constexpr int maxColumns = 1000;

bool isList(const QString& name) {
    return name == "topics" || name == "images";
}

bool isNumber(const QString& name) {
    return name == "author.level" || name == "author.verticality" || name == "author.authority" ||
           (name.startsWith("consumption.") && !name.startsWith("consumption.window")) || name == "views";
}

/// A cell as the JSON value that the field would have; a number that is none stays a text and is refused as
/// such.
QJsonValue cellValue(const QString& name, const QString& cell) {
    if (isList(name)) {
        QJsonArray list;
        for (const QString& entry : cell.split('|', Qt::SkipEmptyParts)) {
            list << entry.trimmed();
        }
        return list;
    }
    if (isNumber(name)) {
        bool good = false;
        const double number = cell.trimmed().toDouble(&good);
        return good ? QJsonValue(number) : QJsonValue(cell);
    }
    return cell;
}

/// Without the apostrophe that an export puts before what a spreadsheet would take for a formula.
QString withoutGuard(const QString& cell) {
    const bool guarded = cell.size() > 1 && cell[0] == '\'' && QStringView(u"=+-@\t\r").contains(cell[1]);
    return guarded ? cell.mid(1) : cell;
}

/// Puts a value where its dotted name says: "author.id" → {"author": {"id": …}}. Two levels deep at most.
void place(QJsonObject& record, const QStringList& path, const QJsonValue& value) {
    if (path.size() == 1) {
        record[path[0]] = value;
        return;
    }
    QJsonObject inner = record.value(path[0]).toObject();
    place(inner, path.mid(1), value);
    record[path[0]] = inner;
}

QStringList pathOf(const QString& column) {
    const bool nested =
        column.startsWith("author.") || column.startsWith("consumption.") || column.startsWith("window.");
    return nested ? column.split('.') : QStringList{column};
}

class CsvFile {
public:
    CsvFile(const QString& path, Sink& sink)
        : path_(path)
        , folder_(QFileInfo(path).path())
        , sink_(sink) {}

    bool takeHeader(const CsvParser::Record& record) {
        if (record.fault != CsvParser::Fault::None) {
            return fail(record.line, csvFaultSentence(record.fault, sink_.options.maxLineBytes));
        }
        for (const QByteArray& cell : record.cells) {
            columns_ << QString::fromUtf8(cell).trimmed().toLower();
        }
        if (columns_.size() > maxColumns) {
            return fail(record.line, Import::tr("The header has more than %1 columns.").arg(maxColumns));
        }
        for (qsizetype i = 0; i < columns_.size(); ++i) {
            if (!columns_[i].isEmpty() && columns_.indexOf(columns_[i]) < i) {
                return fail(
                    record.line,
                    Import::tr("The column “%1” stands twice in the header. Rename one.").arg(columns_[i]));
            }
        }
        const bool known = columns_.contains("title") || columns_.contains("body") ||
                           columns_.contains("media") || columns_.contains("images");
        if (!known) {
            return fail(record.line, Import::tr("The header has none of the columns title, body and media; "
                                                "it has: %1. The first line must "
                                                "name the columns.")
                                         .arg(columns_.mid(0, 8).join(", ").left(200)));
        }
        return true;
    }

    bool take(const CsvParser::Record& record) {
        if (record.fault != CsvParser::Fault::None) {
            return sink_.problem(path_, record.line,
                                 csvFaultSentence(record.fault, sink_.options.maxLineBytes));
        }
        if (record.cells.size() > columns_.size()) {
            return sink_.problem(
                path_, record.line,
                Import::tr("The record has %1 cells, but the header names %2 columns. Put cells that hold "
                           "the separator in quotes.")
                    .arg(record.cells.size())
                    .arg(columns_.size()));
        }
        QJsonObject object;
        for (qsizetype i = 0; i < record.cells.size(); ++i) {
            if (!QByteArrayView(record.cells[i]).isValidUtf8()) {
                return sink_.problem(path_, record.line,
                                     Import::tr("The column “%1” is not valid UTF-8 here. Save the file as "
                                                "UTF-8 and import it again.")
                                         .arg(columns_[i]));
            }
            if (!record.cells[i].isEmpty() && !columns_[i].isEmpty()) {
                place(object, pathOf(columns_[i]),
                      cellValue(columns_[i], withoutGuard(QString::fromUtf8(record.cells[i]))));
            }
        }
        Result<domain::Content> content = contentFromRecord(object, folder_, sink_.options);
        if (!content) {
            return sink_.problem(path_, record.line, content.error().message);
        }
        noteMedia(*content, sink_);
        return sink_.itemAt(path_, record.line, *std::move(content));
    }

private:
    bool fail(qint64 line, const QString& reason) {
        sink_.problem(path_, line, reason);
        return false;
    }

    const QString path_;
    const QString folder_;
    Sink& sink_;
    QStringList columns_;
};

} // namespace

void readCsv(const QString& path, Sink& sink) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        sink.problem(path, 0, Import::tr("The file cannot be opened: %1.").arg(device.errorString()));
        return;
    }
    const QByteArray head = device.peek(4096);
    if (const QString reason = notTextReason(head); !reason.isEmpty()) {
        sink.problem(path, 0, reason);
        return;
    }
    CsvParser parser(device, csvSeparatorOf(head.left(head.indexOf('\n'))), sink.options.maxLineBytes);
    CsvParser::Record record;
    if (!parser.next(record)) {
        sink.problem(path, 0, Import::tr("The file is empty."));
        return;
    }
    CsvFile file(path, sink);
    if (!file.takeHeader(record)) {
        return;
    }
    while (sink.goesOn() && parser.next(record)) {
        file.take(record);
        sink.reportProgress(parser.bytesRead());
    }
}

} // namespace moderato::interchange
