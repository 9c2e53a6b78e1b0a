#include "widgets/common/LatestRead.h"

#include <QSemaphore>
#include <QtTest>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

TEST(LatestReadTest, OnlyTheLatestAnswerArrives) {
    LatestRead reader;
    QSemaphore begun;
    QSemaphore go;
    QList<int> answers;
    reader.start(
        [&] {
            begun.release();
            go.acquire();
            return 1;
        },
        [&](int answer) { answers << answer; });
    begun.acquire();
    reader.start([] { return 2; }, [&](int answer) { answers << answer; }); // Overtaken before it begins.
    reader.start([] { return 3; }, [&](int answer) { answers << answer; });
    go.release();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !answers.isEmpty(); }));
    EXPECT_EQ(answers, QList<int>{3});
}

TEST(LatestReadTest, NothingArrivesAfterItIsGone) {
    bool arrived = false;
    {
        LatestRead reader;
        reader.start([] { return 1; }, [&](int) { arrived = true; });
    }
    QCoreApplication::sendPostedEvents();
    EXPECT_FALSE(arrived);
}

} // namespace
} // namespace moderato::widgets
