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
    const bool isPlain = !size.isEmpty() && QImage::toPixelFormat(format).bitsPerPixel() == 32;
    const qint64 line = qint64(size.width()) * 4;
    // From the first half only: pictures that do not become part of the answer leave room for those that do.
    uchar* place = isPlain && memoryOfPictures && memoryOfPictures->used() < memoryOfPictures->size() / 2
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
