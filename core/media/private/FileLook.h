#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace moderato::media {

class InputFile;

/// The first bytes of a file, 4096 at most; a sentence where the disk gives none.
Result<QByteArray> firstBytes(const InputFile& file);

/// What a file that is no media looks like, as the end of a sentence: "it looks like a ZIP archive". Empty:
/// like nothing known.
QString looksLike(const QByteArray& head);

/// A playlist, a concat script or the like: opening it would open other files.
bool namesOtherFiles(const QByteArray& head);

/// PNG, JPEG, WebP, GIF, BMP by content: the format name for QImageReader; empty: none of them.
QByteArray pictureFormat(const QByteArray& head);

/// How much of an MP4 or MOV is there, by its outermost boxes.
enum class Mp4State {
    NotMp4,
    Whole,    ///< One index lists everything.
    InPieces, ///< Whole, but fragmented: each piece has an index of its own.
    NoIndex,
    CutShort,
};
Mp4State mp4State(const InputFile& file);

} // namespace moderato::media
