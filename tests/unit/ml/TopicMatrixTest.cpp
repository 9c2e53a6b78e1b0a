#include "core/ml/topics/TopicMatrix.h"
#include "core/base/Random.h"
#include "core/ml/Cpu.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace moderato::ml {
namespace {

TopicMatrix randomMatrix(int rows, int columns, std::uint64_t seed) {
    TopicMatrix matrix(rows, columns);
    Random random(seed);
    for (int row = 0; row < rows; ++row) {
        for (float& value : matrix.row(row)) {
            value = float(random.uniform() * 2 - 1);
        }
    }
    return matrix;
}

std::vector<float> randomQueries(int count, int columns, std::uint64_t seed) {
    std::vector<float> queries(std::size_t(count) * std::size_t(columns));
    Random random(seed);
    for (float& value : queries) {
        value = float(random.uniform() * 2 - 1);
    }
    return queries;
}

/// All rows, sorted as the class comment says.
std::vector<RankedRow> sorted(const std::vector<float>& relevancies) {
    std::vector<RankedRow> rows;
    for (std::size_t i = 0; i < relevancies.size(); ++i) {
        rows.push_back({int(i), relevancies[i]});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const RankedRow& a, const RankedRow& b) { return a.relevancy > b.relevancy; });
    return rows;
}

TEST(TopicMatrix, FindsWhatANaiveLoopFinds) {
    for (const int columns : {1, 15, 16, 17, 100, 256}) {
        const int rows = 777;
        const TopicMatrix matrix = randomMatrix(rows, columns, 3);
        const auto queries = randomQueries(3, columns, 4); // An odd number: they are done in pairs.
        const auto found = matrix.best(queries, 10);
        ASSERT_EQ(found.size(), 3u);
        for (std::size_t q = 0; q < 3; ++q) {
            const std::span query(queries.data() + q * std::size_t(columns), std::size_t(columns));
            const std::vector<float> relevancies = matrix.relevancies(query);
            for (int row = 0; row < rows; ++row) {
                const auto values = matrix.row(row);
                const double exact = std::inner_product(values.begin(), values.end(), query.begin(), 0.0);
                ASSERT_NEAR(double(relevancies[std::size_t(row)]), exact, 1e-4);
            }
            auto wanted = sorted(relevancies);
            wanted.resize(10);
            EXPECT_EQ(found[q].rows, wanted) << columns << " columns, query " << q;
        }
    }
}

TEST(TopicMatrix, ThreadsAndQueriesDoNotChangeABit) {
    const TopicMatrix matrix = randomMatrix(40'000, 64, 5);
    const auto queries = randomQueries(8, 64, 6);
    setThreads(1);
    const auto alone = matrix.best(queries, 20);
    setThreads(3);
    const auto together = matrix.best(queries, 20);
    setThreads(1);
    for (std::size_t q = 0; q < 8; ++q) {
        EXPECT_EQ(alone[q].rows, together[q].rows);
        EXPECT_EQ(alone[q].rows, matrix.best(std::span(queries).subspan(q * 64, 64), 20)[0].rows);
    }
}

TEST(TopicMatrix, EqualOnesComeInTheOrderOfTheRows) {
    TopicMatrix matrix(40'000, 16);
    for (int row = 0; row < matrix.rows(); ++row) {
        matrix.row(row)[0] = float(row % 10 == 7);
    }
    std::vector<float> query(16);
    query[0] = 1;
    for (const int threads : {1, 4}) {
        setThreads(threads);
        std::vector<float> queries;
        for (int i = 0; i < 20; ++i) { // Enough work for all threads.
            queries.insert(queries.end(), query.begin(), query.end());
        }
        for (const Ranking& ranking : matrix.best(queries, 5)) {
            EXPECT_EQ(ranking.rows,
                      (std::vector<RankedRow>{{7, 1.0f}, {17, 1.0f}, {27, 1.0f}, {37, 1.0f}, {47, 1.0f}}));
        }
    }
    setThreads(1);
}

TEST(TopicMatrix, NanIsNeverFound) {
    TopicMatrix matrix(300, 4);
    for (int row = 0; row < 300; ++row) {
        matrix.row(row)[0] = row < 290 ? std::numeric_limits<float>::quiet_NaN() : float(row);
    }
    const std::vector<float> query{1, 0, 0, 0};
    const Ranking ranking = matrix.best(query, 20, 1)[0];
    ASSERT_EQ(ranking.rows.size(), 10u);
    EXPECT_EQ(ranking.rows[0], (RankedRow{299, 299.0f}));
    EXPECT_EQ(ranking.rows[9], (RankedRow{290, 290.0f}));
    EXPECT_NEAR(ranking.logSum, 299.4586, 1e-3);
}

TEST(TopicMatrix, AsksForMoreThanThereIsOrForNothing) {
    const TopicMatrix matrix = randomMatrix(3, 5, 1);
    const auto query = randomQueries(1, 5, 2);
    EXPECT_EQ(matrix.best(query, 100)[0].rows.size(), 3u);
    EXPECT_TRUE(matrix.best(query, 0)[0].rows.empty());
    EXPECT_TRUE(matrix.best(query, -1)[0].rows.empty());
    EXPECT_TRUE(matrix.best({}, 3).empty());
    EXPECT_TRUE(TopicMatrix(0, 5).best(query, 3)[0].rows.empty());
    EXPECT_TRUE(TopicMatrix().best(query, 3).empty());
}

TEST(TopicMatrix, LogSumIsThatOfANaiveLoop) {
    const TopicMatrix matrix = randomMatrix(70'000, 32, 8);
    const auto query = randomQueries(1, 32, 9);
    const std::vector<float> relevancies = matrix.relevancies(query);
    for (const float sharpness : {0.1f, 1.0f, 16.0f}) {
        double largest = -1e30, sum = 0;
        for (const float value : relevancies) {
            largest = std::max(largest, double(value) * double(sharpness));
        }
        for (const float value : relevancies) {
            sum += std::exp(double(value) * double(sharpness) - largest);
        }
        EXPECT_NEAR(matrix.best(query, 1, sharpness)[0].logSum, largest + std::log(sum), 1e-4);
    }
}

} // namespace
} // namespace moderato::ml
