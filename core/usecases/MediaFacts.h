#pragma once

#include <QByteArray>
#include <QStringList>

namespace moderato::usecases {

/// What a video's file is, in short words for people, from its kept probe (MediaInfoJson.h): size, frame
/// rate, codecs, and whatever is odd of it. Empty: it was not understood.
QStringList mediaFacts(const QByteArray& probe);

} // namespace moderato::usecases
