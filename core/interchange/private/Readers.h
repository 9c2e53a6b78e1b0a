#pragma once

#include "core/interchange/private/Sink.h"

namespace moderato::interchange {

/// One format each. They give items and problems to the sink and return when the file ends or the sink or the
/// context stops them.
void readJsonl(const QString& path, bool fromFolder, Sink& sink);
void readCsv(const QString& path, Sink& sink);
void readArticle(const QString& path, Sink& sink);
void readMedia(const QString& path, Sink& sink);

/// Adds the media that an item refers to, so that it is not given again as a bare file.
void noteMedia(const domain::Content& content, Sink& sink);

} // namespace moderato::interchange
