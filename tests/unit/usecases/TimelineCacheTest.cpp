#include "core/usecases/TimelineCache.h"

#include "core/base/File.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace moderato::usecases {

class TimelineCacheTest : public ::testing::Test {
protected:
    static TimelineCache::Pictures pictures() {
        TimelineCache::Pictures pictures;
        for (int i = 0; i < 5; ++i) {
            QImage image(64, 36, QImage::Format_RGB32);
            image.fill(QColor::fromHsv(i * 60, 200, 200));
            pictures.filmstrip.push_back({i * 1.5, i * 37, image});
        }
        pictures.covers.push_back(pictures.filmstrip[2]);
        pictures.low = {-0.5F, -0.25F};
        pictures.high = {0.5F, 0.125F};
        return pictures;
    }
    QString file() const {
        QDirIterator it(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        return it.hasNext() ? it.next() : QString();
    }
    void overwrite(const QByteArray& content) { ASSERT_TRUE(writeFileAtomically(file(), content).ok()); }
    QByteArray content() const { return *readFile(file()); }

    QTemporaryDir folder;
    TimelineCache cache{folder.path(), 3};
    QByteArray sum = QByteArray(64, 'b');
};

TEST_F(TimelineCacheTest, GivesBackWhatWasSaved) {
    ASSERT_TRUE(cache.save(sum, pictures()).ok());
    EXPECT_TRUE(cache.has(sum));
    const auto loaded = cache.load(sum);
    ASSERT_TRUE(loaded);
    ASSERT_EQ(loaded->filmstrip.size(), 5U);
    EXPECT_EQ(loaded->filmstrip[4].frame, 148);
    EXPECT_DOUBLE_EQ(loaded->filmstrip[4].seconds, 6);
    EXPECT_EQ(loaded->filmstrip[4].image.size(), QSize(64, 36));
    EXPECT_EQ(loaded->covers.size(), 1U);
    EXPECT_EQ(loaded->high, (std::vector{0.5F, 0.125F}));
}

TEST_F(TimelineCacheTest, TheBestCoverIsReadWithoutTheRest) {
    EXPECT_TRUE(cache.cover(sum).isNull());
    ASSERT_TRUE(cache.save(sum, pictures()).ok());
    EXPECT_EQ(cache.cover(sum), cache.load(sum)->covers.front().image);
    TimelineCache::Pictures none = pictures();
    none.covers.clear();
    ASSERT_TRUE(cache.save(sum, none).ok());
    EXPECT_EQ(cache.cover(sum), cache.load(sum)->filmstrip.front().image) << "else the first picture";
    overwrite(content().chopped(1));
    EXPECT_TRUE(cache.cover(sum).isNull());
}

TEST_F(TimelineCacheTest, ADamagedFileCountsAsNotThere) {
    ASSERT_TRUE(cache.save(sum, pictures()).ok());
    const QByteArray whole = content();
    for (const qsizetype size : {qsizetype(0), qsizetype(10), whole.size() / 2, whole.size() - 1}) {
        overwrite(whole.left(size));
        EXPECT_FALSE(cache.load(sum)) << size;
        EXPECT_FALSE(cache.has(sum)) << size;
    }
    for (const qsizetype at : {qsizetype(3), qsizetype(40), whole.size() - 5}) {
        QByteArray changed = whole;
        changed[at] = char(changed[at] ^ 1);
        overwrite(changed);
        EXPECT_FALSE(cache.load(sum)) << at;
    }
    overwrite(whole);
    EXPECT_TRUE(cache.load(sum));
}

TEST_F(TimelineCacheTest, ANameIsASumAndNothingElse) {
    EXPECT_FALSE(cache.save("../../etc/passwd", pictures()).ok());
    EXPECT_FALSE(cache.load(QByteArray(64, '/')));
    EXPECT_FALSE(cache.has({}));
}

TEST_F(TimelineCacheTest, OlderVersionsAreRemovedAndOthersAreNot) {
    ASSERT_TRUE(TimelineCache(folder.path(), 2).save(sum, pictures()).ok());
    ASSERT_TRUE(cache.save(sum, pictures()).ok());
    cache.removeOlder();
    EXPECT_FALSE(TimelineCache(folder.path(), 2).has(sum));
    EXPECT_TRUE(cache.has(sum));
}

} // namespace moderato::usecases
