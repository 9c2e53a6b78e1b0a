#include "core/interchange/private/Files.h"

#include "core/interchange/private/Import.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace moderato::interchange {

namespace {

constexpr int maxFolderDepth = 64;

const QSet<QString>& mediaEndings() {
    static const QSet<QString> endings = {
        "mp4",  "m4v",  "mov", "mkv",  "webm", "avi",  "wmv", "asf",  "flv", "f4v",  "mpg",
        "mpeg", "mpe",  "m2v", "ts",   "mts",  "m2ts", "3gp", "3g2",  "ogv", "ogg",  "ogm",
        "vob",  "mxf",  "dv",  "rm",   "rmvb", "divx", "y4m", "ivf",  "nut", "h264", "264",
        "h265", "hevc", "av1", "mp3",  "m4a",  "aac",  "ac3", "flac", "wav", "wma",  "opus",
        "oga",  "aiff", "aif", "amr",  "mka",  "png",  "jpg", "jpeg", "jpe", "jfif", "gif",
        "bmp",  "webp", "tif", "tiff", "heic", "avif", "m3u", "m3u8", "mpd", "ism",  "svg"};
    return endings;
}

std::optional<FileFormat> formatByName(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "jsonl" || ending == "ndjson") {
        return FileFormat::Jsonl;
    }
    if (ending == "csv") {
        return FileFormat::Csv;
    }
    if (QStringList{"txt", "text", "md", "markdown", "html", "htm", "xhtml"}.contains(ending)) {
        return FileFormat::Article;
    }
    return mediaEndings().contains(ending) ? std::optional(FileFormat::Media) : std::nullopt;
}

/// Files that say something of a folder and are no items of it.
bool describesFolder(const QFileInfo& file) {
    static const QSet<QString> names = {"readme", "license",   "licence", "copying",
                                        "notice", "changelog", "authors"};
    return names.contains(file.completeBaseName().toLower()) &&
           formatByName(file.filePath()) != FileFormat::Media;
}

class Finder {
public:
    explicit Finder(const JobContext& context)
        : context_(context) {}

    void add(const QString& path) {
        const QFileInfo info(path);
        const QString absolute = QDir::cleanPath(info.absoluteFilePath());
        if (!info.exists()) {
            addProblem(path, info.isSymLink()
                                 ? Import::tr("This link leads to nothing. Check where it points.")
                                 : Import::tr("There is no such file or folder. Check the path."));
        } else if (info.isDir()) {
            walk(absolute, info.canonicalFilePath(), 0);
        } else if (!info.isFile()) {
            addProblem(absolute,
                       Import::tr("This is a device or a pipe and not a file. Choose a file or a folder."));
        } else {
            take(info, formatByName(absolute).value_or(FileFormat::Media));
        }
    }

    FoundFiles found;

private:
    void addProblem(const QString& file, const QString& reason) {
        found.problems.push_back({file, 0, reason});
    }

    void take(const QFileInfo& file, FileFormat format) {
        const QString path = QDir::cleanPath(file.absoluteFilePath());
        if (!taken_.contains(path)) {
            taken_.insert(path);
            found.files.push_back({path, format, file.size()});
        }
    }

    void walk(const QString& folder, const QString& top, int depth) {
        const QFileInfo info(folder);
        if (!info.isReadable() || !info.isExecutable()) {
            addProblem(folder, Import::tr("This folder may not be read. Check its permissions."));
            return;
        }
        if (depth > maxFolderDepth || walked_.contains(info.canonicalFilePath())) {
            return;
        }
        walked_.insert(info.canonicalFilePath());
        const QFileInfoList entries =
            QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name | QDir::DirsLast);
        for (const QFileInfo& entry : entries) {
            if (context_.isCancelled()) {
                return;
            }
            if (entry.isSymLink() && !(entry.canonicalFilePath() + '/').startsWith(top + '/')) {
                ++found.ignored;
            } else if (entry.isDir()) {
                walk(QDir::cleanPath(entry.absoluteFilePath()), top, depth + 1);
            } else {
                takeFromFolder(entry);
            }
        }
    }

    void takeFromFolder(const QFileInfo& file) {
        const std::optional<FileFormat> format = formatByName(file.filePath());
        if (!file.isFile() || describesFolder(file)) {
            ++found.ignored;
        } else if (format) {
            take(file, *format);
        } else if (mediaTypeByContent(file.filePath())) {
            take(file, FileFormat::Media);
        } else {
            ++found.ignored;
        }
    }

    const JobContext& context_;
    QSet<QString> taken_;
    QSet<QString> walked_;
};

