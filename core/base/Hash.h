#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace moderato {

/// SHA-256 as 64 lower-case hexadecimal digits.
QByteArray sha256(QByteArrayView data);

/// SHA-256 of a file's bytes, read in blocks. Error::Io where it cannot be read.
Result<QByteArray> sha256OfFile(const QString& path);

} // namespace moderato
