#include "core/usecases/TimelineCache.h"

#include "core/base/File.h"
#include "core/base/Hash.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDataStream>
#include <QDir>
#include <QImageReader>

#include <algorithm>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TimelineCache)
};

const QByteArray magic("moderato timeline 1\n");
constexpr qint64 largestFile = qint64(64) << 20;
constexpr quint32 mostPictures = 1024;
constexpr quint32 mostBuckets = 1 << 16;
constexpr int largestSide = 1024;
constexpr int jpegQuality = 80;
constexpr qsizetype sumLength = 64;

bool isSum(const QByteArray& sha256) {
    return sha256.size() == sumLength && std::all_of(sha256.begin(), sha256.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

void write(QDataStream& out, const std::vector<TimedPicture>& pictures) {
    out << quint32(pictures.size());
    for (const TimedPicture& picture : pictures) {
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        buffer.open(QIODevice::WriteOnly);
        picture.image.save(&buffer, "JPEG", jpegQuality);
        out << picture.seconds << picture.frame << jpeg;
    }
}

bool decode(QByteArray& jpeg, QImage& image) {
    QBuffer buffer(&jpeg);
    QImageReader reader(&buffer, "JPEG");
    const QSize size = reader.size();
    return !size.isEmpty() && size.width() <= largestSide && size.height() <= largestSide &&
           reader.read(&image);
}

/// Passes over pictures, but for the first one. → whether they are whole
bool skip(QDataStream& in, QByteArray& first) {
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && count <= mostPictures; ++i) {
        double seconds = 0;
        qint64 frame = 0;
        QByteArray jpeg;
        in >> seconds >> frame >> jpeg;
        if (in.status() != QDataStream::Ok) {
            return false;
        }
        if (i == 0) {
            first = jpeg;
        }
    }
    return in.status() == QDataStream::Ok && count <= mostPictures;
}

bool read(QDataStream& in, std::vector<TimedPicture>& pictures) {
    quint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostPictures) {
        return false;
    }
    for (quint32 i = 0; i < count; ++i) {
        TimedPicture picture;
        QByteArray jpeg;
        in >> picture.seconds >> picture.frame >> jpeg;
        if (in.status() != QDataStream::Ok || !decode(jpeg, picture.image)) {
            return false;
        }
        pictures.push_back(std::move(picture));
    }
    return true;
}

void write(QDataStream& out, const std::vector<float>& values) {
    out << quint32(values.size());
    for (const float value : values) {
        out << value;
    }
}

bool read(QDataStream& in, std::vector<float>& values) {
    quint32 count = 0;
    in >> count;
    if (in.status() != QDataStream::Ok || count > mostBuckets) {
        return false;
    }
    values.resize(count);
    for (float& value : values) {
        in >> value;
    }
    return in.status() == QDataStream::Ok;
}

void prepare(QDataStream& stream) {
    stream.setVersion(QDataStream::Qt_6_0);
    stream.setFloatingPointPrecision(QDataStream::DoublePrecision);
}

} // namespace

TimelineCache::TimelineCache(const QString& folder, int extractor)
    : root_(QDir(folder).filePath(QStringLiteral("timelines")))
    , extractor_(extractor) {}

QString TimelineCache::pathOf(const QByteArray& sha256) const {
    const QString sum = QString::fromLatin1(sha256);
    return QStringLiteral("%1/%2/%3/%4").arg(root_).arg(extractor_).arg(sum.left(2), sum);
}

Status TimelineCache::save(const QByteArray& sha256, const Pictures& pictures) const {
    if (!isSum(sha256)) {
        return Error::invalid(Text::tr("The file's SHA-256 is not known, so nothing is kept of it."));
    }
    QByteArray payload;
    QDataStream out(&payload, QIODevice::WriteOnly);
    prepare(out);
    write(out, pictures.filmstrip);
    write(out, pictures.covers);
    write(out, pictures.low);
    write(out, pictures.high);
    const QString path = pathOf(sha256);
    if (!QDir().mkpath(QFileInfo(path).path())) {
        return Error::io(Text::tr("The folder “%1” cannot be made. Check the free space and its permissions.")
                             .arg(QFileInfo(path).path()));
    }
    return writeFileAtomically(path, magic + moderato::sha256(payload) + payload);
}

std::optional<QByteArray> TimelineCache::payload(const QByteArray& sha256) const {
    if (!isSum(sha256) || !QFileInfo::exists(pathOf(sha256))) {
        return {};
    }
    auto content = readFile(pathOf(sha256), largestFile);
    const qsizetype header = magic.size() + sumLength;
    if (!content.ok() || content->size() < header || !content->startsWith(magic)) {
        return {};
    }
    QByteArray payload = content->mid(header);
    return moderato::sha256(payload) == content->mid(magic.size(), sumLength) ? std::optional(payload)
                                                                              : std::nullopt;
}

bool TimelineCache::has(const QByteArray& sha256) const {
    return payload(sha256).has_value();
}

std::optional<TimelineCache::Pictures> TimelineCache::load(const QByteArray& sha256) const {
    const auto bytes = payload(sha256);
    if (!bytes) {
        return {};
    }
    QDataStream in(*bytes);
    prepare(in);
    Pictures pictures;
    const bool whole = read(in, pictures.filmstrip) && read(in, pictures.covers) && read(in, pictures.low) &&
                       read(in, pictures.high) && pictures.low.size() == pictures.high.size();
    return whole ? std::optional(std::move(pictures)) : std::nullopt;
}

QImage TimelineCache::cover(const QByteArray& sha256) const {
    const auto bytes = payload(sha256);
    if (!bytes) {
        return {};
    }
    QDataStream in(*bytes);
    prepare(in);
    QByteArray first, best;
    QImage image;
    if (!skip(in, first) || !skip(in, best) || !decode(best.isEmpty() ? first : best, image)) {
        return {};
    }
    return image;
}

void TimelineCache::removeOlder() const {
    for (const QString& name : QDir(root_).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const int version = name.toInt(&isNumber);
        if (isNumber && version < extractor_) {
            QDir(QDir(root_).filePath(name)).removeRecursively();
        }
    }
}

} // namespace moderato::usecases
