#include "core/interchange/MatchResults.h"

#include "Reading.h"

namespace moderato::interchange {

TEST(MatchResults, AreReadLineByLine) {
    test::Reading reading;
    const QString path = reading.write(
        "m.jsonl",
        R"({"item":"a","reader":"r1","category":"Food","features":["smile","brow"],"started_at":"2026-05-10T17:48:12Z"}
{"item":"a","features":[]}
{"item":"b","reader":"r2","features":[]}
)");
    std::vector<MatchResult> results;
    std::vector<ReadProblem> problems;
    const auto summary = readMatchResults(
        path,
        [&](MatchResultItem item) {
            if (auto* result = std::get_if<MatchResult>(&item)) {
                results.push_back(*result);
            } else {
                problems.push_back(std::get<ReadProblem>(item));
            }
            return true;
        },
        JobContext());
    ASSERT_TRUE(summary.ok());
    ASSERT_EQ(results.size(), 2u);
    EXPECT_EQ(results[0].features, (QStringList{"smile", "brow"}));
    EXPECT_EQ(results[0].category, "food");
    EXPECT_EQ(toIso(*results[0].startedAt), "2026-05-10T17:48:12.000Z");
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].line, 2);
    EXPECT_EQ(problems[0].reason, u"The field “reader” is missing."_qs);
}

} // namespace moderato::interchange
