#include "widgets/article/PictureLoader.h"

#include "core/base/Log.h"

#include <QFileInfo>
#include <QImageReader>

namespace moderato::widgets {
namespace {

constexpr QSize shownAtMost(1600, 1600);
constexpr qint64 pixelsAtMost = 100'000'000;
constexpr int cacheKib = 192 * 1024;

} // namespace

PictureLoader::PictureLoader(Decode decode, QObject* parent)
    : QObject(parent)
    , decode_(decode ? std::move(decode) : Decode(&PictureLoader::readGuarded))
    , cache_(cacheKib) {
    workers_.setMaxThreadCount(1);
}

PictureLoader::~PictureLoader() {
    workers_.clear();
    workers_.waitForDone();
}

QImage PictureLoader::get(const QString& path) {
    Entry* entry = cache_.object(path);
    if (!entry) {
        preload(path, care_);
        return {};
    }
    if (revealed_ || !care_.changesPicture()) {
        return entry->clear;
    }
    if (!(entry->care == care_)) { // got ready for another item, or the person's settings have changed
        entry->veiled = withCare(entry->clear, care_);
        entry->care = care_;
    }
    return entry->veiled;
}

void PictureLoader::setCare(const CareEffect& care) {
    if (!(care_ == care)) {
        care_ = care;
        Q_EMIT lookChanged();
    }
}

void PictureLoader::setRevealed(bool revealed) {
    if (revealed_ != revealed) {
        revealed_ = revealed;
        if (care_.changesPicture()) {
            Q_EMIT lookChanged();
        }
    }
}

void PictureLoader::keep(const QString& path, Entry entry) {
    const auto bytes =
        entry.clear.sizeInBytes() + (entry.care.changesPicture() ? entry.veiled.sizeInBytes() : 0);
    cache_.insert(path, new Entry(std::move(entry)), std::max(1, int(bytes / 1024)));
}

void PictureLoader::preload(const QString& path, const CareEffect& care) {
    if (path.isEmpty() || loading_.contains(path) || cache_.contains(path) || problems_.contains(path)) {
        return;
    }
    loading_.insert(path);
    workers_.start([this, path, care, decode = decode_] { // the destructor waits for it
        auto read = decode(path, shownAtMost);
        Entry entry;
        if (read.ok()) {
            entry = {*read, withCare(*read, care), care};
        }
        QMetaObject::invokeMethod(
            this,
            [this, path, read = std::move(read), entry = std::move(entry)] {
                loading_.remove(path);
                if (read.ok()) {
                    keep(path, entry);
                } else {
                    qCInfo(log) << "picture" << path << read.error().message << read.error().detail;
                    problems_.insert(path, read.error().message);
                }
                Q_EMIT loaded(path);
            },
            Qt::QueuedConnection);
    });
}

Result<QImage> PictureLoader::readGuarded(const QString& path, QSize bound) {
    const QString name = QFileInfo(path).fileName();
    if (!QFileInfo(path).isFile()) {
        return Error::notFound(tr("The picture %1 is not there any more.").arg(name));
    }
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    static const QByteArrayList formats{"png", "jpeg", "jpg", "gif", "webp", "bmp"};
    if (!formats.contains(reader.format().toLower())) {
        return Error::invalid(tr("The picture %1 is damaged or of a kind that is not shown.").arg(name),
                              reader.errorString());
    }
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > pixelsAtMost) {
        return Error::invalid(tr("The picture %1 is too large to show.").arg(name));
    }
    if (size.isValid() && (size.width() > bound.width() || size.height() > bound.height())) {
        reader.setScaledSize(size.scaled(bound, Qt::KeepAspectRatio));
    }
    QImage image = reader.read();
    if (image.isNull()) {
        return Error::invalid(tr("The picture %1 is damaged or of a kind that is not shown.").arg(name),
                              reader.errorString());
    }
    return image;
}

} // namespace moderato::widgets
