#include "Clips.h"
#include "tests/fuzz/MutantRun.h"

#include <QFileInfo>

namespace moderato::media {

// A short version of tests/benchmarks/mutated_files.cpp, which opens ten thousand.
TEST(Mutants, CostNothingButThemselves) {
    const QTemporaryDir folder;
    const test::MediaMutator mutator({QFileInfo(test::clip("plain.mp4")).absolutePath()});
    ASSERT_GT(mutator.sources(), 10);
    DecoderProcess decoder(DecoderOptions{.program = TEST_DECODE_WORKER, .arguments = {"real"}});
    const test::MutantReport report =
        test::runMutants(decoder, mutator, 1, 200, folder.path(), test::clip("counted.mp4"));
    EXPECT_EQ(report.files, 200);
    EXPECT_EQ(report.requests, 800);
    EXPECT_EQ(report.unclear, 0);
    EXPECT_TRUE(report.intactStayedTheSame);
    EXPECT_GT(report.answered, 0);
    for (const QString& broke : report.broke) {
        printf("The worker was replaced after %s\n", qPrintable(broke));
    }
}

TEST(Mutants, AreTheSameForTheSameSeed) {
    const test::MediaMutator mutator({QFileInfo(test::clip("plain.mp4")).absolutePath()});
    EXPECT_EQ(mutator.make(7).bytes, mutator.make(7).bytes);
    EXPECT_NE(mutator.make(7).bytes, mutator.make(8).bytes);
    for (quint64 seed = 0; seed < 500; ++seed) {
        EXPECT_FALSE(mutator.make(seed).bytes.isEmpty()) << seed;
    }
}

} // namespace moderato::media
