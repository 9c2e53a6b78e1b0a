#pragma once

#include "core/base/Result.h"
#include "core/media/InputFile.h"
#include "core/media/MediaInfo.h"

namespace moderato::media {

/// Looks into a media file or a picture: by its content, never by its name. Only the file itself is opened:
/// no network, and no format that names other files (playlists, concat scripts). Errors are sentences.
/// Decodes hostile bytes: use DecoderProcess instead, unless you are the worker or a test. Thread-safe.
Result<MediaInfo> probe(const InputFile& file);

inline Result<MediaInfo> probe(const QString& path) {
    const Result<InputFile> file = InputFile::open(path);
    return file ? probe(*file) : file.error();
}

} // namespace moderato::media
