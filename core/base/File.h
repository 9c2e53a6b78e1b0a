#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace moderato {

/// Replaces a file as a whole: the old content stays until the new one is completely on the disk.
Status writeFileAtomically(const QString& path, QByteArrayView content);

/// Reads a whole file of at most `limit` bytes; a larger one is an error, never a partial answer.
Result<QByteArray> readFile(const QString& path, qint64 limit = qint64(64) << 20);

} // namespace moderato
