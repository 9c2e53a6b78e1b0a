#include "widgets/review/Thumbnails.h"

#include "widgets/review/ItemCare.h"
#include "widgets/review/ReviewServices.h"

namespace moderato::widgets {
namespace {

constexpr int kept = 1000;

} // namespace

Thumbnails::Thumbnails(Load load, QObject* parent)
    : QObject(parent)
    , load_(std::move(load))
    , cache_(kept) {
    worker_.setMaxThreadCount(1);
}

Thumbnails::~Thumbnails() {
    worker_.clear();
    worker_.waitForDone();
}

QPixmap Thumbnails::get(domain::ContentId id) {
    if (const QPixmap* picture = cache_.object(id)) {
        return *picture;
    }
    if (!load_ || !id.isValid() || loading_.contains(id)) {
        return {};
    }
    loading_.insert(id);
    worker_.start(
        [this, id, round = round_, load = load_] { // the destructor waits for it
            QImage picture = load(id);
            QMetaObject::invokeMethod(
                this,
                [this, id, round, picture = std::move(picture)] {
                    if (round == round_) {
                        loading_.remove(id);
                        if (picture.isNull()) {
                            missing_.insert(id);
                        }
                        cache_.insert(id, new QPixmap(QPixmap::fromImage(picture)));
                        Q_EMIT loaded(id);
                    }
                },
                Qt::QueuedConnection);
        },
        ++wishes_);
    return {};
}

Thumbnails::Load thumbnailLoader(const ReviewServices& services) {
    const PictureLoader::Decode decode =
        services.loadPicture ? services.loadPicture : PictureLoader::Decode(&PictureLoader::readGuarded);
    return [read = services.read, cover = services.media.cover, decode](domain::ContentId id) -> QImage {
        constexpr QSize bound(128, 96);
        const auto item = read(id);
        if (!item.ok()) {
            return {};
        }
        const domain::Content& content = (*item)->content;
        QImage picture;
        if (content.kind == domain::ContentKind::Video && cover) {
            picture = cover(id);
        } else if (content.kind == domain::ContentKind::Pictures && !content.images.empty()) {
            const auto decoded = decode(content.images.front().path, bound);
            picture = decoded.ok() ? *decoded : QImage();
        }
        if (picture.isNull()) {
            return {};
        }
        if (picture.width() > bound.width() || picture.height() > bound.height()) {
            picture = picture.scaled(bound, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        }
        return withCare(picture, careOf(**item), thumbnailAcross);
    };
}

void Thumbnails::clear() {
    ++round_;
    worker_.clear();
    loading_.clear();
    missing_.clear();
    cache_.clear();
}

void Thumbnails::askMissingAgain() {
    for (const domain::ContentId id : std::as_const(missing_)) {
        cache_.remove(id);
    }
    missing_.clear();
}

} // namespace moderato::widgets
