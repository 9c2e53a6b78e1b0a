#include "core/features/PerceptualHash.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace moderato::features {

namespace {

constexpr int reduced = 64;     ///< The picture is reduced to 64 × 64 …
constexpr int kept = 16;        ///< … of which the 16 × 16 lowest frequencies but the constant are kept.
constexpr int smallestSide = 5; ///< Pixels; below that the reference hashes nothing.
using Reduced = std::array<std::array<float, reduced>, reduced>;
using Spectrum = std::array<float, kept * kept>; ///< Row by row, vertical frequency first.

/// One reduced row or column as a weighted sum of the picture's rows or columns.
struct Taps {
    int begin = 0;
    std::vector<float> weights;
};

/// The stretch that the reference's box filter averages for place `at`: off centre for even windows, cut at
/// the borders.
struct Window {
    Window(int at, int size, int length)
        : first(std::max(0, at - (size - (size + 2) / 2)))
        , last(std::min(length - 1, at + (size + 2) / 2 - 1)) {}
    int first, last;
};

/// The reference filters twice with a box and then takes 64 places. Rows and columns do not influence each
/// other and both are linear: what comes out is a sum of a few pixels for each place, found here once.
std::array<Taps, reduced> tapsFor(int length) {
    const int size = (length + 2 * reduced - 1) / (2 * reduced);
    std::array<Taps, reduced> all;
    for (int out = 0; out < reduced; ++out) {
        const Window outer(int((out + 0.5) * length / reduced), size, length);
        const int first = Window(outer.first, size, length).first;
        const int last = Window(outer.last, size, length).last;
        std::vector<double> weights(last - first + 1, 0.0);
        for (int at = outer.first; at <= outer.last; ++at) {
            const Window inner(at, size, length);
            const double share =
                1.0 / (double(outer.last - outer.first + 1) * double(inner.last - inner.first + 1));
            for (int from = inner.first; from <= inner.last; ++from) {
                weights[from - first] += share;
            }
        }
        all[out] = {first, {weights.begin(), weights.end()}};
    }
    return all;
}

constexpr float lumaRed = 0.299F, lumaGreen = 0.587F, lumaBlue = 0.114F;

void addRgb32(const QRgb* row, int width, float weight, float* sums) {
    for (int x = 0; x < width; ++x) {
        const int red = int((row[x] >> 16) & 0xFF), green = int((row[x] >> 8) & 0xFF),
                  blue = int(row[x] & 0xFF);
        sums[x] += weight * (lumaRed * float(red) + lumaGreen * float(green) + lumaBlue * float(blue));
    }
}

void addRgb24(const uchar* row, int width, float weight, float* sums) {
    for (int x = 0; x < width; ++x) {
        sums[x] += weight * (lumaRed * float(row[3 * x]) + lumaGreen * float(row[3 * x + 1]) +
                             lumaBlue * float(row[3 * x + 2]));
    }
}

void addGrey(const uchar* row, int width, float weight, float* sums) {
    for (int x = 0; x < width; ++x) {
        sums[x] += weight * float(row[x]);
    }
}

/// A format that can be read as it is; transparency is left out, as in the reference.
QImage readable(const QImage& picture) {
    switch (picture.format()) {
    case QImage::Format_RGB32:
    case QImage::Format_ARGB32:
    case QImage::Format_RGB888:
    case QImage::Format_Grayscale8:
        return picture;
    default:
        return picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32
                                                                 : QImage::Format_RGB32);
    }
}

void addRow(const QImage& picture, int y, float weight, float* sums) {
    const uchar* row = picture.constScanLine(y);
    if (picture.format() == QImage::Format_RGB888) {
        addRgb24(row, picture.width(), weight, sums);
    } else if (picture.format() == QImage::Format_Grayscale8) {
        addGrey(row, picture.width(), weight, sums);
    } else {
        addRgb32(reinterpret_cast<const QRgb*>(row), picture.width(), weight, sums);
    }
}

Reduced reduce(const QImage& picture) {
    const std::array<Taps, reduced> rows = tapsFor(picture.height());
    const std::array<Taps, reduced> columns = tapsFor(picture.width());
    std::vector<float> sums(picture.width());
    Reduced small;
    for (int y = 0; y < reduced; ++y) {
        std::fill(sums.begin(), sums.end(), 0.0F);
        for (std::size_t i = 0; i < rows[y].weights.size(); ++i) {
            addRow(picture, rows[y].begin + int(i), rows[y].weights[i], sums.data());
        }
        for (int x = 0; x < reduced; ++x) {
            float sum = 0;
            for (std::size_t i = 0; i < columns[x].weights.size(); ++i) {
                sum += columns[x].weights[i] * sums[columns[x].begin + i];
            }
            small[y][x] = sum;
        }
    }
    return small;
}

