#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace moderato::media {

/// The first bytes of a regular, readable file that is not empty; else a sentence.
Result<QByteArray> firstBytes(const QString& path);

/// What a file that is no media looks like, as the end of a sentence: "it looks like a ZIP archive". Empty:
/// like nothing known.
QString looksLike(const QByteArray& head);

/// A playlist, a concat script or the like: opening it would open other files.
bool namesOtherFiles(const QByteArray& head);

/// PNG, JPEG, WebP, GIF, BMP by content: the format name for QImageReader; empty: none of them.
QByteArray pictureFormat(const QByteArray& head);

/// How much of an MP4 or MOV is there, by its outermost boxes.
enum class Mp4State { NotMp4, Whole, NoIndex, CutShort };
Mp4State mp4State(const QString& path);

} // namespace moderato::media
