// The search over a whole topic set beside FAISS IndexFlatIP and beside reading the matrix once, in the same
// run.
//
//     bench_topic_search [THREADS] [SMALL_QUERIES]
//
// Ten thousand topics of 256 dimensions, one query at a time: FAISS and Moderato with one thread, then
// Moderato with THREADS. A million: Moderato and a plain sum over the matrix, both with THREADS. Vectors of
// length 1 at random.
#include "core/ml/Cpu.h"
#include "core/ml/topics/TopicMatrix.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <faiss/IndexFlat.h>
#include <omp.h>
#include <random>
#include <thread>
#include <vector>

using namespace moderato::ml;

namespace {

constexpr int columns = 256, wanted = 10;

void fillUnit(std::span<float> row, std::mt19937& random) {
    std::normal_distribution<float> normal;
    float squares = 0;
    for (float& value : row) {
        value = normal(random);
        squares += value * value;
    }
    for (float& value : row) {
        value /= std::sqrt(squares);
    }
}

TopicMatrix randomTopics(int rows) {
    std::mt19937 random(1);
    TopicMatrix topics(rows, columns);
    for (int row = 0; row < rows; ++row) {
        fillUnit(topics.row(row), random);
    }
    return topics;
}

std::vector<std::vector<float>> randomQueries(int count) {
    std::mt19937 random(2);
    std::vector<std::vector<float>> queries(static_cast<std::size_t>(count), std::vector<float>(columns));
    for (auto& query : queries) {
        fillUnit(query, random);
    }
    return queries;
}

template <class Work> double milliseconds(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

struct Times {
    std::vector<double> each;

    double at(double share) {
        std::sort(each.begin(), each.end());
        return each[std::min(each.size() - 1, std::size_t(share * double(each.size())))];
    }
    void print(const char* what) {
        std::printf("%-44s p50 %8.3f ms   p99 %8.3f ms   (%zu)\n", what, at(0.5), at(0.99), each.size());
    }
};

/// Every float of the matrix is added: what reading it costs at least.
[[gnu::target_clones("arch=x86-64-v3", "default")]] float sumOf(const float* values, std::size_t count) {
    float sums[64] = {};
    for (std::size_t i = 0; i + 64 <= count; i += 64) {
        for (std::size_t lane = 0; lane < 64; ++lane) {
            sums[lane] += values[i + lane];
        }
    }
    float sum = 0;
    for (const float part : sums) {
        sum += part;
    }
    return sum;
}

volatile float kept; ///< So that the compiler leaves the reading in.

void read(const TopicMatrix& topics, int threads) {
    const float* const values = topics.row(0).data();
    const std::size_t count = std::size_t(topics.rows()) * topics.stride();
    const std::size_t part = count / std::size_t(threads) / 64 * 64;
    float sum = 0;
#pragma omp parallel for num_threads(threads) reduction(+ : sum)
    for (int i = 0; i < threads; ++i) {
        sum += sumOf(values + std::size_t(i) * part, part);
    }
    kept = sum;
}

void small(int threads, int count) {
    const TopicMatrix topics = randomTopics(10'000);
    const auto queries = randomQueries(count);
    faiss::IndexFlatIP index(columns);
    index.add(topics.rows(), topics.row(0).data());
    Times ours, theirs, many;
    int different = 0;
    for (const auto& query : queries) { // In turns, so that a disturbance meets both.
        float scores[wanted];
        faiss::Index::idx_t labels[wanted];
        omp_set_num_threads(1);
        theirs.each.push_back(milliseconds([&] { index.search(1, query.data(), wanted, scores, labels); }));
        std::vector<Ranking> found;
        setThreads(1);
        ours.each.push_back(milliseconds([&] { found = topics.best(query, wanted); }));
        setThreads(threads);
        many.each.push_back(milliseconds([&] { found = topics.best(query, wanted, 1); }));
        for (std::size_t i = 0; i < wanted; ++i) {
            different += found[0].rows[i].row != int(labels[i]);
        }
    }
    theirs.print("10,000: FAISS IndexFlatIP, 1 thread");
    ours.print("10,000: Moderato, 1 thread");
    many.print("10,000: Moderato, all threads, with log sum");
    std::printf("%d of %d places differ from FAISS\n", different, count * wanted);
}

void large(int threads, int count) {
    const TopicMatrix topics = randomTopics(1'000'000);
    Times reading, ours, withSum, batch;
    for (const auto& query : randomQueries(count)) {
        reading.each.push_back(milliseconds([&] { read(topics, threads); }));
        ours.each.push_back(milliseconds([&] { topics.best(query, wanted); }));
        withSum.each.push_back(milliseconds([&] { topics.best(query, wanted, 1); }));
    }
    std::vector<float> together;
    for (const auto& query : randomQueries(64)) {
        together.insert(together.end(), query.begin(), query.end());
    }
    batch.each.push_back(milliseconds([&] { topics.best(together, wanted); }) / 64);
    reading.print("1,000,000: reading the matrix, all threads");
    ours.print("1,000,000: Moderato, all threads");
    withSum.print("1,000,000: Moderato, with log sum");
    batch.print("1,000,000: Moderato, a query of 64");
    std::printf("1,000,000: %.3f of the time to read the matrix (medians)\n", ours.at(0.5) / reading.at(0.5));
}

} // namespace

int main(int argc, char** argv) {
    const int threads = argc > 1 ? std::atoi(argv[1]) : int(std::thread::hardware_concurrency());
    const int queries = argc > 2 ? std::atoi(argv[2]) : 2000;
    setThreads(threads);
    std::printf("%d threads\n", threads);
    small(threads, queries);
    setThreads(threads);
    large(threads, 20);
}
