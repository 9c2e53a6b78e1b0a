#include "core/media/private/OpenedFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

extern "C" {
#include <libavutil/display.h>
}

#include <array>
#include <cmath>

namespace moderato::media {

namespace {

// Containers of pictures and sound that hold everything themselves. Playlists, concat scripts and image sequences are not here.
constexpr const char* allowedFormats
    = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,mpegts,mpeg,mpegvideo,m4v,h264,hevc,asf,ogg,wav,mp3,flac,aac,ac3,eac3,"
      "aiff,au,w64,caf,amr,ivf,mxf,nut,rm,dv,gif,wtv,obu,vc1,mjpeg";

QString tr(const char* text) { return QCoreApplication::translate("Media", text); }

/// What the first bytes say a file is, where it is clearly no media.
QString guess(const QByteArray& head)
{
    struct Magic {
        QByteArrayView bytes;
        const char* name;
    };
    static const std::array magics = {
        Magic{QByteArrayView("PK\x03\x04"), QT_TRANSLATE_NOOP("Media", "a ZIP archive")},
        Magic{QByteArrayView("%PDF"), QT_TRANSLATE_NOOP("Media", "a PDF document")},
        Magic{QByteArrayView("\x1f\x8b"), QT_TRANSLATE_NOOP("Media", "a gzip archive")},
        Magic{QByteArrayView("\x7f"
                             "ELF"),
              QT_TRANSLATE_NOOP("Media", "a program")},
        Magic{QByteArrayView("MZ"), QT_TRANSLATE_NOOP("Media", "a program")},
        Magic{QByteArrayView("#!"), QT_TRANSLATE_NOOP("Media", "a script")},
        Magic{QByteArrayView("7z\xbc\xaf"), QT_TRANSLATE_NOOP("Media", "a 7z archive")},
        Magic{QByteArrayView("Rar!"), QT_TRANSLATE_NOOP("Media", "a RAR archive")},
        Magic{QByteArrayView("\x89PNG"), QT_TRANSLATE_NOOP("Media", "a picture")},
        Magic{QByteArrayView("\xff\xd8\xff"), QT_TRANSLATE_NOOP("Media", "a picture")},
        Magic{QByteArrayView("SQLite format 3"), QT_TRANSLATE_NOOP("Media", "a database")},
    };
    for (const Magic& magic : magics) {
        if (head.startsWith(magic.bytes)) {
            return tr(magic.name);
        }
    }
    const QByteArray start = head.trimmed().left(64).toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
        return tr(QT_TRANSLATE_NOOP("Media", "a web page"));
    }
    const bool printable = std::all_of(head.cbegin(), head.cend(),
                                       [](char c) { return quint8(c) >= 32 || c == '\n' || c == '\r' || c == '\t'; });
    return printable && !head.isEmpty() ? tr(QT_TRANSLATE_NOOP("Media", "a text")) : QString();
}

Error openError(const QString& path, int code)
{
    const QString name = QFileInfo(path).fileName();
    const QString detail = ffmpegText(code);
    QFile file(path);
    const QByteArray head = file.open(QIODevice::ReadOnly) ? file.read(512) : QByteArray();
    if (head.startsWith("#EXTM3U") || head.startsWith("ffconcat") || head.contains("<MPD")) {
        return Error::invalid(
            tr("“%1” is a playlist that names other files or addresses; it is not opened. Import the media files themselves.").arg(name),
            detail);
    }
    if (const QString what = guess(head); !what.isEmpty()) {
        return Error::invalid(tr("“%1” is not a media file: it looks like %2. Check what it really is.").arg(name, what), detail);
    }
    if (head.mid(4, 4) == "ftyp" || head.startsWith("RIFF") || head.startsWith("\x1a\x45\xdf\xa3")) {
        return Error::invalid(
            tr("“%1” ends before its index: it was probably not copied completely. Copy or download it again.").arg(name), detail);
    }
    return Error::invalid(
        tr("“%1” is not a media file that can be opened: its bytes fit no known format. Check what it really is.").arg(name), detail);
}

} // namespace

QString ffmpegText(int code)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return QString::fromUtf8(text.data());
}

Result<FormatContext> openFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists() || !info.isFile()) {
        return Error::notFound(tr("The file “%1” is not there. Check its path.").arg(path));
    }
    if (!info.isReadable()) {
        return Error::io(tr("The file “%1” cannot be read. Check its permissions.").arg(path));
    }
    if (info.size() == 0) {
        return Error::invalid(tr("The file “%1” is empty. Copy or download it again.").arg(info.fileName()));
    }
    av_log_set_level(AV_LOG_QUIET);
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", allowedFormats, 0);
    av_dict_set(&options, "probesize", "16000000", 0);
    av_dict_set(&options, "analyzeduration", "5000000", 0);
    av_dict_set(&options, "max_streams", "64", 0);
    AVFormatContext* raw = nullptr;
    const QByteArray url = "file:" + QFile::encodeName(info.absoluteFilePath());
    int code = avformat_open_input(&raw, url.constData(), nullptr, &options);
    av_dict_free(&options);
    if (code < 0) {
        return openError(path, code);
    }
    FormatContext format(raw);
    if (code = avformat_find_stream_info(raw, nullptr); code < 0 || format->nb_streams == 0) {
        return openError(path, code);
    }
    return format;
}

int movingStream(const AVFormatContext& format)
{
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const AVStream& stream = *format.streams[i];
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_VIDEO && !(stream.disposition & AV_DISPOSITION_ATTACHED_PIC)) {
            return int(i);
        }
    }
    return -1;
}

int coverStream(const AVFormatContext& format)
{
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        if (format.streams[i]->disposition & AV_DISPOSITION_ATTACHED_PIC) {
            return int(i);
        }
    }
    return -1;
}

int rotationOf(const AVStream& stream)
{
    size_t size = 0;
    const uint8_t* matrix = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (!matrix || size < 9 * sizeof(int32_t)) {
        return 0;
    }
    const double counterClockwise = av_display_rotation_get(reinterpret_cast<const int32_t*>(matrix));
    if (std::isnan(counterClockwise)) {
        return 0;
    }
    return ((int(std::lround(-counterClockwise / 90.0)) * 90) % 360 + 360) % 360;
}

} // namespace moderato::media
