#pragma once

#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/interchange/ContentReader.h"

#include <QJsonObject>

namespace moderato::interchange {

/// An item out of one record's fields; the error's message names the field and what is wrong with it.
/// Relative media paths are resolved against `folder`. Media that is not there, or is an address, leaves the
/// item with a `mediaProblem`.
Result<domain::Content> contentFromRecord(const QJsonObject& record, const QString& folder,
                                          const ReadOptions& options);

class FieldReader;
/// The figures in a record's "consumption", its "window" and "views" there or beside it; nothing where there
/// are none. What has the wrong type fails the reader; fields of no meaning go to `unknown`.
std::optional<domain::ConsumptionFigures> consumptionFrom(FieldReader& record, QJsonObject& unknown);

/// ISO 8601 ("2026-11-21", "2026-11-21T10:18:54Z", an offset; without one it is UTC) or seconds since 1970.
std::optional<Timestamp> timestampFrom(const QJsonValue& value);

/// A text without what a database or a window would trip over: NUL and other control characters, lone
/// surrogates.
QString cleanText(const QString& text);

} // namespace moderato::interchange
