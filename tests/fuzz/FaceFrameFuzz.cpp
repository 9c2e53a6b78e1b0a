#include "Fuzz.h"

#include "core/usecases/FaceReader.h"
#include "core/usecases/ResourceFolder.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <vector>

using namespace moderato;

namespace {

constexpr std::size_t mostBytes = 2u << 20; ///< Of one frame.

void demand(bool promise) {
    if (!promise) {
        std::abort();
    }
}

/// Reads the input from its beginning; what is missing is 0.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size)
        : data_(data)
        , size_(size) {}

    std::uint8_t one() { return place_ < size_ ? data_[place_++] : 0; }
    /// Mostly small, sometimes up to 65535.
    int edge() {
        const int kind = one() % 4;
        const int low = one();
        return kind == 0 ? low % 4 : kind == 1 ? low : kind == 2 ? low * 8 : low * 256 + one();
    }
    /// Anything that a double can be.
    double number() {
        std::uint8_t bytes[8];
        for (std::uint8_t& byte : bytes) {
            byte = one();
        }
        double value = 0;
        std::memcpy(&value, bytes, sizeof value);
        return one() % 2 == 0 ? value : double(int(bytes[0]) - 128) * (1 + bytes[1] % 16);
    }
    void fill(std::vector<std::uint8_t>& target) const {
        const std::size_t left = size_ > place_ ? size_ - place_ : 0;
        for (std::size_t i = 0; i < target.size() && left > 0; i += left) {
            std::memcpy(target.data() + i, data_ + place_, std::min(left, target.size() - i));
        }
    }

private:
    const std::uint8_t* data_;
    std::size_t size_;
    std::size_t place_ = 0;
};

/// A frame of any size, pixel format and length of line; `memory` holds its pixels.
QImage frameOf(Bytes& bytes, std::vector<std::uint8_t>& memory) {
    static const std::vector<QImage::Format> formats{
        QImage::Format_Grayscale8,  QImage::Format_RGB888,   QImage::Format_RGB32, QImage::Format_ARGB32,
        QImage::Format_Mono,        QImage::Format_Indexed8, QImage::Format_RGB16, QImage::Format_RGBA8888,
        QImage::Format_Grayscale16, QImage::Format_RGB555,   QImage::Format_RGBA64};
    const QImage::Format format = formats[bytes.one() % formats.size()];
    const int width = bytes.edge(), height = bytes.edge(), more = 4 * (bytes.one() % 9);
    if (width == 0 || height == 0) {
        return {};
    }
    const QPixelFormat pixel = QImage::toPixelFormat(format);
    const std::size_t line = ((std::size_t(width) * pixel.bitsPerPixel() + 31) / 32) * 4 + std::size_t(more);
    if (line * std::size_t(height) > mostBytes) {
        return {};
    }
    memory.assign(line * std::size_t(height), 0);
    bytes.fill(memory);
    return QImage(memory.data(), width, height, qsizetype(line), format);
}

bool isFinite(const QRectF& box) {
    return std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.width()) &&
           std::isfinite(box.height());
}

bool isShare(float value) {
    return value >= 0 && value <= 1;
}

void lookAt(const QImage& image, Bytes& bytes, features::FaceFinder& finder) {
    const features::FaceFrame frame(image);
    demand(frame.width() == image.width() && frame.height() == image.height());
    constexpr int size = 16;
    const features::GrayPatch patch =
        frame.patch({bytes.number(), bytes.number(), bytes.number(), bytes.number()}, size);
    demand(patch.pixels.size() == std::size_t(size * size));
    for (int i = 0; i < 2; ++i) {
        if (const auto found = finder.find(frame)) {
            demand(isFinite(found->box) && isShare(found->confidence));
        }
        finder.correct(frame, {bytes.number(), bytes.number(), bytes.number(), bytes.number()});
    }
}

void read(const QImage& image, Bytes& bytes, usecases::FaceReader& reader) {
    const auto check = [](const std::optional<usecases::FaceInFrame>& face) {
        demand(!face || (face->aligned.fits() && isShare(face->confidence)));
    };
    check(reader.next(image));
    check(reader.readBox(features::FaceFrame(image),
                         {bytes.number(), bytes.number(), bytes.number(), bytes.number()}));
}

} // namespace

int fuzzFaceFrame(const std::uint8_t* data, std::size_t size) {
    // Both go on from input to input, as in a clip whose frames change their size.
    static auto finder = features::FaceFinder::open();
    static auto reader = usecases::FaceReader::open(usecases::resourceFolder());
    demand(finder.ok() && reader.ok());
    Bytes bytes(data, size);
    std::vector<std::uint8_t> memory;
    const bool forgets = bytes.one() % 4 == 0;
    const QImage image = frameOf(bytes, memory);
    lookAt(image, bytes, *finder);
    read(image, bytes, *reader);
    if (forgets) {
        finder->forget();
        reader->forget();
    }
    return 0;
}

#ifdef MODERATO_FUZZ_FACES
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzzFaceFrame(data, size);
}
#endif
