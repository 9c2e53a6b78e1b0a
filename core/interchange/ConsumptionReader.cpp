#include "core/interchange/ConsumptionReader.h"

#include "core/interchange/TableReader.h"
#include "core/interchange/private/FieldReader.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/LineReader.h"
#include "core/interchange/private/Record.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace moderato::interchange {

namespace {

constexpr qint64 maxLineBytes = qint64(1) << 20;
const std::array<const char*, 8> counts{"impressions", "views",    "clicks",   "dwell_ms",
                                        "likes",       "dislikes", "comments", "shares"};

using Sink = std::function<void(const ConsumptionLine&)>;

/// The figures may stand in the record itself.
ConsumptionLine lineFrom(QJsonObject record, qint64 number) {
    ConsumptionLine line{{}, {}, number, {}};
    QJsonObject consumption = record["consumption"].toObject();
    for (const char* name : counts) {
        if (record.contains(QLatin1String(name)) && !consumption.contains(QLatin1String(name))) {
            consumption[QLatin1String(name)] = record[QLatin1String(name)];
        }
    }
    record["consumption"] = consumption;
    FieldReader fields(record);
    QJsonObject unknown;
    const auto figures = consumptionFrom(fields, unknown);
    line.externalId = fields.textOrNumber("external_id");
    if (line.externalId.isEmpty()) {
        line.externalId = fields.textOrNumber("id");
    }
    if (!fields.error().isEmpty()) {
        line.problem = fields.error();
    } else if (line.externalId.isEmpty()) {
        line.problem = Import::tr("It names no item; external_id must say whose figures these are.");
    } else if (!figures) {
        line.problem = Import::tr("It has no figures, such as impressions, clicks, dwell_ms or likes.");
    }
    if (!line.problem.isEmpty()) {
        return {{}, {}, number, line.problem};
    }
    line.figures = *figures;
    return line;
}

QJsonValue cellValue(const QString& name, const QByteArray& cell) {
    const bool counted = std::any_of(counts.begin(), counts.end(),
                                     [&](const char* one) { return name == QLatin1String(one); });
    bool good = false;
    const double number = cell.toDouble(&good);
    return counted && good ? QJsonValue(number) : QJsonValue(QString::fromUtf8(cell));
}

Status readTableOf(const QString& path, const Sink& sink, const JobContext& context) {
    QStringList columns;
    return readTable(
        path,
        [&](const QStringList& names) -> Status {
            for (const QString& name : names) {
                columns << name.toLower();
                if (columns.last().startsWith("consumption.")) {
                    columns.last().remove(0, int(qstrlen("consumption.")));
                }
            }
            return columns.contains("external_id") || columns.contains("id")
                       ? Status()
                       : Error::invalid(Import::tr("The header has no column external_id, which says whose "
                                                   "figures a line holds; it has: %1.")
                                            .arg(names.mid(0, 20).join(", ")));
        },
        [&](const TableRow& row) {
            if (!row.problem.isEmpty()) {
                return sink({{}, {}, row.line, row.problem});
            }
            QJsonObject record, window;
            for (qsizetype i = 0; i < row.cells.size(); ++i) {
                const QString& name = columns[i];
                if (row.cells[i].isEmpty()) {
                    continue;
                }
                if (name == "window.from" || name == "window.to") {
                    window[name.mid(int(qstrlen("window.")))] = QString::fromUtf8(row.cells[i]);
                } else if (!name.isEmpty()) {
                    record[name] = cellValue(name, row.cells[i]);
                }
            }
            if (!window.isEmpty()) {
                record["window"] = window;
            }
            sink(lineFrom(record, row.line));
        },
        context);
}

Status readJsonLines(QFile& device, const Sink& sink, const JobContext& context) {
    LineReader lines(device, maxLineBytes);
    LineReader::Line line;
    while (lines.next(line, [&context] { return !context.isCancelled(); })) {
        context.report(lines.bytesRead(), device.size(), Import::tr("Reading figures of consumption"));
        if (line.bytes.trimmed().isEmpty() && !line.tooLong) {
            continue;
        }
        const QJsonDocument document = QJsonDocument::fromJson(line.bytes);
        if (line.tooLong || !document.isObject()) {
            sink({{}, {}, line.number, Import::tr("This line is no JSON object.")});
        } else {
            sink(lineFrom(document.object(), line.number));
        }
    }
    return context.isCancelled() ? Status(Error::cancelled()) : Status();
}

} // namespace

Status readConsumption(const QString& path, const Sink& sink, const JobContext& context) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return Error::io(Import::tr("The file %1 cannot be opened: %2.").arg(path, device.errorString()),
                         device.errorString());
    }
    QByteArray head = device.peek(maxLineBytes);
    if (head.startsWith("\xEF\xBB\xBF")) {
        head.remove(0, 3);
    }
    return head.trimmed().startsWith('{') ? readJsonLines(device, sink, context)
                                          : readTableOf(path, sink, context);
}

} // namespace moderato::interchange
