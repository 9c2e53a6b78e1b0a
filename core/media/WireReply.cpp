#include "core/media/private/WireMessage.h"

#include <QDataStream>
#include <QIODevice>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace moderato::media {

namespace {

constexpr quint32 maxStreams = 256;
constexpr quint32 maxSentences = 256;
constexpr qsizetype maxSentenceLength = 2000;
constexpr int maxSide = 1 << 16;
constexpr int maxSampleRate = 1 << 20;
constexpr qint64 alignment = 64;

enum class ReplyTag : quint8 { Info, Image, Frames, Frame, Table, NoSound, Sound, Overview, Error };

// Writing: the worker's side ------------------------------------------------------------------------------

class Writer {
public:
    Writer(QByteArray& bytes, SharedMemory& memory)
        : out(&bytes, QIODevice::WriteOnly)
        , memory_(memory) {
        out.setVersion(QDataStream::Qt_6_4);
    }

    QDataStream out;
    bool fits = true;

    void write(Rational r) { out << qint32(r.numerator) << qint32(r.denominator); }

    void write(const FrameTime& time) {
        out << time.pts << time.number;
        write(time.timeBase);
    }

    /// Pictures of newPicture() are there already.
    void write(const QImage& image) {
        const bool alpha = image.hasAlphaChannel();
        const QImage plain = image.convertToFormat(alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
        const qint64 line = qint64(plain.width()) * 4;
        const bool isThere = plain.bytesPerLine() == line && memory_.holds(plain.constBits());
        uchar* place = isThere ? nullptr : memory_.take(line * plain.height());
        fits = fits && (isThere || place);
        out << qint64((isThere ? plain.constBits() : place) - memory_.data()) << qint32(plain.width())
            << qint32(plain.height()) << alpha;
        for (int y = 0; place && y < plain.height(); ++y) {
            std::memcpy(place + y * line, plain.constScanLine(y), size_t(line));
        }
    }

    template <class T> void writeArray(const std::vector<T>& values) {
        const qint64 size = qint64(values.size() * sizeof(T));
        uchar* place = memory_.take(size);
        fits = fits && place;
        out << qint64(place - memory_.data()) << quint64(values.size());
        if (place && size > 0) {
            std::memcpy(place, values.data(), size_t(size));
        }
    }

    void write(const SampledFrame& frame) {
        write(frame.time);
        write(frame.image);
    }

    template <class T> void writeList(const std::vector<T>& values) {
        out << quint32(values.size());
        for (const T& value : values) {
            write(value);
        }
    }

    void write(const StreamInfo& s) {
        out << quint8(s.type) << s.codec << s.decodable << s.size << qint32(s.rotation);
        write(s.sampleAspect);
        write(s.frameRate);
        out << qint8(s.variableFrameRate ? int(*s.variableFrameRate) : -1) << s.interlaced << s.hasBFrames
            << s.pixelFormat << qint32(s.bitDepth) << qint32(s.channels) << s.channelLayout
            << qint32(s.sampleRate) << s.isBitmap << s.startSeconds.has_value() << s.startSeconds.value_or(0);
        write(s.timeBase);
        out << s.language << s.bitRate;
    }

    void write(const QStringList& sentences) {
        out << quint32(sentences.size());
        for (const QString& sentence : sentences) {
            out << sentence;
        }
    }

    void write(const MediaInfo& info) {
        out << quint8(info.kind) << info.container << qint64(info.duration.count()) << info.frameCount
            << info.frameCountIsExact;
        write(info.problems);
        write(info.oddities);
        writeList(info.streams);
    }

private:
    SharedMemory& memory_;
};

// Reading: the program's side, from somebody who may lie ---------------------------------------------------

class Reader {
public:
    Reader(const QByteArray& bytes, const std::shared_ptr<SharedMemory>& memory)
        : in(bytes)
        , memory_(memory) {
        in.setVersion(QDataStream::Qt_6_4);
    }

    QDataStream in;

    bool isGood() const { return good_ && in.status() == QDataStream::Ok; }
    void require(bool condition) { good_ = good_ && condition; }

    template <class T> T plain() {
        T value{};
        in >> value;
        return value;
    }

    /// For people: of bounded length and without control characters.
    QString sentence() {
        QString text;
        in >> text;
        text.truncate(maxSentenceLength);
        text.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
        return text;
    }