bool looksLikeSound(const QByteArray& head) {
    const bool mpegSound = head.size() > 2 && uchar(head[0]) == 0xFF && (uchar(head[1]) & 0xE6) == 0xE2;
    return head.startsWith("ID3") || head.startsWith("fLaC") || head.startsWith("#!AMR") || mpegSound ||
           (head.startsWith("RIFF") && head.mid(8, 4) == "WAVE") || head.startsWith("FORM");
}

bool looksLikePicture(const QByteArray& head) {
    return head.startsWith("\x89PNG\r\n") || head.startsWith("\xFF\xD8\xFF") || head.startsWith("GIF8") ||
           (head.startsWith("BM") && head.size() > 18 && head.mid(6, 4) == QByteArray(4, '\0')) ||
           (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP") || head.startsWith(QByteArray("II*\0", 4)) ||
           head.startsWith(QByteArray("MM\0*", 4));
}

bool looksLikeVideo(const QByteArray& head) {
    static const QList<QByteArray> boxes = {"ftyp", "moov", "mdat", "wide"};
    const bool transport = head.size() > 377 && head[0] == 'G' && head[188] == 'G' && head[376] == 'G';
    return boxes.contains(head.mid(4, 4)) || head.startsWith("\x1A\x45\xDF\xA3") || head.startsWith("OggS") ||
           transport || head.startsWith("FLV\x01") || head.startsWith(QByteArray("\0\0\1\xBA", 4)) ||
           (head.startsWith("RIFF") && head.mid(8, 4) == "AVI ") ||
           head.startsWith("\x30\x26\xB2\x75\x8E\x66\xCF\x11");
}

} // namespace

FoundFiles findFiles(const QStringList& paths, const JobContext& context) {
    Finder finder(context);
    for (const QString& path : paths) {
        finder.add(path);
    }
    const auto rank = [](const FoundFile& file) {
        return file.format == FileFormat::Csv ? FileFormat::Jsonl : file.format;
    };
    std::ranges::stable_sort(finder.found.files, {}, rank);
    return std::move(finder.found);
}

bool hasMediaName(const QString& path) {
    return formatByName(path) == FileFormat::Media;
}

std::optional<MediaType> mediaTypeByContent(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const QByteArray head = file.read(512);
    if (looksLikePicture(head)) {
        return MediaType::Picture;
    }
    if (looksLikeVideo(head)) {
        return MediaType::Video;
    }
    return looksLikeSound(head) ? std::optional(MediaType::Audio) : std::nullopt;
}

Result<QString> resolveMediaPath(const QString& reference, const QString& folder) {
    const qsizetype colon = reference.indexOf(':');
    const QString scheme = colon > 1 ? reference.left(colon).toLower() : QString();
    const bool isScheme = !scheme.isEmpty() && std::ranges::all_of(scheme, [](QChar c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    });
    const bool isAddress =
        reference.startsWith("//") || (isScheme && !QFileInfo::exists(folder + '/' + reference));
    if (isAddress) {
        return Error::invalid(Import::tr("“%1” is an address, and nothing is ever loaded from one. Save the "
                                         "file here and give its path.")
                                  .arg(reference.left(120)));
    }
    if (reference.contains(QChar(0)) || reference.contains('\n')) {
        return Error::invalid(Import::tr("The path holds a control character. Correct it."));
    }
    return QDir::cleanPath(QFileInfo(reference).isAbsolute() ? reference : folder + '/' + reference);
}

MediaFinding inspectMedia(const QString& path, const ReadOptions& options) {
    const QFileInfo info(path);
    if (!info.exists()) {
        return {
            {},
            Import::tr("The file %1 is not there. Put it there or correct the path.").arg(path.left(300))};
    }
    if (!info.isFile()) {
        return {{}, Import::tr("%1 is not a file. Correct the path.").arg(path.left(300))};
    }
    if (!info.isReadable()) {
        return {{}, Import::tr("The file %1 may not be read. Check its permissions.").arg(path.left(300))};
    }
    if (info.size() == 0) {
        return {{}, Import::tr("The file %1 is empty. Copy it again.").arg(info.fileName().left(300))};
    }
    if (options.inspect) {
        return options.inspect(path);
    }
    if (const auto type = mediaTypeByContent(path)) {
        return {type, {}};
    }
    return {{},
            Import::tr("The file %1 is not a video, a sound or a picture.").arg(info.fileName().left(300))};
}

} // namespace moderato::interchange
