// Scanning a million PDQ hashes beside FAISS IndexBinaryFlat in the same run, one thread each; PDQ of
// pictures; matching of videos; MinHash.
#include "core/features/Bars.h"
#include "core/features/MinHash.h"
#include "core/features/PerceptualHash.h"
#include "core/features/private/ScanKernels.h"

#include <QPainter>

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <faiss/IndexBinaryFlat.h>
#include <faiss/impl/AuxIndexStructures.h>
#include <iostream>
#include <omp.h>
#include <random>

using namespace moderato::features;

namespace {

constexpr std::size_t known = 1'000'000;

std::vector<PdqHash> randomHashes(std::size_t count, unsigned seed) {
    std::mt19937_64 random(seed);
    std::vector<PdqHash> hashes(count);
    for (PdqHash& hash : hashes) {
        for (std::uint64_t& word : hash.words) {
            word = random();
        }
    }
    return hashes;
}

std::vector<PdqHash> queriesOf(std::size_t count) {
    return randomHashes(count, 2);
}

/// A million, with ten neighbours of every query among them.
const std::vector<PdqHash>& hashes() {
    static const std::vector<PdqHash> made = [] {
        std::vector<PdqHash> all = randomHashes(known, 1);
        const std::vector<PdqHash> queries = queriesOf(64);
        for (std::size_t i = 0; i < 640; ++i) {
            PdqHash& planted = all[i * 1561 + 17];
            planted = queries[i % 64];
            planted.words[i % 4] ^= (std::uint64_t(1) << i % 40) - 1;
        }
        return all;
    }();
    return made;
}

faiss::IndexBinaryFlat& faissIndex() {
    static faiss::IndexBinaryFlat* const index = [] {
        auto* made = new faiss::IndexBinaryFlat(256);
        made->add(std::int64_t(hashes().size()), reinterpret_cast<const std::uint8_t*>(hashes().data()));
        return made;
    }();
    return *index;
}

std::size_t faissMatches(const std::vector<PdqHash>& queries, int radius) {
    faiss::RangeSearchResult result(queries.size());
    // FAISS counts distances below its radius.
    faissIndex().range_search(std::int64_t(queries.size()),
                              reinterpret_cast<const std::uint8_t*>(queries.data()), radius + 1, &result);
    return result.lims[queries.size()];
}

void scanOurs(benchmark::State& state) {
    const std::vector<PdqHash> queries = queriesOf(std::size_t(state.range(0)));
    hashes();
    for (auto _ : state) {
        benchmark::DoNotOptimize(scan(queries, hashes(), pdqMatchDistance));
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(queries.size() * known));
}

void scanFaiss(benchmark::State& state) {
    const std::vector<PdqHash> queries = queriesOf(std::size_t(state.range(0)));
    faissIndex();
    for (auto _ : state) {
        benchmark::DoNotOptimize(faissMatches(queries, pdqMatchDistance));
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(queries.size() * known));
}

/// What a processor without AVX-512, or without POPCNT, would take for one query.
void scanKernel(benchmark::State& state) {
    const auto kernel = ScanKernel(state.range(0));
    if (!supported(kernel)) {
        state.SkipWithError("this processor has not got it");
        return;
    }
    const PdqHash query = queriesOf(1).front();
    for (auto _ : state) {
        std::vector<HashMatch> matches;
        scanBlock(kernel, query, hashes(), pdqMatchDistance, 0, 0, matches);
        benchmark::DoNotOptimize(matches);
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t(known));
}

QImage picture(int width, int height) {
    QImage made(width, height, QImage::Format_RGB32);
    QPainter painter(&made);
    for (int i = 0; i < 200; ++i) {
        painter.fillRect(i * 37 % width, i * 53 % height, width / 5, height / 7,
                         QColor::fromHsv(i * 7 % 360, 200, 255));
    }
    return made;
}

void pdqOfPicture(benchmark::State& state) {
    const QImage made = picture(int(state.range(0)), int(state.range(1)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(pdq(made));
    }
}

void pdqOfEightOrientations(benchmark::State& state) {
    const QImage made = picture(512, 512);
    for (auto _ : state) {
        benchmark::DoNotOptimize(pdqDihedral(made));
    }
}

void barsOfPicture(benchmark::State& state) {
    QImage made(1920, 1080, QImage::Format_RGB32);
    made.fill(Qt::black);
    QPainter(&made).drawImage(0, 140, picture(1920, 800));
    for (auto _ : state) {
        benchmark::DoNotOptimize(contentRect(made));
    }
}

/// Two hours at a frame a second, with nothing in common: the slowest case.
void matchTwoVideos(benchmark::State& state) {
    const auto video = [](unsigned seed) {
        std::vector<VideoFrameHash> frames;
        for (const PdqHash& hash : randomHashes(7200, seed)) {
            frames.push_back({int(frames.size()), 100, hash, double(frames.size())});
        }
        return frames;
    };
    const auto query = video(5), target = video(6);
    for (auto _ : state) {
        benchmark::DoNotOptimize(matchVideos(query, target));
    }
}

void minHashOfTexts(benchmark::State& state) {
    std::minstd_rand random(7);
    QString text;
    while (text.size() < state.range(0)) {
        text += QChar('a' + int(random() % 26));
        text += random() % 6 == 0 ? u" "_qs : QString();
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(minHash(text));
    }
    state.SetItemsProcessed(state.iterations());
    state.SetBytesProcessed(state.iterations() * text.size());
}

} // namespace

BENCHMARK(scanOurs)->Arg(1)->Arg(8)->Arg(64)->Unit(benchmark::kMillisecond);
BENCHMARK(scanFaiss)->Arg(1)->Arg(8)->Arg(64)->Unit(benchmark::kMillisecond);
BENCHMARK(scanKernel)->Arg(0)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);
BENCHMARK(pdqOfPicture)
    ->Args({512, 512})
    ->Args({1920, 1080})
    ->Args({4000, 3000})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(pdqOfEightOrientations)->Unit(benchmark::kMillisecond);
BENCHMARK(barsOfPicture)->Unit(benchmark::kMillisecond);
BENCHMARK(matchTwoVideos)->Unit(benchmark::kMillisecond);
BENCHMARK(minHashOfTexts)->Arg(100)->Arg(1000)->Arg(10000)->Unit(benchmark::kMicrosecond);

int main(int argc, char** argv) {
    omp_set_num_threads(1);
    const std::vector<PdqHash> queries = queriesOf(64);
    const std::size_t ours = scan(queries, hashes(), pdqMatchDistance).size();
    const std::size_t theirs = faissMatches(queries, pdqMatchDistance);
    std::cerr << "64 queries: " << ours << " matches of ours, " << theirs << " of FAISS\n";
    if (ours != theirs || ours == 0) {
        return EXIT_FAILURE;
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
