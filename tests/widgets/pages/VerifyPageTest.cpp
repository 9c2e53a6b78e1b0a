#include "widgets/verify/VerifyPage.h"

#include "widgets/common/MessageBar.h"
#include "widgets/verify/AutomaticUpdate.h"
#include "widgets/verify/DegreeHistogram.h"
#include "widgets/verify/FindingModels.h"
#include "widgets/verify/PeriodChoice.h"
#include "widgets/verify/UpdateCard.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

namespace moderato::widgets {
namespace {

using domain::ModelTask;
using domain::QualityVerification;
using std::chrono::days;

constexpr Timestamp now = Timestamp(days(20'000));

/// A library behind the page's services.
struct StandIn {
    std::mutex guard;
    std::vector<domain::ModelVersion> versions;
    std::map<QString, usecases::QualityTaskSummary> labels;
    std::vector<QualityVerification> history;
    std::optional<Timestamp> due;
    usecases::UpdateRules rules;
    usecases::QualityRules labelRules;
    usecases::VerifyOptions verifiedWith;
    usecases::UpdateOutcome outcome;
    std::vector<ModelTask> updates;
    std::atomic<int> predictedAnew = 0, labelledAgain = 0;
    std::optional<Error> fails;
    std::atomic<bool> hangs = false;

    VerifyServices services() {
        VerifyServices all;
        all.labels = [this] { return Result(locked(labels)); };
        all.labelRules = [this] { return Result(locked(labelRules)); };
        all.setLabelRules = [this](const usecases::QualityRules& rules) {
            const std::lock_guard lock(guard);
            labelRules = rules;
            return Status();
        };
        all.labelAgain = [this](const JobContext&) -> Result<qint64> { return qint64(++labelledAgain * 12); };
        all.versions = [this] { return Result(locked(versions)); };
        all.rules = [this] { return Result(locked(rules)); };
        all.setRules = [this](const usecases::UpdateRules& changed) {
            const std::lock_guard lock(guard);
            rules = changed;
            return Status();
        };
        all.history = [this](ModelTask task) {
            return Result(task == ModelTask::Quality ? locked(history) : std::vector<QualityVerification>());
        };
        all.dueFrom = [this](ModelTask) { return Result(locked(due)); };
        all.verify = [this](const usecases::VerifyOptions& options,
                            const JobContext& context) -> Result<QualityVerification> {
            context.report(3, 10, QStringLiteral("Predicting"));
            while (hangs) {
                if (context.isCancelled()) {
                    return Error::cancelled();
                }
                QTest::qSleep(5);
            }
            const std::lock_guard lock(guard);
            if (fails) {
                return *fails;
            }
            verifiedWith = options;
            history.insert(history.begin(), found(0.5));
            return history.front();
        };
        all.update = [this](ModelTask task, const usecases::PublishingPeriod&, const JobContext&,
                            const usecases::TrainRun::OnRound& onRound) -> Result<usecases::UpdateOutcome> {
            onRound({.number = 1, .loss = 0.5, .heldOutScore = 0.6});
            onRound({.number = 2, .loss = 0.4, .heldOutScore = 0.7});
            const std::lock_guard lock(guard);
            updates.push_back(task);
            return outcome;
        };
        all.rollBack = [this](ModelTask) -> Result<domain::ModelVersion> { return locked(versions).at(1); };
        all.predictAnew = [this](const JobContext&) -> Result<qint64> {
            ++predictedAnew;
            return qint64(7);
        };
        return all;
    }
    template <class Value> Value locked(const Value& value) {
        const std::lock_guard lock(guard);
        return value;
    }
    static QualityVerification found(double accuracy) {
        QualityVerification found;
        found.version = {1};
        found.at = now;
        found.items = 100;
        found.coinciding = qint64(accuracy * 100);
        found.required = 0.6;
        found.tasks = {{QStringLiteral("likes"), 80, 0.7, 0.75}, {QStringLiteral("shares"), 0}};
        found.decay = {{5, 60, 0.7}, {7, 0}, {10, 40, 0.3}};
        return found;
    }
};

domain::ModelVersion version(qint64 id, const char* name, domain::ModelVersion::State state) {
    domain::ModelVersion version;
    version.id = {id};
    version.name = QLatin1String(name);
    version.task = ModelTask::Quality;
    version.state = state;
    return version;
}

class VerifyPageTest : public testing::Test {
protected:
    void start() {
        page = std::make_unique<VerifyPage>(library.services(), jobs, actions, clock);
        page->resize(1400, 900);
        page->show();
        page->activated();
    }
    void withModel() {
        library.versions = {version(1, "quality-2", domain::ModelVersion::State::InService),
                            version(2, "quality-1", domain::ModelVersion::State::Retired)};
        library.labels[QStringLiteral("likes")] = {.positive = 30,
                                                   .negative = 20,
                                                   .degrees = {1, 2, 3, 4, 30, 5, 2, 1, 1, 1},
                                                   .lowestReference = 40,
                                                   .highestReference = 45};
    }
    QString text(const char* name) { return page->findChild<QLabel*>(QLatin1String(name))->text(); }
    bool becomes(const char* name, const char* part) {
        return QTest::qWaitFor([&] { return text(name).contains(QString::fromUtf8(part)); });
    }
    bool can(const char* action) {
        actions.refresh();
        return actions.find(QLatin1String(action))->isEnabled();
    }

    StandIn library;
    FixedClock clock{now};
    JobRunner jobs;
    ActionTable actions;
    std::unique_ptr<VerifyPage> page;
};

TEST_F(VerifyPageTest, WithoutAModelItSaysWhatToDo) {
    start();
    EXPECT_TRUE(becomes("verify.summary", "once a model is in service"));
    EXPECT_TRUE(text("verify.version").contains(QLatin1String("No model is in service")));
    EXPECT_FALSE(can("verify.verify"));
    EXPECT_FALSE(can("verify.update"));
    EXPECT_FALSE(can("verify.rollBack"));
    EXPECT_TRUE(can("verify.labelAgain"));
    EXPECT_FALSE(page->grab().isNull());
}

TEST_F(VerifyPageTest, ShowsLabelsVersionAndWhenAnUpdateIsDue) {
    withModel();
    library.due = now + days(2);
    start();
    EXPECT_TRUE(becomes("verify.version", "quality-2"));
    EXPECT_TRUE(text("verify.due").contains(QLatin1String("next update is due from")));
    ASSERT_EQ(page->findChildren<DegreeHistogram*>().size(), 1);
    EXPECT_TRUE(page->findChild<DegreeHistogram*>()->accessibleName().contains(QLatin1String("30")));
    EXPECT_TRUE(text("verify.summary").contains(QLatin1String("Not verified yet")));
    library.due = now;
    page->reload();
    EXPECT_TRUE(becomes("verify.due", "⚠ An update is due now"));
    EXPECT_FALSE(page->grab().isNull());
}

TEST_F(VerifyPageTest, VerifyingShowsWhatItFound) {
    withModel();
    start();
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    auto* detector = page->findChild<QComboBox*>(QStringLiteral("verify.detector"));
    detector->setCurrentIndex(detector->findData(int(usecases::DriftDetector::Adwin)));
    auto* period = page->findChild<QComboBox*>(QStringLiteral("verify.period"));
    period->setCurrentIndex(period->findData(7));
    library.versions.front().metrics = {};
    ASSERT_TRUE(actions.trigger(QStringLiteral("verify.verify")));
    EXPECT_FALSE(can("verify.update")) << "one thing after another";
    EXPECT_TRUE(becomes("verify.accuracy", "50"));
    EXPECT_TRUE(text("verify.verdict").contains(QStringLiteral(u"▼ below the required")));
    EXPECT_EQ(library.verifiedWith.detector, usecases::DriftDetector::Adwin);
    EXPECT_EQ(library.verifiedWith.period.from, now - days(7));
    EXPECT_FALSE(library.verifiedWith.period.before);
    auto* history = page->findChild<QTableView*>(QStringLiteral("verify.history"));
    EXPECT_EQ(history->model()->rowCount(), 1);
    EXPECT_FALSE(page->grab().isNull());
}

TEST_F(VerifyPageTest, TheHistoryShowsAnOlderFinding) {
    withModel();
    library.history = {StandIn::found(0.9), StandIn::found(0.4)};
    library.history[1].drifts = {{QStringLiteral("adwin"), 40, now - days(3)}};
    start();
    EXPECT_TRUE(becomes("verify.accuracy", "90"));
    auto* history = page->findChild<QTableView*>(QStringLiteral("verify.history"));
    history->setCurrentIndex(history->model()->index(1, 0));
    EXPECT_TRUE(text("verify.accuracy").contains(QLatin1String("40")));
    EXPECT_TRUE(text("verify.drifts").contains(QLatin1String("ADWIN")));
}

TEST_F(VerifyPageTest, ACancelChangesNothing) {
    withModel();
    library.hangs = true;
    start();
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    ASSERT_TRUE(actions.trigger(QStringLiteral("verify.verify")));
    ASSERT_TRUE(becomes("verify.state", "3 of 10"));
    ASSERT_TRUE(actions.trigger(QStringLiteral("verify.cancel")));
    EXPECT_TRUE(becomes("verify.state", "Cancelled"));
    EXPECT_TRUE(library.history.empty());
}

TEST_F(VerifyPageTest, APromotedUpdateIsPredictedWith) {
    withModel();
    library.outcome.before = QStringLiteral("quality-2");
    library.outcome.trained.version.name = QStringLiteral("quality-3");
    library.outcome.tasks = {{QStringLiteral("likes"), 50, 0.6, 0.8, 12, 2, 0.01}};
    library.outcome.promoted = true;
    start();
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    QSignalSpy changed(page.get(), &Page::libraryChanged);
    ASSERT_TRUE(actions.trigger(QStringLiteral("verify.update")));
    EXPECT_TRUE(becomes("verify.outcome", "quality-3 was promoted"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return changed.count() == 2 && page->verifying().isIdle(); }));
    EXPECT_EQ(library.predictedAnew, 1);
    EXPECT_FALSE(page->grab().isNull());
}

TEST_F(VerifyPageTest, ASeesawIsNotPromoted) {
    withModel();
    library.outcome.trained.version.name = QStringLiteral("quality-3");
    library.outcome.seesaw = true;
    start();
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    ASSERT_TRUE(actions.trigger(QStringLiteral("verify.update")));
    EXPECT_TRUE(becomes("verify.outcome", "seesaw"));
    EXPECT_EQ(library.predictedAnew, 0);
}

TEST_F(VerifyPageTest, RollingBackPredictsAnew) {
    withModel();
    start();
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    ASSERT_TRUE(can("verify.rollBack"));
    ASSERT_TRUE(actions.trigger(QStringLiteral("verify.rollBack")));
    EXPECT_TRUE(QTest::qWaitFor([&] { return library.predictedAnew == 1 && page->verifying().isIdle(); }));
}

TEST_F(VerifyPageTest, RulesAreWritten) {
    withModel();
    start();
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    page->findChild<QSpinBox*>(QStringLiteral("verify.required"))->setValue(75);
    page->findChild<QSpinBox*>(QStringLiteral("verify.days"))->setValue(3);
    page->findChild<QCheckBox*>(QStringLiteral("verify.automatic"))->click();
    page->findChild<QSpinBox*>(QStringLiteral("verify.impressions"))->setValue(500);
    EXPECT_TRUE(QTest::qWaitFor([&] {
        return library.locked(library.rules) == usecases::UpdateRules{0.5, 0.75, 3, true} &&
               library.locked(library.labelRules).minimumImpressions == 500;
    }));
    ASSERT_TRUE(actions.trigger(QStringLiteral("verify.labelAgain")));
    EXPECT_TRUE(QTest::qWaitFor([&] { return library.labelledAgain == 1 && page->verifying().isIdle(); }));
}

TEST_F(VerifyPageTest, LevelsAndTheShareOfAVerdictAreWrittenAndKept) {
    withModel();
    library.labels[QStringLiteral("likes")].levels = {10, 25, 15};
    library.labels[QStringLiteral("likes")].boundaries = {30, 60};
    library.labelRules.levels = {30, 60};
    start();
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    auto* levels = page->findChild<QLineEdit*>(QStringLiteral("verify.levels"));
    EXPECT_EQ(levels->text(), QStringLiteral("30, 60"));
    page->findChild<QSpinBox*>(QStringLiteral("verify.verdictShare"))->setValue(70);
    const auto rules = [&] { return library.locked(library.labelRules); };
    EXPECT_TRUE(QTest::qWaitFor([&] { return rules().verdictShare == 0.7; }));
    EXPECT_EQ(rules().levels, (std::vector<double>{30, 60})) << "what was not touched stays";
    const auto enter = [&](const char* text) {
        levels->setText(QLatin1String(text));
        QTest::keyClick(levels, Qt::Key_Return);
    };
    enter("20; 40 80");
    EXPECT_TRUE(QTest::qWaitFor([&] { return rules().levels == std::vector<double>{20, 40, 80}; }));
    enter("40, 20");
    enter("a few");
    QTest::qWait(50);
    EXPECT_EQ(rules().levels, (std::vector<double>{20, 40, 80}));
    enter("");
    EXPECT_TRUE(QTest::qWaitFor([&] { return rules().levels.empty(); }));
    EXPECT_FALSE(page->grab().isNull());
}

TEST_F(VerifyPageTest, ADueUpdateRunsByItselfWhereTheRulesSaySo) {
    withModel();
    library.due = now - days(1);
    library.outcome.before = QStringLiteral("quality-2");
    library.outcome.trained.version.name = QStringLiteral("quality-3");
    library.outcome.tasks = {{QStringLiteral("likes"), 50, 0.6, 0.8, 12, 2, 0.01}};
    library.outcome.promoted = true;
    start();
    ASSERT_TRUE(becomes("verify.due", "due now"));
    page->automaticUpdate().consider();
    QTest::qWait(50);
    EXPECT_TRUE(library.locked(library.updates).empty()) << "nobody said that it may";
    {
        const std::lock_guard lock(library.guard);
        library.rules.automatic = true;
    }
    page->automaticUpdate().consider();
    EXPECT_TRUE(becomes("verify.outcome", "quality-3 was promoted"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return page->verifying().isIdle() && jobs.isIdle(); }));
    EXPECT_EQ(library.predictedAnew, 1);
    EXPECT_EQ(library.locked(library.updates), std::vector{ModelTask::Quality});
    page->automaticUpdate().consider(); // low quality is due as well here
    EXPECT_TRUE(QTest::qWaitFor([&] { return library.locked(library.updates).size() == 2; }));
    EXPECT_TRUE(QTest::qWaitFor([&] { return page->verifying().isIdle() && jobs.isIdle(); }));
    page->automaticUpdate().consider(); // what is still due then is tried again a day later; it verifies
    EXPECT_TRUE(QTest::qWaitFor([&] { return library.locked(library.history).size() == 1; }));
    EXPECT_EQ(library.locked(library.updates).size(), 2u);
}

TEST_F(VerifyPageTest, WhatItCannotDoByItselfIsSaidQuietly) {
    withModel();
    library.rules.automatic = true;
    library.due = now + days(3);
    library.fails = Error::invalid(QStringLiteral("No content of this time is labelled."));
    start();
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    page->automaticUpdate().consider();
    EXPECT_TRUE(becomes("verify.state", "Nothing was done by itself: No content"));
    EXPECT_TRUE(page->findChild<MessageBar*>()->isHidden());
}

TEST_F(VerifyPageTest, ItsKeysWork) {
    withModel();
    start();
    page->activateWindow();
    QApplication::setActiveWindow(page.get());
    ASSERT_TRUE(becomes("verify.version", "quality-2"));
    page->setFocus();
    QTest::keyClick(page.get(), Qt::Key_V);
    EXPECT_TRUE(becomes("verify.accuracy", "50"));
    QTest::keyClick(page.get(), Qt::Key_2);
    EXPECT_TRUE(becomes("verify.version", "No model is in service")) << "low quality has none";
}

TEST(FindingModels, UndefinedFiguresAreADash) {
    TaskFindingModel tasks;
    DecayModel decay;
    VerificationModel history;
    TaskComparisonModel comparison;
    for (QAbstractItemModel* model :
         std::initializer_list<QAbstractItemModel*>{&tasks, &decay, &history, &comparison}) {
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal, model);
    }
    const QualityVerification found = StandIn::found(0.5);
    tasks.setRows(found.tasks);
    decay.setRows(found.decay);
    history.setRows({found, QualityVerification()});
    comparison.setRows({{QStringLiteral("likes"), 9, 0.9, 0.1, 0, 9, 0.004}});
    EXPECT_EQ(tasks.index(0, 0).data().toString(), QStringLiteral("Likes"));
    EXPECT_EQ(tasks.index(1, 2).data().toString(), QStringLiteral("–"));
    EXPECT_EQ(tasks.index(1, 3).data().toString(), QStringLiteral("–"));
    EXPECT_EQ(decay.index(1, 2).data().toString(), QStringLiteral("–")) << "no item of that age";
    EXPECT_TRUE(history.index(0, 2).data().toString().startsWith(QStringLiteral(u"▼")))
        << "not by colour alone";
    EXPECT_EQ(history.index(1, 2).data().toString(), QStringLiteral("–"));
    EXPECT_TRUE(comparison.index(0, 0).data().toString().startsWith(QStringLiteral(u"▼")));
}

TEST(PeriodChoiceTest, DatesIncludeBothDays) {
    PeriodChoice choice;
    EXPECT_TRUE(choice.period(now).isEmpty());
    auto* kind = choice.findChild<QComboBox*>();
    kind->setCurrentIndex(kind->findData(-1));
    const QDate first(2026, 3, 1), last(2026, 3, 5);
    choice.findChild<QDateEdit*>(QStringLiteral("verify.from"))->setDate(last); // the wrong way round
    choice.findChild<QDateEdit*>(QStringLiteral("verify.to"))->setDate(first);
    const auto period = choice.period(now);
    EXPECT_EQ(toUnixMs(*period.from), first.startOfDay().toMSecsSinceEpoch());
    EXPECT_EQ(toUnixMs(*period.before), last.addDays(1).startOfDay().toMSecsSinceEpoch());
}

} // namespace
} // namespace moderato::widgets
