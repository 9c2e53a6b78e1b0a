#include "core/usecases/ExpressionEvidence.h"
#include "core/base/Random.h"

#include <gtest/gtest.h>

#include <cmath>

namespace moderato::usecases {
namespace {

using domain::ExpressionFinding;

struct Library {
    std::vector<ReaderResult> results;
    std::vector<std::optional<bool>> verdicts;
    std::size_t readers = 0;
};

/// Items of which the first `wrong` do not belong; each is looked at by all readers, who are right with
/// probability p.
Library simulated(std::size_t items, std::size_t wrong, std::size_t readers, double p, std::uint64_t seed) {
    Random random{seed};
    Library library{.results = {}, .verdicts = std::vector<std::optional<bool>>(items), .readers = readers};
    for (std::size_t item = 0; item < items; ++item) {
        for (std::size_t reader = 0; reader < readers; ++reader) {
            const bool isRight = random.uniform() < p;
            library.results.push_back({item, reader, isRight == (item < wrong)});
        }
    }
    return library;
}

TEST(ReaderRates, EvidenceIsTheLogRatioOfItsLikelihoods) {
    const ReaderRates rates{0.8, 0.2};
    EXPECT_NEAR(rates.evidence(true), std::log(4), 1e-12);
    EXPECT_NEAR(rates.evidence(false), -std::log(4), 1e-12);
    EXPECT_NEAR(rates.information(), 0.6 * std::log(4), 1e-12);
    EXPECT_DOUBLE_EQ((ReaderRates{0.5, 0.5}.information()), 0);
}

TEST(EstimateReliability, FindsHowOftenReadersAreRightWithoutBeingTold) {
    const Library library = simulated(200, 10, 40, 0.7, 3);
    const Reliability found = estimateReliability(library.results, library.verdicts, library.readers);
    EXPECT_TRUE(found.known);
    EXPECT_NEAR(found.all.whereWrong, 0.7, 0.05);
    EXPECT_NEAR(found.all.whereRight, 0.3, 0.02);
    EXPECT_NEAR(found.wrong, 0.05, 0.02);
}

TEST(EstimateReliability, ReadersWhoGuessSayNothing) {
    const Library library = simulated(200, 10, 60, 0.5, 5);
    const Reliability found = estimateReliability(library.results, library.verdicts, library.readers);
    EXPECT_FALSE(found.known);
    for (const auto& item : weighEvidence(library.results, library.verdicts, found)) {
        EXPECT_EQ(item.finding, ExpressionFinding::NotEnough);
        EXPECT_EQ(item.readersToGo, 0);
    }
}

TEST(EstimateReliability, AReaderWhoIsOftenWrongCountsLess) {
    Library library = simulated(300, 30, 12, 0.8, 7);
    Random random{11};
    for (ReaderResult& result : library.results) {
        if (result.reader == 0) {
            result.against = random.uniform() < 0.5;
        }
    }
    const Reliability found = estimateReliability(library.results, library.verdicts, library.readers);
    EXPECT_LT(found.readers[0].information(), 0.3 * found.readers[1].information());
}

TEST(EstimateReliability, VerdictsTeachWhatResultsAloneCannot) {
    // Two items a kind with few readers: a mixture cannot be seen, verdicts say which is which.
    Library library = simulated(12, 6, 10, 0.9, 13);
    for (std::size_t item = 0; item < 12; ++item) {
        library.verdicts[item] = item < 6;
    }
    const Reliability told = estimateReliability(library.results, library.verdicts, library.readers);
    EXPECT_TRUE(told.known);
    EXPECT_NEAR(told.all.whereRight, 0.1, 0.08);
    EXPECT_GT(told.wrong, 0.1);
}

TEST(EstimateReliability, NothingAndOneResult) {
    const Reliability nothing = estimateReliability({}, {}, 0);
    EXPECT_FALSE(nothing.known);
    const std::vector<ReaderResult> one{{0, 0, true}};
    const std::vector<std::optional<bool>> nobody(1);
    const Reliability found = estimateReliability(one, nobody, 1);
    EXPECT_FALSE(found.known);
    EXPECT_TRUE(std::isfinite(found.gain));
    EXPECT_EQ(weighEvidence(one, nobody, found).front().finding, ExpressionFinding::NotEnough);
}

TEST(WeighEvidence, FindsTheMisfiledAndLeavesTheOthers) {
    const Library library = simulated(200, 10, 40, 0.75, 17);
    const Reliability reliability = estimateReliability(library.results, library.verdicts, library.readers);
    const auto found = weighEvidence(library.results, library.verdicts, reliability);
    int right = 0, flagged = 0;
    for (std::size_t item = 0; item < found.size(); ++item) {
        const bool isAgainst = found[item].finding == ExpressionFinding::DoesNotBelong;
        flagged += int(isAgainst);
        right += int(isAgainst && item < 10);
        EXPECT_EQ(found[item].readers, 40);
    }
    EXPECT_GE(right, 9);
    EXPECT_LE(flagged - right, 1);
}

TEST(WeighEvidence, TheBoundGrowsWithTheItemsThatAreTried) {
    // Evidence of ln 4 a reader: one item needs a ratio of 1/0.05, the best of a hundred one of 100/0.05.
    const Reliability reliability{
        .all = {0.8, 0.2}, .readers = {{0.8, 0.2}}, .wrong = 0.05, .gain = 10, .known = true};
    const auto findingWith = [&](int against, std::size_t items) {
        std::vector<ReaderResult> results(std::size_t(against), {0, 0, true});
        for (std::size_t item = 1; item < items; ++item) {
            results.push_back({item, 0, false});
        }
        return weighEvidence(results, std::vector<std::optional<bool>>(items), reliability).front();
    };
    EXPECT_EQ(findingWith(3, 1).finding, ExpressionFinding::DoesNotBelong) << "64 ≥ 20";
    EXPECT_EQ(findingWith(2, 1).finding, ExpressionFinding::NotEnough) << "16 < 20";
    EXPECT_EQ(findingWith(5, 100).finding, ExpressionFinding::NotEnough) << "1024 < 2000";
    EXPECT_EQ(findingWith(6, 100).finding, ExpressionFinding::DoesNotBelong) << "4096 ≥ 2000";
    EXPECT_EQ(findingWith(2, 1).readersToGo, 1) << "ln(20/16) over 0.6 ln 4";
}

TEST(WeighEvidence, AVerdictIsTheFinding) {
    const Reliability reliability{
        .all = {0.8, 0.2}, .readers = {{0.8, 0.2}}, .wrong = 0.05, .gain = 10, .known = true};
    const std::vector<ReaderResult> results(20, {0, 0, true});
    EXPECT_EQ(weighEvidence(results, std::vector<std::optional<bool>>{false}, reliability).front().finding,
              ExpressionFinding::Belongs);
}

} // namespace
} // namespace moderato::usecases
