#pragma once

#include "core/base/Result.h"
#include "core/interchange/ContentWriter.h"

#include <QIODevice>
#include <QJsonObject>
#include <QStringList>

namespace moderato::usecases {

/// Flat rows as JSONL or CSV; lists in a CSV cell are divided by "|". The device is not owned and outlives
/// it. One thread.
class ExportTable {
public:
    ExportTable(QIODevice& device, interchange::ExportFormat format, QStringList columns)
        : device_(device)
        , format_(format)
        , columns_(std::move(columns)) {}

    Status write(const QJsonObject& row);

private:
    Status writeLine(const QByteArray& line);

    QIODevice& device_;
    interchange::ExportFormat format_;
    QStringList columns_;
    bool headerWritten_ = false;
};

} // namespace moderato::usecases
