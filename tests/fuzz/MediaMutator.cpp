#include "MediaMutator.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <iterator>

namespace moderato::test {

namespace {

constexpr qsizetype headerBytes = 4096;
constexpr int deepest = 12;

class Chance {
public:
    explicit Chance(quint64 seed)
        : engine_(seed) {}

    /// 0…`end` − 1; 0 where `end` is 0. The same on every system, unlike the library's distributions.
    qsizetype below(qsizetype end) { return end <= 0 ? 0 : qsizetype(engine_() % quint64(end)); }
    bool oneIn(qsizetype n) { return below(n) == 0; }
    quint64 bits() { return engine_(); }

private:
    std::mt19937_64 engine_;
};

// Where the headers are ------------------------------------------------------------------------------------

void findBoxes(const QByteArray& bytes, qsizetype from, qsizetype to, int depth,
               std::vector<qsizetype>& found) {
    static const QList<QByteArray> holders = {"moov", "trak", "mdia", "minf", "stbl", "edts",
                                              "udta", "moof", "traf", "mvex", "dinf", "meta"};
    while (from + 8 <= to && depth < deepest) {
        const qint64 size = qFromBigEndian<quint32>(bytes.constData() + from);
        const QByteArray type = bytes.mid(from + 4, 4);
        found.push_back(from);
        if (size < 8 || size > to - from) {
            return;
        }
        if (holders.contains(type)) {
            findBoxes(bytes, from + (type == "meta" ? 12 : 8), from + size, depth + 1, found);
        } else if (type != "mdat") {
            for (qsizetype field = from + 8; field + 4 <= std::min(from + size, from + 40); field += 4) {
                found.push_back(field); // Counts, times, sizes of samples.
            }
        }
        from += size;
    }
}

void findElements(const QByteArray& bytes, std::vector<qsizetype>& found) {
    static const QList<QByteArray> elements = {
        QByteArray::fromHex("1A45DFA3"), QByteArray::fromHex("18538067"), QByteArray::fromHex("1549A966"),
        QByteArray::fromHex("1654AE6B"), QByteArray::fromHex("1F43B675"), QByteArray::fromHex("1C53BB6B"),
        QByteArray::fromHex("114D9B74"), QByteArray::fromHex("63A2"),     QByteArray::fromHex("2AD7B1"),
        QByteArray::fromHex("4489")};
    for (const QByteArray& id : elements) {
        for (qsizetype at = bytes.indexOf(id); at >= 0 && found.size() < 4096;
             at = bytes.indexOf(id, at + 1)) {
            found.push_back(at);
            found.push_back(at + id.size());
        }
    }
}

void findChunks(const QByteArray& bytes, std::vector<qsizetype>& found) {
    static const QList<QByteArray> chunks = {"RIFF", "LIST", "fmt ", "data", "avih", "strh", "strf",
                                             "idx1", "IHDR", "IDAT", "PLTE", "VP8 ", "VP8X", "OggS"};
    for (const QByteArray& id : chunks) {
        for (qsizetype at = bytes.indexOf(id); at >= 0 && found.size() < 4096;
             at = bytes.indexOf(id, at + 1)) {
            found.push_back(at + 4);
            found.push_back(std::max<qsizetype>(at - 4, 0));
        }
    }
}

std::vector<qsizetype> headersOf(const QByteArray& bytes) {
    std::vector<qsizetype> found;
    if (bytes.mid(4, 4) == "ftyp" || bytes.mid(4, 4) == "moov") {
        findBoxes(bytes, 0, bytes.size(), 0, found);
    } else if (bytes.startsWith(QByteArray::fromHex("1A45DFA3"))) {
        findElements(bytes, found);
    } else {
        findChunks(bytes, found);
    }
    return found;
}

// The kinds of damage --------------------------------------------------------------------------------------

struct Patient {
    QByteArray& bytes;
    const std::vector<qsizetype>& headers;
    Chance& chance;

