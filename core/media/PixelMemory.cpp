#include "core/media/private/PixelMemory.h"

#include "core/media/private/SharedMemory.h"

namespace moderato::media {

namespace {

thread_local SharedMemory* memoryOfPictures = nullptr;

void giveBack(void* piece) {
    if (memoryOfPictures) {
        memoryOfPictures->giveBack(static_cast<uchar*>(piece));
    }
}

} // namespace

QImage newPicture(QSize size, QImage::Format format) {
    const bool fits =
        memoryOfPictures && !size.isEmpty() && QImage::toPixelFormat(format).bitsPerPixel() == 32;
    const qint64 line = qint64(size.width()) * 4;
    // Half of the memory at most: pictures that do not become part of the answer must not use it up.
    uchar* place = fits && line * size.height() <= memoryOfPictures->size() / 16
                       ? memoryOfPictures->take(line * size.height())
                       : nullptr;
    if (!place) {
        return QImage(size, format);
    }
    return QImage(place, size.width(), size.height(), qsizetype(line), format, giveBack, place);
}

PicturesIn::PicturesIn(SharedMemory& memory) {
    memoryOfPictures = &memory;
}

PicturesIn::~PicturesIn() {
    memoryOfPictures = nullptr;
}

} // namespace moderato::media
