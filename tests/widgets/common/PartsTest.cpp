#include "core/base/JobRunner.h"
#include "widgets/common/Chip.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/JobStatus.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Panel.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

QImage paint(const std::function<void(QPainter&)>& work) {
    QImage image(120, 24, QImage::Format_ARGB32);
    image.fill(lightTokens().surface);
    QPainter painter(&image);
    work(painter);
    return image;
}

TEST(Bars, PredictionsAndDecisionsNeverLookAlike) {
    const QColor color = categoryColor("food");
    const auto bar = [&](Voice voice) {
        return paint([&](QPainter& p) { paintBar(p, QRectF(0, 8, 120, 8), 0.5, voice, color, QPalette()); });
    };
    EXPECT_EQ(bar(Voice::Decided).pixelColor(30, 12), color);
    EXPECT_NE(bar(Voice::Predicted).pixelColor(30, 12), color);
    EXPECT_LT(bar(Voice::Predicted).pixelColor(30, 12).hsvSaturation(), 40) << "a model's bar is grey";
}

TEST(Bars, AnUndefinedValueDrawsTheEmptyTrack) {
    const auto bar = [](double value) {
        return paint(
            [&](QPainter& p) { paintBar(p, QRectF(0, 8, 120, 8), value, Voice::Predicted, {}, QPalette()); });
    };
    EXPECT_EQ(bar(std::numeric_limits<double>::quiet_NaN()), bar(0));
}

TEST(ChipTest, CanBeTakenAway) {
    Chip chip({"food", Voice::Decided, categoryColor("food"), -1, {}});
    int clicks = 0;
    int removed = 0;
    QObject::connect(&chip, &Chip::clicked, &chip, [&] { ++clicks; });
    QObject::connect(&chip, &Chip::removeRequested, &chip, [&] { ++removed; });
    const int width = chip.sizeHint().width();
    chip.setRemovable(true);
    EXPECT_GT(chip.sizeHint().width(), width);
    chip.resize(chip.sizeHint());
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(8, chip.height() / 2));
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 8, chip.height() / 2));
    EXPECT_EQ(clicks, 1);
    EXPECT_EQ(removed, 1);
    EXPECT_EQ(chip.accessibleName(), "food, decided");
}

TEST(FlowLayoutTest, WrapsLines) {
    QWidget widget;
    auto* flow = new FlowLayout(&widget, 4);
    for (int i = 0; i < 6; ++i) {
        auto* box = new QWidget;
        box->setFixedSize(50, 20);
        flow->addWidget(box);
    }
    EXPECT_EQ(flow->heightForWidth(1000), 20);
    EXPECT_EQ(flow->heightForWidth(110), 3 * 20 + 2 * 4);
    flow->clear();
    EXPECT_EQ(flow->count(), 0);
}

TEST(MessageBarTest, SaysErrorsButNoCancels) {
    MessageBar bar;
    bar.showError(Error::cancelled());
    EXPECT_TRUE(bar.isHidden());
    int runs = 0;
    bar.showError(Error::io("The disk is full."), "Try again", [&] { ++runs; });
    EXPECT_FALSE(bar.isHidden());
    EXPECT_EQ(bar.text(), "The disk is full.");
    bar.findChild<QPushButton*>()->click();
    EXPECT_EQ(runs, 1);
    EXPECT_TRUE(bar.isHidden());
}

TEST(PanelTest, IsOneLineWithoutDataAndRemembersItsFold) {
    QSettings().clear();
    QAction import(QStringLiteral("Import"));
    int runs = 0;
    QObject::connect(&import, &QAction::triggered, &import, [&] { ++runs; });
    {
        Panel panel("quality", "Quality", "Q");
        panel.body()->addWidget(new QLabel("body"));
        panel.showEmpty("No figures.", &import);
        EXPECT_TRUE(panel.isEmpty());
        panel.findChild<QPushButton*>()->click();
        EXPECT_EQ(runs, 1);
        panel.showBody();
        EXPECT_FALSE(panel.isEmpty());
        panel.findChild<QToolButton*>()->click();
        EXPECT_TRUE(panel.isFolded());
    }
    const Panel again("quality", "Quality");
    EXPECT_TRUE(again.isFolded());
}

TEST(JobStatusTest, ShowsAndCancels) {
    JobRunner jobs;
    JobStatus status(jobs);
    status.show();
    auto* cancel = status.findChild<QToolButton*>("jobCancel");
    EXPECT_TRUE(cancel->isHidden());
    std::atomic<bool> stopped = false;
    auto future = jobs.run("Importing", [&](const JobContext& context) -> Result<int> {
        context.report(1, 10);
        while (!context.isCancelled()) {
            QThread::msleep(1);
        }
        stopped = true;
        return Error::cancelled();
    });
    EXPECT_TRUE(QTest::qWaitFor([&] { return status.findChild<QLabel*>()->text().contains("1 of 10"); }));
    EXPECT_TRUE(status.findChild<QLabel*>()->text().startsWith("Importing"));
    cancel->click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return stopped && cancel->isHidden(); }));
    auto silent = jobs.run(QString(), [](const JobContext&) -> Result<int> { return 1; });
    EXPECT_TRUE(cancel->isHidden()) << "a page's own read is no job for people";
    EXPECT_TRUE(QTest::qWaitFor([&] { return jobs.isIdle(); }));
}

TEST(JobStatusTest, AJobThatCanWaitIsPausedAndGoesOn) {
    JobRunner jobs;
    JobStatus status(jobs);
    status.show();
    auto* pause = status.findChild<QToolButton*>("jobPause");
    std::atomic<bool> paused = false, done = false;
    auto future = jobs.run(
        "Analysing",
        [&](const JobContext& context) -> Result<int> {
            while (!done && !context.isCancelled()) {
                QThread::msleep(1);
            }
            return 1;
        },
        [&](bool on) { paused = on; });
    EXPECT_TRUE(QTest::qWaitFor([&] { return pause->isVisible(); }));
    pause->click();
    EXPECT_TRUE(paused);
    EXPECT_TRUE(status.findChild<QLabel*>()->text().contains("paused"));
    pause->click();
    EXPECT_FALSE(paused);
    EXPECT_FALSE(status.findChild<QLabel*>()->text().contains("paused"));
    done = true;
    EXPECT_TRUE(QTest::qWaitFor([&] { return jobs.isIdle(); }));
    auto other = jobs.run("Importing", [](const JobContext&) -> Result<int> { return 1; });
    EXPECT_TRUE(pause->isHidden()) << "this one cannot wait";
    EXPECT_TRUE(QTest::qWaitFor([&] { return jobs.isIdle(); }));
}

} // namespace
} // namespace moderato::widgets
