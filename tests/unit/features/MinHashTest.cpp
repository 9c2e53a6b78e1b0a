#include "core/features/MinHash.h"

#include <QSet>
#include <QStringList>

#include <cmath>
#include <gtest/gtest.h>
#include <random>

namespace moderato::features {

namespace {

/// Text of random syllables: `words` of them, the same for a seed.
QStringList syllables(int words, unsigned seed) {
    std::minstd_rand random(seed + 1);
    QStringList list;
    for (int i = 0; i < words; ++i) {
        QString word;
        for (int k = 0; k < 2 + int(random() % 3); ++k) {
            word += QLatin1StringView("bcdfghklmnprstvw")[random() % 16];
            word += QLatin1StringView("aeiou")[random() % 5];
        }
        list << word;
    }
    return list;
}

/// The first words changed to others.
QString changed(QStringList words, int count, unsigned seed) {
    const QStringList others = syllables(count, seed);
    for (int i = 0; i < count; ++i) {
        words[i] = others[i];
    }
    return words.join(' ');
}

/// Exact Jaccard similarity of the shingles of texts of small letters and single spaces.
double exactSimilarity(const QString& a, const QString& b) {
    const auto shingles = [](const QString& text) {
        const QString padded = "####" + text + "####";
        QSet<QString> set;
        for (qsizetype i = 0; i + 5 <= padded.size(); ++i) {
            set << padded.mid(i, 5);
        }
        return set;
    };
    const QSet<QString> ours = shingles(a), theirs = shingles(b);
    const double common = double((QSet<QString>(ours) & theirs).size());
    return common / (double(ours.size() + theirs.size()) - common);
}

bool shareABand(const QString& a, const QString& b) {
    const auto ours = bands(minHash(a)), theirs = bands(minHash(b));
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (ours[i] == theirs[i]) {
            return true;
        }
    }
    return false;
}

double similarity(const QString& a, const QString& b) {
    return minHash(a).similarity(minHash(b));
}

} // namespace

TEST(MinHash, EstimatesTheSimilarityOfShingles) {
    int pairs = 0, close = 0;
    double squares = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const QStringList words = syllables(60 + int(seed % 5) * 60, seed);
        const QString text = words.join(' ');
        const QString other = changed(words, int(words.size()) * int(seed % 10) / 10, seed + 1000);
        const double error = similarity(text, other) - exactSimilarity(text, other);
        ++pairs;
        close += std::abs(error) <= 0.1 ? 1 : 0;
        squares += error * error;
        EXPECT_LE(std::abs(error), 0.2) << seed;
    }
    // The standard error of 128 places is √(J(1−J)/128) ≤ 0.0442: two in a hundred may miss 0.1.
    EXPECT_GE(close, pairs * 97 / 100);
    EXPECT_LE(std::sqrt(squares / pairs), 0.0442);
}

TEST(MinHash, BandsFindSimilarPairsAndFewOthers) {
    int similar = 0, found = 0, far = 0, wrong = 0;
    for (unsigned seed = 0; seed < 400; ++seed) {
        const QStringList words = syllables(150, seed);
        const int count = seed % 2 == 0 ? int(seed / 2 % 13) : 100 + int(seed % 50);
        const QString text = words.join(' '), other = changed(words, count, seed + 5000);
        const double exact = exactSimilarity(text, other);
        if (exact >= 0.8) {
            ++similar;
            found += shareABand(text, other) ? 1 : 0;
        } else if (exact <= 0.4) {
            ++far;
            wrong += shareABand(text, other) ? 1 : 0;
        }
    }
    ASSERT_GE(similar, 100);
    ASSERT_GE(far, 100);
    EXPECT_GE(found, similar * 95 / 100) << similar;
    EXPECT_LE(wrong, far * 5 / 100) << far;
}

TEST(MinHash, SpellingOfTheSameTextDoesNotMatter) {
    const QString text = u"The quick brown fox jumps over the lazy dog, again and again"_qs;
    EXPECT_EQ(similarity(text, u"  THE quick  brown\nfox; jumps over the lazy DOG – again and again!!"_qs),
              1);
    EXPECT_EQ(similarity(text, u"Ｔｈｅ quick brown fox jumps over the lazy dog, again and again"_qs), 1);
    EXPECT_EQ(similarity(u"Straße nach Süden"_qs, u"STRASSE NACH SÜDEN"_qs), 1);
    EXPECT_EQ(minHash(text).values, minHash(text).values);
}

TEST(MinHash, ChineseByThreeCharacters) {
    const QString text = u"我们在北京学习中文，每天都去图书馆看书，晚上和朋友一起吃饭，周末去公园散步。"_qs;
    const QString other = u"我们在北京学习中文！每天都去图书馆看书，晚上和同学一起吃饭，周末去公园散步"_qs;
    EXPECT_GT(similarity(text, other), 0.6);
    EXPECT_LT(
        similarity(text, u"今天股市大幅上涨，投资者情绪高涨，专家提醒注意风险，不要盲目追高买入股票。"_qs),
        0.1);
    EXPECT_EQ(minHash(u"北京"_qs).shingles, 4);
}

TEST(MinHash, DifferentShortTitlesAreNoDuplicates) {
    const QStringList titles = {"cat",
                                "cats",
                                "dog",
                                "Episode 12",
                                "Episode 13",
                                "Season 2 Episode 12",
                                "Season 2 Episode 13",
                                u"北京"_qs,
                                u"北京人"_qs,
                                u"第十二集"_qs,
                                u"第十三集"_qs,
                                "My holiday in Rome",
                                "My holiday in Nome",
                                "a",
                                "b"};
    for (const QString& a : titles) {
        EXPECT_EQ(similarity(a, a), 1) << qPrintable(a);
        for (const QString& b : titles) {
            if (a != b) {
                EXPECT_LT(similarity(a, b), 0.8) << qPrintable(a) << " and " << qPrintable(b);
            }
        }
    }
}

TEST(MinHash, EmptyTextsAreLikeNothing) {
    for (const QString& text : {QString(), u"  \n "_qs, u"?!… 🙂"_qs}) {
        const MinHash sketch = minHash(text);
        EXPECT_EQ(sketch.shingles, 0);
        EXPECT_EQ(sketch.similarity(sketch), 0);
        EXPECT_TRUE(bands(sketch).empty());
    }
    EXPECT_EQ(bands(minHash(u"text"_qs)).size(), 16U);
    // Broken surrogates and characters that take more room when folded.
    EXPECT_GT(minHash(QString(1, QChar(0xD800)) + u"abc"_qs + QString(200, QChar(0xFDFA))).shingles, 0);
}

} // namespace moderato::features
