#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace moderato::interchange {

/// One line of a JSONL file as an object; the error's message says what is wrong with the line.
Result<QJsonObject> parseJsonLine(const QByteArray& line);

/// Names the first key that an object of the (valid) document holds twice; empty: none. JSON leaves open
/// which one counts.
QString firstDuplicateKey(const QByteArray& json);

/// A sentence where the first bytes of a file show that it cannot be a text in UTF-8; empty: it may be.
QString notTextReason(const QByteArray& firstBytes);

} // namespace moderato::interchange