    template <class Read> auto list(quint32 most, Read read) {
        std::vector<decltype(read())> values;
        const quint32 count = plain<quint32>();
        require(count <= most);
        for (quint32 i = 0; isGood() && i < count; ++i) {
            values.push_back(read());
        }
        return values;
    }

    QStringList sentences() {
        const auto read = list(maxSentences, [this] { return sentence(); });
        return {read.begin(), read.end()};
    }

    Rational rational() {
        const qint32 numerator = plain<qint32>();
        return {numerator, plain<qint32>()};
    }

    Rational timeBase() {
        const Rational base = rational();
        require(base.numerator > 0 && base.denominator > 0);
        return base;
    }

    FrameTime frameTime() {
        FrameTime time;
        in >> time.pts >> time.number;
        time.timeBase = timeBase();
        require(time.number >= -1);
        return time;
    }

    /// Wraps the pixels without copying them.
    QImage image() {
        const qint64 offset = plain<qint64>();
        const qint32 width = plain<qint32>();
        const qint32 height = plain<qint32>();
        const bool alpha = plain<bool>();
        require(width > 0 && height > 0 && width <= maxSide && height <= maxSide);
        require(isGood() && holds(offset, qint64(width) * 4 * height));
        if (!isGood()) {
            return {};
        }
        const auto format = alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32;
        auto* keeper = new std::shared_ptr<SharedMemory>(memory_);
        const QImage image(
            static_cast<const uchar*>(memory_->data() + offset), width, height, qsizetype(width) * 4, format,
            [](void* held) { delete static_cast<std::shared_ptr<SharedMemory>*>(held); }, keeper);
        require(!image.isNull());
        return image;
    }

    template <class T> std::vector<T> array() {
        const qint64 offset = plain<qint64>();
        const quint64 count = plain<quint64>();
        require(count <= quint64(memory_->size()) / sizeof(T));
        require(isGood() && holds(offset, qint64(count * sizeof(T))));
        std::vector<T> values(isGood() ? size_t(count) : 0);
        if (!values.empty()) {
            std::memcpy(values.data(), memory_->data() + offset, values.size() * sizeof(T));
        }
        return values;
    }

    SampledFrame sampledFrame() {
        const FrameTime time = frameTime();
        return {time, image()};
    }

    std::vector<SampledFrame> frames() {
        return list(1 << 20, [this] { return sampledFrame(); });
    }

    StreamInfo stream() {
        StreamInfo s;
        s.type = StreamInfo::Type(std::min(plain<quint8>(), quint8(StreamInfo::Type::Other)));
        s.codec = sentence();
        in >> s.decodable >> s.size;
        s.rotation = plain<qint32>();
        s.sampleAspect = rational();
        s.frameRate = rational();
        const qint8 varies = plain<qint8>();
        s.variableFrameRate = varies < 0 ? std::nullopt : std::optional(varies != 0);
        in >> s.interlaced >> s.hasBFrames;
        s.pixelFormat = sentence();
        s.bitDepth = plain<qint32>();
        s.channels = plain<qint32>();
        s.channelLayout = sentence();
        s.sampleRate = plain<qint32>();
        s.isBitmap = plain<bool>();
        const bool starts = plain<bool>();
        const double start = plain<double>();
        s.startSeconds = starts && std::isfinite(start) ? std::optional(start) : std::nullopt;
        s.timeBase = rational();
        s.language = sentence();
        s.bitRate = plain<qint64>();
        return s;
    }

    MediaInfo info() {
        MediaInfo info;
        const quint8 kind = plain<quint8>();
        require(kind <= quint8(MediaKind::Picture));
        info.kind = MediaKind(kind);
        info.container = sentence();
        info.duration = std::chrono::microseconds(plain<qint64>());
        in >> info.frameCount >> info.frameCountIsExact;
        info.problems = sentences();
        info.oddities = sentences();
        info.streams = list(maxStreams, [this] { return stream(); });
        return info;
    }

    FrameTable table() {
        FrameTable table;
        table.timeBase = timeBase();
        table.pts = array<qint64>();
        table.isKey = array<quint8>();
        require(table.pts.size() == table.isKey.size());
        require(std::ranges::adjacent_find(table.pts, std::ranges::greater_equal()) == table.pts.end());
        std::ranges::transform(table.isKey, table.isKey.begin(), [](quint8 key) { return quint8(key != 0); });
        return table;
    }

