#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace moderato::cli {

/// What goes over the socket between a command and the process that runs it for it: frames of a kind, a
/// length (4 bytes, little endian) and a payload. A frame longer than `maxFrameBytes` is refused: the
/// connection is closed.
struct Frame {
    enum class Kind : char {
        Request = 'r', ///< Client: JSON {"arguments": […], "folder": "…"}.
        Cancel = 'c',  ///< Client: stop it.
        Out = 'o',     ///< Server: bytes for standard output.
        Err = 'e',     ///< Server: bytes for standard error.
        Exit = 'x',    ///< Server: the exit status in decimal digits; the last frame.
    };
    Kind kind = Kind::Out;
    QByteArray payload;
};

constexpr qint64 maxFrameBytes = qint64(64) << 20;

QByteArray encode(const Frame& frame);

enum class Taken { Frame, NotYet, Broken };
/// Takes the first whole frame off `buffer`.
Taken takeFrame(QByteArray& buffer, Frame& frame);

/// The name of the socket of a library: the same for every spelling of its path, and another for every user.
QString socketName(const QString& libraryFolder);

} // namespace moderato::cli
