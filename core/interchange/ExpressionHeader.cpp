#include "core/interchange/private/CsvParser.h"
#include "core/interchange/private/ExpressionColumns.h"
#include "core/interchange/private/ExpressionReaders.h"
#include "core/interchange/private/Import.h"

namespace moderato::interchange {

namespace {

constexpr int headerLines = 200;
constexpr qint64 maxHeaderBytes = qint64(1) << 20;
constexpr qsizetype maxColumns = 20'000;

/// Whether the line names columns of the wanted format, or of any.
std::optional<FoundHeader> headerIn(const QByteArray& line, std::optional<ExpressionFormat> wanted) {
    for (const char separator : {',', '\t', ';'}) {
        if (!line.contains(separator)) {
            continue;
        }
        const QStringList names = csvNamesIn(line, separator);
        if (names.size() > maxColumns) {
            continue;
        }
        const auto format = formatWithColumns(names);
        const bool fits = wanted && *wanted != ExpressionFormat::Aggregates
                              ? columnsOf(*wanted, names).ok()
                              : format && (!wanted || *format == *wanted);
        if (fits) {
            return FoundHeader{wanted.value_or(format.value_or(ExpressionFormat::OpenFace)), names, separator,
                               0, 0};
        }
        if (wanted && format == wanted) { // A column stands twice: the reader says so.
            return FoundHeader{*wanted, names, separator, 0, 0};
        }
    }
    return std::nullopt;
}

} // namespace

Result<FoundHeader> findHeader(QFile& device, std::optional<ExpressionFormat> wanted) {
    device.seek(0);
    for (int number = 1; number <= headerLines && device.pos() < maxHeaderBytes && !device.atEnd();
         ++number) {
        QByteArray line = device.readLine(maxHeaderBytes);
        if (number == 1 && line.startsWith("\xEF\xBB\xBF")) {
            line.remove(0, 3);
        }
        if (auto header = headerIn(line.trimmed(), wanted)) {
            header->offset = device.pos();
            header->line = number;
            return *std::move(header);
        }
    }
    if (wanted) {
        return Error::invalid(Import::tr("No line at the beginning of the file names columns of %1. Choose "
                                         "the format that the file has, or let it be recognised.")
                                  .arg(formatName(*wanted)));
    }
    return Error::invalid(
        Import::tr("No line at the beginning of the file names columns that are known. Files of OpenFace, "
                   "Py-Feat, MediaPipe and iMotions (AFFDEX, FACET) are read, and tables with time, signal, "
                   "value and n."));
}

} // namespace moderato::interchange