    /// Half of the time near the beginning or in a header.
    qsizetype place() const {
        if (chance.oneIn(2)) {
            return chance.below(bytes.size());
        }
        if (!headers.empty() && !chance.oneIn(3)) {
            const qsizetype header = headers[size_t(chance.below(qsizetype(headers.size())))];
            return std::clamp<qsizetype>(header + chance.below(12), 0, bytes.size() - 1);
        }
        return chance.below(std::min(bytes.size(), headerBytes));
    }
    qsizetype length(qsizetype most) const { return 1 + chance.below(std::min(most, bytes.size())); }
};

QString flipBits(const Patient& p) {
    const qsizetype count = 1 + p.chance.below(64);
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype at = p.place();
        p.bytes[at] = char(p.bytes[at] ^ (1 << p.chance.below(8)));
    }
    return QStringLiteral("flip %1 bits").arg(count);
}

QString overwrite(const Patient& p) {
    const qsizetype at = p.place();
    const qsizetype count = std::min(p.length(512), p.bytes.size() - at);
    const bool zeros = p.chance.oneIn(3);
    for (qsizetype i = 0; i < count; ++i) {
        p.bytes[at + i] = zeros ? '\0' : char(p.chance.bits());
    }
    return QStringLiteral("overwrite %1 at %2").arg(count).arg(at);
}

QString copyBlock(const Patient& p) {
    const QByteArray block = p.bytes.mid(p.place(), p.length(8192));
    const qsizetype to = p.place();
    p.bytes.replace(to, std::min(block.size(), p.bytes.size() - to), block);
    return QStringLiteral("copy %1 to %2").arg(block.size()).arg(to);
}

QString insertGarbage(const Patient& p) {
    QByteArray garbage(p.length(4096), Qt::Uninitialized);
    std::ranges::generate(garbage, [&p] { return char(p.chance.bits()); });
    const qsizetype at = p.place();
    p.bytes.insert(at, garbage);
    return QStringLiteral("insert %1 at %2").arg(garbage.size()).arg(at);
}

QString removeBlock(const Patient& p) {
    const qsizetype at = p.place();
    const qsizetype count = std::min(p.length(4096), p.bytes.size() - 1);
    p.bytes.remove(at, count);
    return QStringLiteral("remove %1 at %2").arg(count).arg(at);
}

QString truncate(const Patient& p) {
    const qsizetype at = 1 + p.place();
    p.bytes.truncate(at);
    return QStringLiteral("cut at %1").arg(at);
}

/// A number as decoders fear them, where a size or a count stands.
QString lie(const Patient& p) {
    static constexpr quint32 feared[] = {0,          1,          2,          7,          8,
                                         0x7F,       0x80,       0xFF,       0x100,      0x7FFF,
                                         0x8000,     0xFFFF,     0x10000,    0x00FFFFFF, 0x3FFFFFFF,
                                         0x40000000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0, 0xFFFFFFFF};
    const bool known = !p.headers.empty();
    const qsizetype at = known ? p.headers[size_t(p.chance.below(qsizetype(p.headers.size())))]
                               : p.chance.below(std::min(p.bytes.size(), headerBytes));
    if (at + 4 > p.bytes.size()) {
        return flipBits(p);
    }
    const quint32 value = p.chance.oneIn(4) ? qFromBigEndian<quint32>(p.bytes.constData() + at) +
                                                  quint32(p.chance.below(33)) - 16
                                            : feared[p.chance.below(std::ssize(feared))];
    if (p.chance.oneIn(4)) {
        qToLittleEndian(value, p.bytes.data() + at);
    } else {
        qToBigEndian(value, p.bytes.data() + at);
    }
    return QStringLiteral("write %1 at %2").arg(value).arg(at);
}

/// One header becomes another: a box of samples is read as a box of times.
QString exchangeTypes(const Patient& p) {
    if (p.headers.size() < 2) {
        return copyBlock(p);
    }
    const qsizetype from = p.headers[size_t(p.chance.below(qsizetype(p.headers.size())))];
    const qsizetype to = p.headers[size_t(p.chance.below(qsizetype(p.headers.size())))];
    if (std::max(from, to) + 8 > p.bytes.size()) {
        return flipBits(p);
    }
    p.bytes.replace(to + 4, 4, p.bytes.mid(from + 4, 4));
    return QStringLiteral("type of %1 to %2").arg(from).arg(to);
}

using Damage = QString (*)(const Patient&);
constexpr Damage damages[] = {flipBits, overwrite, copyBlock, insertGarbage, removeBlock,
                              truncate, lie,       lie,       lie,           exchangeTypes};

} // namespace

MediaMutator::MediaMutator(const QStringList& folders, qint64 maxBytes) {
    for (const QString& folder : folders) {
        const QDir dir(folder);
        for (const QString& name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            if (file.size() > 0 && file.size() <= maxBytes && file.open(QIODevice::ReadOnly)) {
                const QByteArray bytes = file.readAll();
                sources_.push_back({name, bytes, headersOf(bytes)});
            }
        }
    }
}

MediaMutator::Mutant MediaMutator::make(quint64 seed) const {
    Chance chance(seed);
    const Source& source = sources_[chance.below(sources_.size())];
    Mutant mutant{source.name, {}, source.bytes};
    QStringList done;
    const qsizetype count = 1 + chance.below(4);
    for (qsizetype i = 0; i < count; ++i) {
        const Patient patient{mutant.bytes, source.headers, chance};
        done << damages[chance.below(std::ssize(damages))](patient);
    }
    mutant.done = done.join(QStringLiteral(", "));
    return mutant;
}

} // namespace moderato::test
