#pragma once

#include <QImage>

namespace moderato::test {

/// Which frame a picture of a clip by make_timed_clips.sh is; −1: none can be read. Works on a scaled picture
/// of 64 pixels' width or more that shows nothing but the frame.
inline int paintedNumber(const QImage& image) {
    if (image.width() < 64 || image.height() < 32) {
        return -1;
    }
    unsigned bits = 0;
    for (int column = 0; column < 16; ++column) {
        const int grey = qGray(image.pixel((2 * column + 1) * image.width() / 32, image.height() / 8));
        bits |= unsigned(grey > 127) << column;
    }
    const unsigned check = (bits ^ (bits >> 4) ^ (bits >> 8)) & 15;
    return check == bits >> 12 ? int(bits & 0xFFF) : -1;
}

} // namespace moderato::test