/// The reference's measure: steps between neighbours in whole per cents of the range, summed.
int qualityOf(const Reduced& small) {
    int steps = 0;
    const auto step = [](float a, float b) { return std::abs(int((a - b) * 100 / 255)); };
    for (int y = 0; y < reduced; ++y) {
        for (int x = 0; x < reduced; ++x) {
            steps += y + 1 < reduced ? step(small[y][x], small[y + 1][x]) : 0;
            steps += x + 1 < reduced ? step(small[y][x], small[y][x + 1]) : 0;
        }
    }
    return std::min(100, steps / 90);
}

using Cosines = std::array<std::array<float, reduced>, kept>;

const Cosines& cosines() {
    static const Cosines matrix = [] {
        Cosines made;
        const float scale = std::sqrt(2.0F / reduced);
        for (int i = 0; i < kept; ++i) {
            for (int j = 0; j < reduced; ++j) {
                made[i][j] = float(scale * std::cos(std::numbers::pi / 2 / reduced * (i + 1) * (2 * j + 1)));
            }
        }
        return made;
    }();
    return matrix;
}

/// D·A·Dᵀ for the frequencies 1…16 in both directions.
Spectrum transform(const Reduced& small) {
    const Cosines& matrix = cosines();
    Spectrum spectrum;
    for (int i = 0; i < kept; ++i) {
        std::array<float, reduced> row{};
        for (int k = 0; k < reduced; ++k) {
            for (int j = 0; j < reduced; ++j) {
                row[j] += matrix[i][k] * small[k][j];
            }
        }
        for (int j = 0; j < kept; ++j) {
            float sum = 0;
            for (int k = 0; k < reduced; ++k) {
                sum += row[k] * matrix[j][k];
            }
            spectrum[i * kept + j] = sum;
        }
    }
    return spectrum;
}

/// A bit is set where the frequency is stronger than the lower median.
PdqHash toBits(const Spectrum& spectrum) {
    Spectrum sorted = spectrum;
    const auto middle = sorted.begin() + sorted.size() / 2 - 1;
    std::nth_element(sorted.begin(), middle, sorted.end());
    PdqHash hash;
    for (std::size_t i = 0; i < spectrum.size(); ++i) {
        hash.words[i / 64] |= std::uint64_t(spectrum[i] > *middle) << (i % 64);
    }
    return hash;
}

/// An orientation of the picture is the same spectrum, transposed or not, with some signs turned.
struct Orientation {
    bool transposed;
    bool negative[2][2]; ///< By whether the row and the column are odd.
};
constexpr std::array<Orientation, 8> orientations = {{
    {false, {{false, false}, {false, false}}}, // as it is
    {true, {{true, false}, {true, false}}},    // turned by 90
    {false, {{false, true}, {true, false}}},   // by 180
    {true, {{true, true}, {false, false}}},    // by 270
    {false, {{true, true}, {false, false}}},   // flipped in x
    {false, {{true, false}, {true, false}}},   // in y
    {true, {{false, false}, {false, false}}},  // across the main diagonal
    {true, {{false, true}, {true, false}}},    // across the other
}};

Spectrum oriented(const Spectrum& spectrum, const Orientation& orientation) {
    Spectrum turned;
    for (int i = 0; i < kept; ++i) {
        for (int j = 0; j < kept; ++j) {
            const float value = spectrum[i * kept + j];
            turned[orientation.transposed ? j * kept + i : i * kept + j] =
                orientation.negative[i & 1][j & 1] ? -value : value;
        }
    }
    return turned;
}

struct Analysed {
    Spectrum spectrum{};
    int quality = 0;
};

std::optional<Analysed> analyse(const QImage& given) {
    const QImage picture = readable(given);
    if (picture.width() < smallestSide || picture.height() < smallestSide) {
        return std::nullopt;
    }
    const Reduced small = reduce(picture);
    return Analysed{transform(small), qualityOf(small)};
}

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    const char lower = char(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

QByteArray PdqHash::toHex() const {
    QByteArray hex;
    hex.reserve(64);
    for (int i = 3; i >= 0; --i) {
        hex += QByteArray::number(qulonglong(words[i]), 16).rightJustified(16, '0');
    }
    return hex;
}

std::optional<PdqHash> PdqHash::fromHex(QByteArrayView hex) {
    if (hex.size() != 64) {
        return std::nullopt;
    }
    PdqHash hash;
    for (int i = 0; i < 64; ++i) {
        const int value = hexValue(hex[i]);
        if (value < 0) {
            return std::nullopt;
        }
        std::uint64_t& word = hash.words[3 - i / 16];
        word = word << 4 | std::uint64_t(value);
    }
    return hash;
}

PdqResult pdq(const QImage& picture) {
    const std::optional<Analysed> analysed = analyse(picture);
    return analysed ? PdqResult{toBits(analysed->spectrum), analysed->quality} : PdqResult{};
}

std::array<PdqResult, 8> pdqDihedral(const QImage& picture) {
    std::array<PdqResult, 8> results;
    if (const std::optional<Analysed> analysed = analyse(picture)) {
        for (std::size_t i = 0; i < results.size(); ++i) {
            results[i] = {toBits(oriented(analysed->spectrum, orientations[i])), analysed->quality};
        }
    }
    return results;
}

} // namespace moderato::features
