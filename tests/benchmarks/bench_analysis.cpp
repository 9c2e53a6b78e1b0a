// What the analysis queue and the search for near duplicates cost in a library of 100,000 articles and 10,000
// videos: queueing, sketching and grouping all texts, grouping the videos by their frames, what one more item
// costs, and what a page waits for. Videos are stored as hashes; decoding is bench_decoder's.
//     bench_analysis        MODERATO_BENCH_ITEMS=100000  MODERATO_BENCH_DIR=folder on the disk to measure

#include "core/media/DecoderProcess.h"
#include "core/storage/AnalysisRepository.h"
#include "core/storage/Connection.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DuplicateRepository.h"
#include "core/storage/Library.h"
#include "core/storage/MediaFileRepository.h"
#include "core/usecases/MediaAnalysis.h"
#include "core/usecases/MediaExtractor.h"
#include "core/usecases/NearDuplicates.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace moderato;
using namespace moderato::storage;
using namespace moderato::usecases;

namespace {

template <class T> T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().message),
                     qPrintable(result.error().detail));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

template <class F> double timed(const char* what, F f) {
    const auto begin = std::chrono::steady_clock::now();
    f();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf("%-58s %9.3f s\n", what, took.count());
    std::fflush(stdout);
    return took.count();
}

constexpr int framesEach = 30;
std::mt19937_64 source(2026);

QString words(int count) {
    QString text;
    for (int i = 0; i < count; ++i) {
        text += QStringLiteral("w%1 ").arg(source() % 5000);
    }
    return text;
}

/// Every tenth is an edit of the one before.
void addArticles(Library& library, qint64 count) {
    QString body;
    for (qint64 begin = 0; begin < count; begin += 2000) {
        must(library.writeAndWait(
            [&](Connection& connection) -> Status {
                for (qint64 i = begin; i < std::min(begin + 2000, count); ++i) {
                    body = i % 10 == 9 ? body + QStringLiteral("and more.") : words(60);
                    domain::Content content;
                    content.title = QStringLiteral("Article %1").arg(i % 10 == 9 ? i - 1 : i);
                    content.body = body;
                    must(ContentRepository(connection).insert(content));
                }
                return {};
            },
            Durability::Normal));
    }
}

/// Every tenth has the frames of the one before, each with a few bits changed.
void addVideos(Library& library, int count) {
    std::vector<features::PdqHash> hashes(framesEach);
    for (int begin = 0; begin < count; begin += 100) {
        must(library.writeAndWait(
            [&](Connection& connection) -> Status {
                for (int i = begin; i < std::min(begin + 100, count); ++i) {
                    domain::Content content;
                    content.kind = domain::ContentKind::Video;
                    content.title = QStringLiteral("Video %1").arg(i);
                    const auto id = must(ContentRepository(connection).insert(content)).id;
                    StoredFile file;
                    file.sha256 = QByteArray::number(i).rightJustified(64, '0');
                    file.extractor = extractorVersion;
                    file.medium = QStringLiteral("video");
                    file.probe = "{}";
                    std::vector<StoredFrame> frames;
                    for (features::PdqHash& hash : hashes) {
                        if (i % 10 != 9) {
                            hash.words = {source(), source(), source(), source()};
                        } else {
                            hash.words[source() % 4] ^= 0xffULL << (source() % 56);
                        }
                        const QByteArray bytes = toBytes(hash);
                        frames.push_back({qint64(frames.size()), QStringLiteral("1/1"), double(frames.size()),
                                          qint64(frames.size()), 100, bytes, 100, bytes});
                    }
                    MediaFileRepository media(connection);
                    must(media.link(id, 0, must(media.save(file, frames, std::nullopt))));
                    must(AnalysisRepository(connection).enqueue(extractorVersion, id, 1, {}));
                    must(AnalysisRepository(connection).finish(id, {}, {}));
                }
                return {};
            },
            Durability::Normal));
    }
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const qint64 articles = std::max(100, qEnvironmentVariable("MODERATO_BENCH_ITEMS", "100000").toInt());
    QTemporaryDir scratch(qEnvironmentVariable("MODERATO_BENCH_DIR", QStringLiteral("/tmp")) +
                          QStringLiteral("/bench_analysis"));
    const SystemClock clock;
    auto library = must(Library::open(scratch.path(), OpenMode::ReadWrite, clock));
    media::DecoderProcess decoder(QCoreApplication::applicationFilePath());
    MediaAnalysis analysis(*library, decoder, clock);
    NearDuplicates duplicates(*library, clock);
    const int videos = int(articles / 10);

    std::printf("%lld articles, %d videos of %d frames\n", static_cast<long long>(articles), videos,
                framesEach);
    addArticles(*library, articles);
    timed("queue all articles", [&] { must(analysis.enqueue()); });
    timed("queue again: nothing is new", [&] { must(analysis.enqueue()); });
    const double texts = timed("sketch and group all articles", [&] { must(analysis.run({})); });
    std::printf("%58s %9.0f a second\n", "", double(articles) / texts);
    addVideos(*library, videos);
    const double grouped = timed("group all videos", [&] { must(duplicates.update({})); });
    std::printf("%58s %9.0f a second\n", "", videos / grouped);
    std::printf("%lld groups\n", static_cast<long long>(must(duplicates.update({}))));
    domain::Content one;
    one.title = QStringLiteral("One more article");
    one.body = words(60);
    must(library->writeAndWait([&](Connection& c) { return ContentRepository(c).insert(one); }));
    timed("queue, sketch and group one more article", [&] { must(analysis.run({})); });
    constexpr int reads = 1000;
    const auto groups = must(duplicates.groups({}, reads));
    std::vector<double> waits;
    for (const auto& group : groups) {
        const auto begin = std::chrono::steady_clock::now();
        must(duplicates.of(group.front()));
        waits.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(waits.begin(), waits.end());
    if (!waits.empty()) {
        std::printf("near duplicates of an item: p50 %.3f ms, p95 %.3f ms (%zu items)\n",
                    waits[waits.size() / 2], waits[waits.size() * 95 / 100], waits.size());
    }
    return 0;
}
