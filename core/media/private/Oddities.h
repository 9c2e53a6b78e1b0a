#pragma once

#include "core/media/MediaInfo.h"

namespace moderato::media {

/// What is unusual about a file though nothing is wrong with it, as short sentences; `hasCover`: an embedded
/// picture, `hasEditList`: the container leaves frames out.
QStringList odditiesOf(const MediaInfo& info, bool hasCover, bool hasEditList);

} // namespace moderato::media
