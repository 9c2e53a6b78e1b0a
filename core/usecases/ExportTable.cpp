#include "core/usecases/ExportTable.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExportTable)
};

QString cellText(const QJsonValue& value) {
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue& part : value.toArray()) {
            parts << part.toString();
        }
        return parts.join(QLatin1Char('|'));
    }
    return value.isNull() ? QString() : value.toVariant().toString();
}

} // namespace

Status ExportTable::write(const QJsonObject& row) {
    if (format_ == interchange::ExportFormat::Jsonl) {
        return writeLine(QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n');
    }
    if (!headerWritten_) {
        headerWritten_ = true;
        if (Status header = writeLine(columns_.join(QLatin1Char(',')).toUtf8() + "\r\n"); !header.ok()) {
            return header;
        }
    }
    QStringList cells;
    for (const QString& column : columns_) {
        cells << interchange::csvCell(cellText(row[column]));
    }
    return writeLine(cells.join(QLatin1Char(',')).toUtf8() + "\r\n");
}

Status ExportTable::writeLine(const QByteArray& line) {
    if (device_.write(line) != line.size()) {
        return Error::io(Text::tr("The export cannot be written; check the free space."),
                         device_.errorString());
    }
    return {};
}

} // namespace moderato::usecases
