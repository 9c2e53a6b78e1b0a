#include "core/interchange/FeatureMapping.h"

#include "core/interchange/private/CsvParser.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/JsonLine.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace moderato::interchange {

namespace {

constexpr qint64 maxFileBytes = qint64(1) << 20;
constexpr qint64 maxRowBytes = qint64(16) << 10;
constexpr qint64 firstBytes = 4096;

/// Turns the rows of the table into a mapping and collects what is wrong with them.
class Table {
public:
    Table(const QStringList& columns, const QStringList& features)
        : columns_(columns)
        , features_(features) {}

    void take(const CsvParser::Record& record) {
        if (record.fault != CsvParser::Fault::None || record.cells.size() > columns_.size()) {
            fail(record.line, Import::tr("the row has not as many cells as the header names columns. Put a "
                                         "rule that holds commas in quotes."));
            return;
        }
        FeatureMapping::Row row;
        const auto format = formatOf(cell(record, "format"));
        if (!format || *format == ExpressionFormat::Aggregates) {
            fail(record.line, Import::tr("“%1” is no format. Write openface, pyfeat, mediapipe, affdex or "
                                         "facet.")
                                  .arg(cell(record, "format").left(60)));
            return;
        }
        row.format = *format;
        row.feature = cell(record, "feature");
        row.note = cell(record, "note");
        if (!features_.contains(row.feature)) {
            fail(record.line, Import::tr("“%1” is no feature. Write one of: %2.")
                                  .arg(row.feature.left(60), features_.join(", ")));
            return;
        }
        takeRule(record, std::move(row));
    }

    FeatureMapping mapping;
    QStringList errors;

private:
    void takeRule(const CsvParser::Record& record, FeatureMapping::Row row) {
        const QString text = cell(record, "rule");
        const bool cannotTell = text.compare("none", Qt::CaseInsensitive) == 0;
        if (!cannotTell) {
            const Result<FeatureRule> rule = FeatureRule::parse(text, signalsOf(row.format));
            if (!rule) {
                fail(record.line, rule.error().message);
                return;
            }
            row.rule = *rule;
        }
        const bool contradicts = std::ranges::any_of(mapping.rows, [&](const FeatureMapping::Row& other) {
            return other.format == row.format && other.feature == row.feature && (cannotTell || !other.rule);
        });
        if (contradicts) {
            fail(record.line, Import::tr("“none” must be the only row for %1 of %2.")
                                  .arg(row.feature, formatCode(row.format)));
            return;
        }
        mapping.rows.push_back(std::move(row));
    }

    QString cell(const CsvParser::Record& record, const char* name) const {
        return QString::fromUtf8(record.cells.value(columns_.indexOf(QLatin1String(name)))).trimmed();
    }
    void fail(qint64 line, const QString& reason) {
        errors << Import::tr("Line %1: %2").arg(line).arg(reason);
    }

    const QStringList columns_;
    const QStringList& features_;
};

bool isRemark(const CsvParser::Record& record) {
    return !record.cells.isEmpty() && record.cells.first().trimmed().startsWith('#');
}

/// The first line that is no remark: the header.
QByteArray headerIn(const QByteArray& head) {
    for (const QByteArray& line : head.split('\n')) {
        if (!line.startsWith('#') && !line.trimmed().isEmpty()) {
            return line;
        }
    }
    return {};
}

QStringList columnsIn(const CsvParser::Record& record) {
    QStringList columns;
    for (const QByteArray& cell : record.cells) {
        columns << QString::fromUtf8(cell).trimmed().toLower();
    }
    return columns;
}

} // namespace

void FeatureMapping::overrideWith(const FeatureMapping& other) {
    std::erase_if(rows, [&other](const Row& row) {
        return std::ranges::any_of(other.rows, [&row](const Row& newer) {
            return newer.format == row.format && newer.feature == row.feature;
        });
    });
    rows.insert(rows.end(), other.rows.begin(), other.rows.end());
}

Result<FeatureMapping> readFeatureMapping(const QString& path, const QStringList& features) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return Error::io(Import::tr("The file %1 cannot be opened: %2.").arg(path, device.errorString()));
    }
    const QString name = QFileInfo(path).fileName();
    const QByteArray head = device.peek(firstBytes);
    if (const QString reason = notTextReason(head); !reason.isEmpty()) {
        return Error::invalid(reason);
    }
    if (device.size() > maxFileBytes) {
        return Error::invalid(Import::tr("%1 is too large to be a table of rules.").arg(name));
    }
    CsvParser parser(device, csvSeparatorOf(headerIn(head)), maxRowBytes);
    CsvParser::Record record;
    bool more = parser.next(record);
    while (more && isRemark(record)) {
        more = parser.next(record);
    }
    const QStringList columns = columnsIn(record);
    if (!more || !columns.contains("format") || !columns.contains("feature") || !columns.contains("rule")) {
        return Error::invalid(
            Import::tr("%1 must begin with a line that names the columns: format,feature,rule,note.")
                .arg(name));
    }
    Table table(columns, features);
    while (parser.next(record)) {
        if (!isRemark(record)) {
            table.take(record);
        }
    }
    if (!table.errors.isEmpty()) {
        return Error::invalid(Import::tr("%1 is not used. %2").arg(name, table.errors.first()),
                              table.errors.join('\n'));
    }
    return std::move(table.mapping);
}

Status writeFeatureMapping(const QString& path, const FeatureMapping& mapping) {
    const auto cell = [](const QString& text) {
        return u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"';
    };
    QString text = QStringLiteral("format,feature,rule,note\n");
    for (const FeatureMapping::Row& row : mapping.rows) {
        text += QStringLiteral("%1,%2,%3,%4\n")
                    .arg(formatCode(row.format), row.feature,
                         cell(row.rule ? row.rule->text() : QStringLiteral("none")), cell(row.note));
    }
    QSaveFile device(path);
    if (!device.open(QIODevice::WriteOnly) || device.write(text.toUtf8()) < 0 || !device.commit()) {
        return Error::io(Import::tr("The rules could not be written to %1: %2. Nothing was changed.")
                             .arg(path, device.errorString()));
    }
    return {};
}

} // namespace moderato::interchange
