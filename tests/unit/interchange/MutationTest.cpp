// A short run of the fuzz targets over seeded mutations; a long one is for tests/fuzz.

#include "../../fuzz/Fuzz.h"
#include "Reading.h"
#include "core/base/Random.h"

#include <QElapsedTimer>

namespace moderato::interchange {

namespace {

QByteArray mutated(QByteArray bytes, Random& random, const QByteArray& other) {
    static const QByteArrayList tokens = {"<",        ">",
                                          "\"",       "'",
                                          "&",        "</",
                                          "<!--",     "-->",
                                          "<script>", "</style>",
                                          "{",        "}",
                                          "[",        "]",
                                          ",",        "\\u0000",
                                          "\\",       "\n",
                                          "\xff",     "&#0;",
                                          " onload=", " style='display:none'",
                                          "<table>",  "=",
                                          "<a href="};
    for (quint64 n = 1 + random.below(8); n > 0 && !bytes.isEmpty(); --n) {
        const auto at = qsizetype(random.below(quint64(bytes.size())));
        switch (random.below(6)) {
        case 0:
            bytes[at] = char(random.below(256));
            break;
        case 1:
            bytes.remove(at, qsizetype(random.below(20)));
            break;
        case 2:
            bytes.insert(at, tokens[qsizetype(random.below(quint64(tokens.size())))]);
            break;
        case 3:
            bytes.insert(at, bytes.mid(at, qsizetype(random.below(60))));
            break;
        case 4:
            bytes.truncate(at);
            break;
        default:
            bytes.insert(
                at, other.mid(qsizetype(random.below(quint64(other.size()))), qsizetype(random.below(100))));
        }
    }
    return bytes;
}

int runMutations(const QByteArrayList& seeds, int (*target)(const std::uint8_t*, std::size_t), int ms) {
    Random random(20261121);
    QElapsedTimer timer;
    timer.start();
    int runs = 0;
    while (timer.elapsed() < ms) {
        const QByteArray& seed = seeds[qsizetype(random.below(quint64(seeds.size())))];
        const QByteArray& other = seeds[qsizetype(random.below(quint64(seeds.size())))];
        const QByteArray input = mutated(seed, random, other);
        target(reinterpret_cast<const std::uint8_t*>(input.constData()), std::size_t(input.size()));
        ++runs;
    }
    return runs;
}

} // namespace

TEST(Mutations, Sanitizer) {
    const int runs = runMutations({test::dataFile("html/hostile.html")}, fuzzSanitizer, 1000);
    EXPECT_GT(runs, 20);
    printf("%d inputs\n", runs);
}

TEST(Mutations, Records) {
    const int runs =
        runMutations({" " + test::dataFile("records/good.jsonl"), "!" + test::dataFile("records/good.csv")},
                     fuzzJsonlReader, 1000);
    EXPECT_GT(runs, 20);
    printf("%d inputs\n", runs);
}

TEST(Mutations, ExpressionFiles) {
    QByteArrayList seeds;
    for (const char* name : {"openface.csv", "pyfeat.csv", "mediapipe.json", "mediapipe.jsonl", "affdex.tsv",
                             "series.csv", "mapping.csv"}) {
        seeds << test::dataFile(QStringLiteral("expressions/") + QLatin1String(name));
    }
    const int runs = runMutations(seeds, fuzzExpressionFile, 1000);
    EXPECT_GT(runs, 20);
    printf("%d inputs\n", runs);
}

} // namespace moderato::interchange
