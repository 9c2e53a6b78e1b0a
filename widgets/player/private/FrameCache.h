#pragma once

// Private to widgets/player.
#include <QImage>

#include <map>

namespace moderato::widgets {

/// Decoded frames of one video by their number, never more than `bytes` of them: the furthest from where one
/// stands go first.
class FrameCache {
public:
    explicit FrameCache(qint64 bytes)
        : bytes_(bytes) {}

    void clear();
    /// `place`: the frame that one stands on.
    void add(qint64 number, const QImage& image, qint64 place);
    /// A null image: it is not there.
    QImage find(qint64 number) const;
    bool has(qint64 number) const { return frames_.contains(number); }
    /// The first frame of the unbroken run that ends with `number`; `number` + 1: it is not there itself.
    qint64 runStart(qint64 number) const;
    qint64 used() const { return used_; }
    qint64 capacity() const { return bytes_; }

private:
    qint64 bytes_;
    qint64 used_ = 0;
    std::map<qint64, QImage> frames_;
};

} // namespace moderato::widgets
