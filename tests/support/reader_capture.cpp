// Reader mode's capture without a window: a clip as the camera, the calm page, one item, its session in a
// library. Says on standard output, in hexadecimal, stretches of the frames it was given, so that whoever
// watches it (no_frames_on_disk.py) can look for them in what it writes.
//     reader_capture LIBRARY CLIP RESOURCES DECODER [--leak raw|png|deleted|mapped]
// A leak writes one frame on purpose, to show that it would be found.

#include "core/base/Clock.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/ClipFeed.h"
#include "core/usecases/ReaderMode.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/mman.h>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <future>
#include <set>

using namespace moderato;

namespace {

constexpr int stretch = 48;     ///< Bytes that are looked for at once.
constexpr int fewestTones = 12; ///< An even stretch may stand anywhere.

template <class T> T must(Result<T> result) {
    if (!result.ok()) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().message),
                     qPrintable(result.error().detail));
        std::exit(2);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

void say(const char* what, const QByteArray& row) {
    for (qsizetype from = 0; from + stretch <= row.size(); from += stretch) {
        const QByteArray part = row.mid(from, stretch);
        if (std::set<char>(part.begin(), part.end()).size() >= fewestTones) {
            std::printf("%s %s\n", what, part.toHex().constData());
            return;
        }
    }
}

QByteArray rowOf(const QImage& image, int y, int bytes) {
    return {reinterpret_cast<const char*>(image.constScanLine(y)), bytes};
}

/// Y, U, V of a row (BT.601, as cameras give it).
std::array<QByteArray, 3> yuvOf(const QImage& rgb, int y) {
    std::array<QByteArray, 3> planes;
    for (int x = 0; x < rgb.width(); ++x) {
        const QRgb p = rgb.pixel(x, y);
        const double r = qRed(p), g = qGreen(p), b = qBlue(p);
        planes[0].append(char(std::lround(0.299 * r + 0.587 * g + 0.114 * b)));
        planes[1].append(char(std::lround(128 - 0.169 * r - 0.331 * g + 0.5 * b)));
        planes[2].append(char(std::lround(128 + 0.5 * r - 0.419 * g - 0.081 * b)));
    }
    return planes;
}

void sayFrame(const QImage& frame) {
    const QImage grey = frame.convertToFormat(QImage::Format_Grayscale8);
    const QImage rgb = frame.convertToFormat(QImage::Format_RGB888);
    const QImage words = frame.convertToFormat(QImage::Format_RGB32);
    for (int part = 1; part < 4; ++part) {
        const int y = frame.height() * part / 4;
        say("grey", rowOf(grey, y, grey.width()));
        say("rgb", rowOf(rgb, y, 3 * rgb.width()));
        say("rgb32", rowOf(words, y, 4 * words.width()));
        const auto yuv = yuvOf(rgb, y);
        say("y", yuv[0]);
        say("u", yuv[1]);
        say("v", yuv[2]);
    }
}

void sayFace(const ml::AlignedFace& face) {
    say("aligned",
        {reinterpret_cast<const char*>(face.pixels.data()) + 60 * ml::alignedFaceSize, ml::alignedFaceSize});
}

void leak(const QString& how, const QString& folder, const QImage& frame) {
    const QString path = folder + QStringLiteral("/leak");
    if (how == QLatin1String("png")) {
        frame.save(path, "PNG");
        return;
    }
    const QImage grey = frame.convertToFormat(QImage::Format_Grayscale8);
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)) {
        return;
    }
    if (how == QLatin1String("mapped")) {
        file.resize(grey.sizeInBytes());
        uchar* map = static_cast<uchar*>(::mmap(nullptr, std::size_t(grey.sizeInBytes()),
                                                PROT_READ | PROT_WRITE, MAP_SHARED, file.handle(), 0));
        std::memcpy(map, grey.constBits(), std::size_t(grey.sizeInBytes()));
        ::munmap(map, std::size_t(grey.sizeInBytes()));
        return;
    }
    file.write(reinterpret_cast<const char*>(grey.constBits()), grey.sizeInBytes());
    if (how == QLatin1String("deleted")) {
        file.remove();
    }
}

