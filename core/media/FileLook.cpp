#include "core/media/private/FileLook.h"

#include "core/media/InputFile.h"
#include "core/media/private/Media.h"

#include <QtEndian>

#include <algorithm>
#include <unistd.h>

namespace moderato::media {

namespace {

constexpr int maxBoxes = 10000;

/// Fewer where the file ends or cannot be read.
QByteArray bytesAt(const InputFile& file, qint64 pos, int count) {
    QByteArray bytes(count, Qt::Uninitialized);
    const ssize_t got = ::pread(file.descriptor(), bytes.data(), size_t(count), off_t(pos));
    bytes.truncate(std::max<ssize_t>(got, 0));
    return bytes;
}

bool isBmp(const QByteArray& head) {
    return head.startsWith("BM") && head.size() > 26 && head.mid(6, 4) == QByteArray(4, '\0');
}

bool isPrintable(const QByteArray& head) {
    return std::ranges::all_of(
        head, [](char c) { return uchar(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t'; });
}

} // namespace

Result<QByteArray> firstBytes(const InputFile& file) {
    const QByteArray head = bytesAt(file, 0, 4096);
    if (head.isEmpty()) {
        return Error::io(Media::tr("The file cannot be read. The disk may be damaged."));
    }
    return head;
}

QString looksLike(const QByteArray& head) {
    struct Signature {
        QByteArray bytes;
        QString what;
    };
    const QList<Signature> signatures = {
        {"PK\x03\x04", Media::tr("it looks like a ZIP archive")},
        {"Rar!", Media::tr("it looks like a RAR archive")},
        {"7z\xBC\xAF", Media::tr("it looks like a 7-Zip archive")},
        {"\x1F\x8B", Media::tr("it looks like a gzip archive")},
        {"\xFD"
         "7zXZ",
         Media::tr("it looks like an xz archive")},
        {"%PDF", Media::tr("it looks like a PDF document")},
        {"\x7F"
         "ELF",
         Media::tr("it looks like a program")},
        {"MZ", Media::tr("it looks like a program")},
        {"#!", Media::tr("it looks like a script")},
        {"SQLite format 3", Media::tr("it looks like a database")},
        {"{", Media::tr("it looks like JSON text")},
    };
    for (const Signature& signature : signatures) {
        if (head.startsWith(signature.bytes)) {
            return signature.what;
        }
    }
    const QByteArray begin = head.left(1024).trimmed().toLower();
    if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
        return Media::tr(
            "it looks like a web page, perhaps an error message that was saved instead of the file");
    }
    if (begin.startsWith("<")) {
        return Media::tr("it looks like an XML or SVG text");
    }
    if (head.count('\0') == head.size()) {
        return Media::tr("it holds nothing but zeros");
    }
    return isPrintable(head) ? Media::tr("it looks like a text") : QString();
}

bool namesOtherFiles(const QByteArray& head) {
    const QByteArray begin = head.left(2048).trimmed();
    const QByteArray lower = begin.toLower();
    return begin.startsWith("#EXTM3U") || lower.startsWith("ffconcat") || lower.startsWith("[playlist]") ||
           lower.startsWith("[reference]") || (lower.startsWith("<") && lower.contains("<mpd")) ||
           lower.startsWith("v=0\r\n") || lower.startsWith("v=0\n") ||
           (lower.startsWith("<") && lower.contains("<smoothstreamingmedia")) || lower.startsWith("file '") ||
           lower.startsWith("rtsptext");
}

QByteArray pictureFormat(const QByteArray& head) {
    if (head.startsWith("\x89PNG\r\n\x1A\n")) {
        return "png";
    }
    if (head.startsWith("\xFF\xD8\xFF")) {
        return "jpeg";
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
        return "gif";
    }
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP") {
        return "webp";
    }
    return isBmp(head) ? "bmp" : QByteArray();
}

Mp4State mp4State(const InputFile& file) {
    static const QList<QByteArray> firstBoxes = {"ftyp", "moov", "mdat", "wide", "free", "skip"};
    bool hasIndex = false;
    bool inPieces = false;
    qint64 pos = 0;
    for (int box = 0; pos < file.size() && box < maxBoxes; ++box) {
        const QByteArray header = bytesAt(file, pos, 16);
        if (box == 0 && !firstBoxes.contains(header.mid(4, 4))) {
            return Mp4State::NotMp4;
        }
        qint64 size = header.size() < 8 ? 0 : qint64(qFromBigEndian<quint32>(header.constData()));
        if (size == 1 && header.size() == 16) {
            size = qFromBigEndian<qint64>(header.constData() + 8);
        } else if (size == 0 && header.size() >= 8) {
            size = file.size() - pos; // To the end of the file.
        }
        const bool fits = size >= 8 && size <= file.size() - pos;
        if (!fits) {
            return hasIndex ? Mp4State::CutShort : Mp4State::NoIndex;
        }
        hasIndex = hasIndex || header.mid(4, 4) == "moov";
        inPieces = inPieces || header.mid(4, 4) == "moof";
        pos += size;
    }
    return hasIndex ? (inPieces ? Mp4State::InPieces : Mp4State::Whole) : Mp4State::NoIndex;
}

} // namespace moderato::media