    Sound sound() {
        Sound sound;
        sound.sampleRate = plain<qint32>();
        in >> sound.startSeconds >> sound.complete;
        require(sound.sampleRate > 0 && sound.sampleRate <= maxSampleRate);
        require(std::isfinite(sound.startSeconds));
        sound.samples = array<float>();
        std::ranges::replace_if(
            sound.samples, [](float v) { return !std::isfinite(v); }, 0.0F);
        return sound;
    }

    Overview overview() {
        Overview overview;
        overview.filmstrip = frames();
        overview.shots = list(1 << 20, [this] { return frameTime(); });
        overview.covers = frames();
        in >> overview.shotsAreExact;
        return overview;
    }

    Error error() {
        Error error;
        const quint8 kind = plain<quint8>();
        error.kind = Error::Kind(std::min(kind, quint8(Error::Kind::Internal)));
        error.message = sentence();
        error.detail = sentence();
        require(!error.isCancelled() && !error.message.isEmpty());
        return error;
    }

private:
    bool holds(qint64 offset, qint64 size) const {
        return offset >= 0 && size >= 0 && offset % alignment == 0 && offset <= memory_->size() &&
               size <= memory_->size() - offset;
    }

    std::shared_ptr<SharedMemory> memory_;
    bool good_ = true;
};

struct ReplyWriter {
    Writer& w;

    void tag(ReplyTag tag) const { w.out << quint8(tag); }

    void operator()(const MediaInfo& info) const {
        tag(ReplyTag::Info);
        w.write(info);
    }
    void operator()(const QImage& image) const {
        tag(ReplyTag::Image);
        w.write(image);
    }
    void operator()(const std::vector<SampledFrame>& frames) const {
        tag(ReplyTag::Frames);
        w.writeList(frames);
    }
    void operator()(const SampledFrame& frame) const {
        tag(ReplyTag::Frame);
        w.write(frame);
    }
    void operator()(const FrameTable& table) const {
        tag(ReplyTag::Table);
        w.write(table.timeBase);
        w.writeArray(table.pts);
        w.writeArray(table.isKey);
    }
    void operator()(const std::optional<Sound>& sound) const {
        tag(sound ? ReplyTag::Sound : ReplyTag::NoSound);
        if (sound) {
            w.out << qint32(sound->sampleRate) << sound->startSeconds << sound->complete;
            w.writeArray(sound->samples);
        }
    }
    void operator()(const Overview& overview) const {
        tag(ReplyTag::Overview);
        w.writeList(overview.filmstrip);
        w.writeList(overview.shots);
        w.writeList(overview.covers);
        w.out << overview.shotsAreExact;
    }
    void operator()(const Error& error) const {
        tag(ReplyTag::Error);
        w.out << quint8(error.kind) << error.message << error.detail;
    }
};

DecodeReply read(Reader& reader, quint8 tag) {
    switch (ReplyTag(tag)) {
    case ReplyTag::Info:
        return reader.info();
    case ReplyTag::Image:
        return reader.image();
    case ReplyTag::Frames:
        return reader.frames();
    case ReplyTag::Frame:
        return reader.sampledFrame();
    case ReplyTag::Table:
        return reader.table();
    case ReplyTag::NoSound:
        return std::optional<Sound>();
    case ReplyTag::Sound:
        return std::optional<Sound>(reader.sound());
    case ReplyTag::Overview:
        return reader.overview();
    case ReplyTag::Error:
        return reader.error();
    }
    reader.require(false);
    return Error{};
}

} // namespace

std::optional<QByteArray> encode(const ReplyMessage& message, SharedMemory& memory) {
    QByteArray bytes;
    Writer writer(bytes, memory);
    writer.out << message.isLast;
    std::visit(ReplyWriter{writer}, message.reply);
    return writer.fits && bytes.size() <= maxReplyBytes ? std::optional(bytes) : std::nullopt;
}

std::optional<ReplyMessage> decodeReply(const QByteArray& bytes,
                                        const std::shared_ptr<SharedMemory>& memory) {
    Reader reader(bytes, memory);
    const bool isLast = reader.plain<bool>();
    const quint8 tag = reader.plain<quint8>();
    DecodeReply reply = read(reader, tag);
    return reader.isGood() ? std::optional(ReplyMessage{std::move(reply), isLast}) : std::nullopt;
}

} // namespace moderato::media
