#pragma once

#include <QImage>

#include <memory>

namespace moderato::media {

class SharedMemory;

/// A picture to be filled (its pixels are not set); null where there is no memory for it. In the decoder
/// process it lies where the program will find it, so that its pixels are not copied on the way.
QImage newPicture(QSize size, QImage::Format format);

/// While this lives, newPicture() takes from `memory`, which must outlive the pictures. One at a time, one
/// thread.
class PicturesIn {
public:
    explicit PicturesIn(SharedMemory& memory);
    ~PicturesIn();
    PicturesIn(const PicturesIn&) = delete;
    PicturesIn& operator=(const PicturesIn&) = delete;
};

} // namespace moderato::media
