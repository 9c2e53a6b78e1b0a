#include "core/media/private/WireMessage.h"

#include <QDataStream>
#include <QIODevice>

namespace moderato::media {

namespace {

constexpr quint32 maxTimes = 65536;
const QByteArray hello = "ready";

} // namespace

QByteArray encode(const DecodeRequest& r) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << quint8(r.what) << r.name << r.microseconds << r.maxSize << qint32(r.sampling.segments)
        << qint32(r.sampling.parts) << r.sampling.seed.has_value() << r.sampling.seed.value_or(0)
        << r.sampling.exactMiddle << r.sampling.maxSize << r.pts << qint32(r.count) << qint32(r.sampleRate)
        << r.overview.thumbnail << qint32(r.overview.maxThumbnails) << qint32(r.overview.maxCovers)
        << qint32(r.secondsOfProcessor) << quint32(r.times.size());
    for (const std::chrono::microseconds time : r.times) {
        out << qint64(time.count());
    }
    return bytes;
}

std::optional<DecodeRequest> decodeRequest(const QByteArray& bytes) {
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    DecodeRequest r;
    quint8 what = 0;
    qint32 segments = 0, parts = 0, count = 0, sampleRate = 0, thumbnails = 0, covers = 0, seconds = 0;
    bool seeded = false;
    quint64 seed = 0;
    quint32 times = 0;
    in >> what >> r.name >> r.microseconds >> r.maxSize >> segments >> parts >> seeded >> seed >>
        r.sampling.exactMiddle >> r.sampling.maxSize >> r.pts >> count >> sampleRate >>
        r.overview.thumbnail >> thumbnails >> covers >> seconds >> times;
    if (in.status() != QDataStream::Ok || what > quint8(DecodeRequest::What::Stop) || times > maxTimes) {
        return std::nullopt;
    }
    r.what = DecodeRequest::What(what);
    r.sampling.segments = segments;
    r.sampling.parts = parts;
    r.sampling.seed = seeded ? std::optional(seed) : std::nullopt;
    r.count = count;
    r.sampleRate = sampleRate;
    r.overview.maxThumbnails = thumbnails;
    r.overview.maxCovers = covers;
    r.secondsOfProcessor = seconds;
    for (quint32 i = 0; i < times; ++i) {
        qint64 time = 0;
        in >> time;
        r.times.emplace_back(time);
    }
    return in.status() == QDataStream::Ok ? std::optional(r) : std::nullopt;
}

QByteArray encodeHello(const SandboxState& state) {
    const int bits = int(state.noFiles) | int(state.noNetwork) << 1 | int(state.fewSystemCalls) << 2 |
                     int(state.limited) << 3;
    return hello + char(bits);
}

std::optional<SandboxState> decodeHello(const QByteArray& bytes) {
    if (!bytes.startsWith(hello) || bytes.size() != hello.size() + 1) {
        return std::nullopt;
    }
    const int bits = bytes.back();
    return SandboxState{.noFiles = (bits & 1) != 0,
                        .noNetwork = (bits & 2) != 0,
                        .fewSystemCalls = (bits & 4) != 0,
                        .limited = (bits & 8) != 0};
}

} // namespace moderato::media
