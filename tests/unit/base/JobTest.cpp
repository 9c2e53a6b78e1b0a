#include "core/base/JobRunner.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <thread>

using namespace moderato;

namespace {

/// Signals and `.then(context)` need an event loop.
class JobTest : public testing::Test {
protected:
    int argc_ = 1;
    char name_[5] = "test";
    char* argv_[2] = {name_, nullptr};
    QCoreApplication app_{argc_, argv_};
};

TEST_F(JobTest, ComesBackToTheCallersThreadAsAValue) {
    JobRunner runner;
    QObject context;
    std::thread::id ran, came;
    int result = 0;
    runner
        .run(QStringLiteral("add"),
             [&](const JobContext&) -> Result<int> {
                 ran = std::this_thread::get_id();
                 return 42;
             })
        .then(&context, [&](Result<int> value) {
            came = std::this_thread::get_id();
            result = value.value();
        });
    ASSERT_TRUE(QTest::qWaitFor([&] { return result == 42; }));
    EXPECT_EQ(came, std::this_thread::get_id());
    EXPECT_NE(ran, came);
    EXPECT_TRUE(QTest::qWaitFor([&] { return runner.isIdle(); }));
}

TEST_F(JobTest, IsCancelledBetweenTwoSteps) {
    JobRunner runner;
    QSignalSpy started(&runner, &JobRunner::jobStarted);
    auto future = runner.run(QStringLiteral("endless"), [](const JobContext& job) -> Result<int> {
        while (!job.isCancelled()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return Error::cancelled();
    });
    ASSERT_EQ(started.count(), 1);
    runner.cancel(started.at(0).at(0).value<JobId>());
    EXPECT_TRUE(future.result().error().isCancelled());
}

TEST_F(JobTest, AQueuedJobThatIsCancelledNeverRuns) {
    JobRunner runner(1);
    std::atomic<bool> started = false, release = false, ran = false;
    auto first = runner.run(QStringLiteral("first"), [&](const JobContext&) -> Result<int> {
        started = true;
        while (!release) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return 1;
    });
    auto second = runner.run(QStringLiteral("second"), [&](const JobContext&) -> Result<int> {
        ran = true;
        return 2;
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return started.load(); }));
    runner.cancelAll();
    release = true;
    EXPECT_TRUE(first.result().ok());
    EXPECT_TRUE(second.result().error().isCancelled());
    EXPECT_FALSE(ran);
}

TEST_F(JobTest, TellsHowFarItIs) {
    JobRunner runner;
    std::vector<Progress> seen;
    QObject::connect(&runner, &JobRunner::jobProgressed, &runner,
                     [&](JobId, const Progress& progress) { seen.push_back(progress); });
    runner.run(QStringLiteral("count"), [](const JobContext& job) -> Result<int> {
        for (int i = 1; i <= 1000; ++i) {
            job.report(i, 1000, QStringLiteral("counting"));
        }
        return 0;
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return !seen.empty() && seen.back().done == 1000; }));
    EXPECT_LT(seen.size(), 100u) << "reports are thinned out";
    EXPECT_EQ(seen.front().done, 1);
}

TEST(JobContext, EstimatesTheTimeLeft) {
    std::optional<double> left;
    JobContext job([&](const Progress& progress) { left = progress.secondsLeft; });
    job.report(0, 4);
    std::this_thread::sleep_for(std::chrono::milliseconds(600));
    job.report(1, 4);
    ASSERT_TRUE(left.has_value());
    EXPECT_GT(*left, 1.5); // three quarters are left after 0.6 s
    EXPECT_LT(*left, 6.0);
}

} // namespace
