#pragma once

#include "core/media/MediaInfo.h"

#include <QJsonObject>

namespace moderato::usecases {

/// What a probe found, as the command line says it and the database keeps it: kind, container, duration in
/// seconds (null: not known), frame count, streams, problems.
QJsonObject toJson(const media::MediaInfo& info);

/// The value of a ratio as it stands in there ("30000/1001"); 0 where it is none.
double ratioIn(const QString& text);

} // namespace moderato::usecases
