#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"

#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <functional>

namespace moderato::interchange {

/// A row of a table whose columns the file itself names.
struct TableRow {
    QByteArrayList cells; ///< UTF-8, trimmed, one a column.
    qint64 line = 0;      ///< Where it begins; 1 is the first.
    QString problem;      ///< Why it cannot be used; then there are no cells.
};

/// Reads a CSV file (separated by comma, semicolon or tab) of any columns, streaming. `header` is told the
/// names and may refuse them; `row` gets every row, the broken ones with a sentence. Fails where the file or
/// its header cannot be read, and when cancelled.
Status readTable(const QString& path, const std::function<Status(const QStringList& columns)>& header,
                 const std::function<void(const TableRow& row)>& row, const JobContext& context);

} // namespace moderato::interchange
