#include "tests/widgets/review/StandInLibrary.h"
#include "widgets/review/QueueModel.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace moderato;
using namespace moderato::widgets;

TEST(ReviewQueueModel, ReadsPageByPage) {
    StandInLibrary library(450);
    const ReviewServices services = library.services();
    QueueModel model(services);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.read({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() >= 200; }));
    EXPECT_TRUE(QTest::qWaitFor([&] {
        model.fetchMore({}); // as a view does while one scrolls; the tester does it too
        return model.rowCount() == 450;
    }));
    EXPECT_EQ(library.pagesRead, 3);
    EXPECT_FALSE(model.canFetchMore({}));
    EXPECT_EQ(model.indexOf({300}), 299);
    EXPECT_EQ(model.indexOf({9999}), -1);
}

TEST(ReviewQueueModel, DecidedRowsStayAndAreSteppedOver) {
    StandInLibrary library(5);
    const ReviewServices services = library.services();
    QueueModel model(services);
    model.read({});
    ASSERT_TRUE(QTest::qWaitFor([&] { return model.rowCount() == 5; }));
    model.setState({2}, domain::ReviewItem::State::Decided);
    model.setState({3}, domain::ReviewItem::State::Skipped);
    EXPECT_EQ(model.rowCount(), 5);
    EXPECT_EQ(model.nextOpen(0), 3);
    EXPECT_EQ(model.closed(), 2);
    model.setState({2}, domain::ReviewItem::State::Open);
    EXPECT_EQ(model.nextOpen(0), 1);
    EXPECT_EQ(model.closed(), 1);
    EXPECT_EQ(model.nextOpen(4), -1);
}
