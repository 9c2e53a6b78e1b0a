#include "core/interchange/TableReader.h"

#include "core/interchange/private/CsvParser.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/JsonLine.h"

#include <QFile>

namespace moderato::interchange {

namespace {

constexpr qint64 maxRecordBytes = qint64(4) << 20;
constexpr qsizetype maxColumns = 10'000;
constexpr int rowsBetweenReports = 1000;

Result<QStringList> namesOf(const CsvParser::Record& record) {
    if (record.fault != CsvParser::Fault::None) {
        return Error::invalid(csvFaultSentence(record.fault, maxRecordBytes));
    }
    if (record.cells.size() > maxColumns) {
        return Error::invalid(Import::tr("The header has more than %1 columns.").arg(maxColumns));
    }
    QStringList names;
    for (const QByteArray& cell : record.cells) {
        const QString name = QString::fromUtf8(cell).trimmed();
        if (!name.isEmpty() && names.contains(name)) {
            return Error::invalid(
                Import::tr("The column “%1” stands twice in the header. Rename one.").arg(name));
        }
        names << name;
    }
    return names;
}

TableRow rowOf(const CsvParser::Record& record, const QStringList& columns) {
    TableRow row{{}, record.line, {}};
    if (record.fault != CsvParser::Fault::None) {
        row.problem = csvFaultSentence(record.fault, maxRecordBytes);
    } else if (record.cells.size() != columns.size()) {
        row.problem = Import::tr("The record has %1 cells, but the header names %2 columns. Put cells that "
                                 "hold the separator in quotes.")
                          .arg(record.cells.size())
                          .arg(columns.size());
    }
    for (qsizetype i = 0; row.problem.isEmpty() && i < record.cells.size(); ++i) {
        if (!QByteArrayView(record.cells[i]).isValidUtf8()) {
            row.problem = Import::tr("The column “%1” is not valid UTF-8 here. Save the file as UTF-8 and "
                                     "import it again.")
                              .arg(columns[i]);
        }
        row.cells << record.cells[i].trimmed();
    }
    if (!row.problem.isEmpty()) {
        row.cells.clear();
    }
    return row;
}

} // namespace

Status readTable(const QString& path, const std::function<Status(const QStringList& columns)>& header,
                 const std::function<void(const TableRow& row)>& row, const JobContext& context) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return Error::io(Import::tr("The file %1 cannot be opened: %2.").arg(path, device.errorString()),
                         device.errorString());
    }
    const QByteArray head = device.peek(qint64(64) << 10);
    if (const QString reason = notTextReason(head); !reason.isEmpty()) {
        return Error::invalid(QStringLiteral("%1: %2").arg(path, reason));
    }
    CsvParser parser(device, csvSeparatorOf(head.left(head.indexOf('\n'))), maxRecordBytes);
    CsvParser::Record record;
    if (!parser.next(record)) {
        return Error::invalid(Import::tr("The file %1 is empty.").arg(path));
    }
    const auto columns = namesOf(record);
    if (!columns.ok()) {
        return Error::invalid(QStringLiteral("%1: %2").arg(path, columns.error().message));
    }
    if (const Status fits = header(*columns); !fits.ok()) {
        return fits;
    }
    for (qint64 count = 1; parser.next(record); ++count) {
        row(rowOf(record, *columns));
        if (count % rowsBetweenReports == 0) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            context.report(parser.bytesRead(), device.size(), Import::tr("Reading the table"));
        }
    }
    return {};
}

} // namespace moderato::interchange