/// The face, or where none is found the middle of the frame, so that the models see pixels of any clip.
usecases::FaceWatch::FindFace finderOf(const QString& resources) {
    const auto reader = std::make_shared<usecases::FaceReader>(must(usecases::FaceReader::open(resources)));
    return [reader](const QImage& image) -> std::optional<usecases::FaceInFrame> {
        if (auto face = reader->next(image)) {
            sayFace(face->aligned);
            return face;
        }
        const features::FaceFrame frame(image);
        usecases::FaceInFrame face;
        face.confidence = 1;
        face.aligned.pixels =
            frame.patch({image.width() / 2.0, image.height() / 2.0, 1, 0}, ml::alignedFaceSize).pixels;
        sayFace(face.aligned);
        return face;
    };
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5) {
        std::fprintf(stderr,
                     "reader_capture LIBRARY CLIP RESOURCES DECODER [--leak raw|png|deleted|mapped]\n");
        return 2;
    }
    const QString folder = arguments[1], resources = arguments[3];
    const QString leaks = arguments.value(6);
    const SystemClock clock;
    const auto library = must(storage::Library::open(folder, storage::OpenMode::ReadWrite, clock));
    const domain::ContentId item =
        must(library->writeAndWait([](storage::Connection& connection) -> Result<domain::ContentId> {
            domain::Content content;
            content.title = QStringLiteral("An item");
            content.givenCategory = QStringLiteral("fun");
            const auto added = storage::ContentRepository(connection).insert(content);
            if (!added.ok()) {
                return added.error();
            }
            const Status set = storage::ReaderRepository(connection)
                                   .saveSet({QStringLiteral("fun"),
                                             {"eyes_wide_open", "brows_raised", "cheeks_raised"},
                                             {"nose_wrinkled", "lip_corners_down"}});
            return set.ok() ? Result(added->id) : Result<domain::ContentId>(set.error());
        }));
    usecases::ReaderMode mode(*library, clock);
    must(mode.setOn(true));
    const auto task = must(mode.task(item));

    usecases::FaceWatch watch(
        finderOf(resources),
        [resources](auto resting) { return usecases::expressionRecognizers(resources, resting); },
        {.every = std::chrono::milliseconds(0)});
    usecases::ClipFeed feed(arguments[2], {.program = arguments[4]});
    std::atomic<int> frames = 0;
    const auto play = [&] {
        std::promise<void> ended;
        feed.start({.frame =
                        [&](const QImage& frame) {
                            watch.offer(frame, std::chrono::milliseconds(40 * frames));
                            sayFrame(frame);
                            ++frames;
                            if (frames == 20 && !leaks.isEmpty()) {
                                leak(leaks, folder, frame);
                            }
                        },
                    .failed =
                        [](const Error& error) {
                            std::fprintf(stderr, "%s\n", qPrintable(error.message));
                            std::exit(2);
                        },
                    .ended = [&ended] { ended.set_value(); }});
        ended.get_future().wait();
        feed.stop();
    };
    watch.beginResting();
    play();
    watch.begin(task.features);
    play();
    const auto measured = must(watch.finish());
    const auto stored = must(mode.store({.item = item,
                                         .reader = QStringLiteral("r1"),
                                         .category = task.category,
                                         .source = feed.source(),
                                         .startedAt = clock.now(),
                                         .measured = measured},
                                        {}));
    std::printf("stored frames=%d usable=%lld resting=%d models=%lld result=%d\n", int(frames),
                static_cast<long long>(measured.usable), int(measured.withResting),
                static_cast<long long>(measured.models.size()), stored.matchResult);
    // With the library still open, so that its files can be searched.
    std::printf("ready\n");
    std::fflush(stdout);
    std::getchar();
    return 0;
}
