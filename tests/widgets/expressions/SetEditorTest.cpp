#include "widgets/common/Actions.h"
#include "widgets/common/Preferences.h"
#include "widgets/expressions/ExpressionSetEditor.h"
#include "widgets/expressions/FeatureNames.h"
#include "widgets/expressions/SetFeatureModel.h"
#include "widgets/expressions/SetHistoryModel.h"
#include "widgets/expressions/SetProposalList.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QtTest>

#include <gtest/gtest.h>

#include <mutex>

namespace moderato::widgets {
namespace {

using domain::ExpressionSet;
using domain::ExpressionSetChange;
using usecases::SetProposal;

/// A library's sets in memory.
class Sets {
public:
    Sets() {
        proposals.push_back({.category = QStringLiteral("fun"),
                             .feature = QStringLiteral("teeth_exposed"),
                             .positive = true,
                             .readers = 40,
                             .share = 0.975,
                             .low = 0.871,
                             .high = 0.996});
    }
    ExpressionSetServices services() {
        return {
            .sets = [this]() -> Result<std::vector<ExpressionSet>> {
                const std::lock_guard lock(mutex);
                return std::vector{fun};
            },
            .history = [this]() -> Result<std::vector<ExpressionSetChange>> {
                const std::lock_guard lock(mutex);
                return history;
            },
            .proposals = [this](const usecases::ProposalRules& rules) -> Result<std::vector<SetProposal>> {
                const std::lock_guard lock(mutex);
                asked = rules;
                return fun.positive.contains(QStringLiteral("teeth_exposed")) || refused
                           ? std::vector<SetProposal>()
                           : proposals;
            },
            .edit = [this](const ExpressionSet& set, const QString& person) -> Status {
                const std::lock_guard lock(mutex);
                if (fail) {
                    return Error::io(QStringLiteral("The disk is full."));
                }
                note(set, person);
                return {};
            },
            .accept = [this](const SetProposal& proposal, const QString& person) -> Status {
                const std::lock_guard lock(mutex);
                ExpressionSet set = fun;
                set.positive << proposal.feature;
                note(set, person);
                history.front().readers = proposal.readers;
                history.front().share = proposal.share;
                return {};
            },
            .refuse = [this](const SetProposal&, const QString&) -> Status {
                const std::lock_guard lock(mutex);
                refused = true;
                return {};
            }};
    }
    ExpressionSet now() {
        const std::lock_guard lock(mutex);
        return fun;
    }

    std::mutex mutex;
    ExpressionSet fun{
        QStringLiteral("fun"), {QStringLiteral("brows_raised")}, {QStringLiteral("lip_corners_down")}};
    std::vector<ExpressionSetChange> history; ///< The newest first.
    std::vector<SetProposal> proposals;
    usecases::ProposalRules asked;
    bool refused = false;
    bool fail = false;

private:
    void note(const ExpressionSet& set, const QString& person) {
        for (const bool positive : {true, false}) {
            const QStringList& before = positive ? fun.positive : fun.negative;
            const QStringList& after = positive ? set.positive : set.negative;
            const auto add = [&](const QString& feature, ExpressionSetChange::Kind kind) {
                history.insert(history.begin(), {.person = person,
                                                 .category = set.category,
                                                 .positive = positive,
                                                 .feature = feature,
                                                 .kind = kind});
            };
            for (const QString& feature : before) {
                if (!after.contains(feature)) {
                    add(feature, ExpressionSetChange::Kind::Remove);
                }
            }
            for (const QString& feature : after) {
                if (!before.contains(feature)) {
                    add(feature, ExpressionSetChange::Kind::Add);
                }
            }
        }
        fun = set;
    }
};

/// Without the spaces that do not break.
QString plain(QString text) {
    return text.replace(QChar(0xa0), QLatin1Char(' '));
}

TaxonomyPtr categories() {
    std::vector<domain::Category> all;
    for (const char* name : {"Food", "Fun"}) {
        domain::Category category;
        category.id = {qint64(all.size()) + 1};
        category.code = QString(name).toLower();
        category.nameEn = name;
        all.push_back(category);
    }
    return std::make_shared<Taxonomy>(all, "en");
}

class SetEditor : public testing::Test {
protected:
    void SetUp() override {
        QSettings().clear();
        QSettings settings;
        preferences::person.write(settings, QStringLiteral("Ada"));
        preferences::language.write(settings, QStringLiteral("en"));
        editor = std::make_unique<ExpressionSetEditor>(sets.services(), categories(), actions,
                                                       QStringLiteral("settings"));
        editor->resize(1500, 800);
        editor->show();
        editor->activateWindow();
        QApplication::setActiveWindow(editor.get());
        ASSERT_TRUE(QTest::qWaitForWindowActive(editor.get()));
        editor->read();
        ASSERT_TRUE(QTest::qWaitFor([&] { return editor->isRead(); }));
        editor->choose(QStringLiteral("fun"));
    }

    QTableView& table() { return *editor->findChild<QTableView*>("setFeatures"); }
    SetFeatureModel& model() { return *qobject_cast<SetFeatureModel*>(table().model()); }
    int rowOf(const QString& feature) {
        for (int i = 0; i < model().rowCount(); ++i) {
            if (model().row(i).feature.code == feature) {
                return i;
            }
        }
        return -1;
    }
    /// By the keyboard: to the box, then Space.
    void toggle(const QString& feature, SetFeatureModel::Column side) {
        table().setFocus();
        table().setCurrentIndex(model().index(rowOf(feature), side));
        QTest::keyClick(&table(), Qt::Key_Space);
    }
    bool settles() {
        return QTest::qWaitFor([&] { return editor->pending() == 0; });
    }

    Sets sets;
    ActionTable actions;
    std::unique_ptr<ExpressionSetEditor> editor;
};

TEST_F(SetEditor, ThirteenFeaturesStandByPartOfTheFaceWithCodeAndModel) {
    const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(model().rowCount(), 13);
    EXPECT_EQ(model().index(0, SetFeatureModel::Part).data().toString(), QStringLiteral("Brows · M001"));
    EXPECT_EQ(model().index(1, SetFeatureModel::Part).data().toString(), QString());
    EXPECT_EQ(model().index(0, SetFeatureModel::Feature).data().toString(), QStringLiteral("Brows raised"));
    EXPECT_EQ(model().index(0, SetFeatureModel::Code).data().toString(), QStringLiteral("brows_raised"));
    EXPECT_EQ(model().set(), sets.now());
    EXPECT_EQ(FeatureNames::name(QStringLiteral("some_other")), QStringLiteral("some other"));
}

TEST_F(SetEditor, ChineseNamesInAChineseWindow) {
    QSettings settings;
    preferences::language.write(settings, QStringLiteral("zh_CN"));
    EXPECT_EQ(FeatureNames::name(QStringLiteral("brows_raised")), QStringLiteral("眉毛上扬"));
}

TEST_F(SetEditor, SpaceTicksABoxAndTheOtherSideLosesIt) {
    toggle(QStringLiteral("nose_wrinkled"), SetFeatureModel::Positive);
    ASSERT_TRUE(settles());
    EXPECT_TRUE(sets.now().positive.contains(QStringLiteral("nose_wrinkled")));
    toggle(QStringLiteral("nose_wrinkled"), SetFeatureModel::Negative);
    ASSERT_TRUE(settles());
    EXPECT_FALSE(sets.now().positive.contains(QStringLiteral("nose_wrinkled")));
    EXPECT_TRUE(sets.now().negative.contains(QStringLiteral("nose_wrinkled")));
    EXPECT_EQ(sets.history.front().person, QStringLiteral("Ada"));
}

TEST_F(SetEditor, ArrowsMoveAndTabLeavesTheTable) {
    table().setFocus();
    table().setCurrentIndex(model().index(0, SetFeatureModel::Positive));
    QTest::keyClick(&table(), Qt::Key_Down);
    QTest::keyClick(&table(), Qt::Key_Right);
    EXPECT_EQ(table().currentIndex(), model().index(1, SetFeatureModel::Negative));
    QTest::keyClick(&table(), Qt::Key_Tab);
    EXPECT_FALSE(table().hasFocus());
}

TEST_F(SetEditor, ManyQuickTogglesAllArriveInTheirOrder) {
    for (const char* feature : {"nose_wrinkled", "teeth_exposed", "lips_pressed", "nose_wrinkled"}) {
        toggle(QLatin1String(feature), SetFeatureModel::Positive);
    }
    ASSERT_TRUE(settles());
    const QStringList positive = sets.now().positive;
    EXPECT_EQ(QSet<QString>(positive.begin(), positive.end()),
              (QSet<QString>{QStringLiteral("brows_raised"), QStringLiteral("teeth_exposed"),
                             QStringLiteral("lips_pressed")}));
    EXPECT_EQ(sets.history.size(), 4);
}

TEST_F(SetEditor, UndoIsAnEditBackAndTheHistoryShowsBoth) {
    const ExpressionSet before = sets.now();
    toggle(QStringLiteral("brows_raised"), SetFeatureModel::Positive);
    ASSERT_TRUE(settles());
    EXPECT_TRUE(sets.now().positive.isEmpty());
    actions.refresh();
    QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(settles());
    EXPECT_EQ(sets.now(), before);
    auto* history = editor->findChild<QTableView*>("setHistory");
    ASSERT_TRUE(QTest::qWaitFor([&] { return history->model()->rowCount() == 2; }));
    EXPECT_EQ(history->model()->index(0, SetHistoryModel::What).data().toString(),
              QStringLiteral("Brows raised should appear"));
    actions.refresh();
    EXPECT_FALSE(actions.find(QStringLiteral("sets.undo"))->isEnabled()) << "nothing more of this sitting";
}

TEST_F(SetEditor, AnyChangeOfTheHistoryCanBeTakenBack) {
    const ExpressionSet before = sets.now();
    toggle(QStringLiteral("brows_raised"),
           SetFeatureModel::Negative); // removed from one side, added to the other
    ASSERT_TRUE(settles());
    auto* history = editor->findChild<QTableView*>("setHistory");
    ASSERT_TRUE(QTest::qWaitFor([&] { return history->model()->rowCount() == 2; }));
    const auto* changes = qobject_cast<SetHistoryModel*>(history->model());
    const int removal = changes->row(0).kind == ExpressionSetChange::Kind::Remove ? 0 : 1;
    history->setCurrentIndex(history->model()->index(removal, 0));
    editor->findChild<QPushButton*>("takeBack")->click();
    ASSERT_TRUE(settles());
    EXPECT_EQ(sets.now(), before) << "never on both sides";
}

TEST_F(SetEditor, AProposalCarriesNAndIntervalAndIsAcceptedWithThem) {
    EXPECT_EQ(plain(SetProposalList::evidence(sets.proposals.front())),
              QStringLiteral("98 % of readers, n = 40 (95 % interval 87 % … 99 %)"));
    auto* accept = editor->findChild<QPushButton*>("acceptProposal.teeth_exposed");
    ASSERT_NE(accept, nullptr);
    EXPECT_TRUE(editor->findChild<QListWidget*>("setCategories")->item(1)->text().contains(u'1'));
    accept->click();
    ASSERT_TRUE(settles());
    EXPECT_TRUE(sets.now().positive.contains(QStringLiteral("teeth_exposed")));
    auto* history = editor->findChild<QTableView*>("setHistory");
    ASSERT_TRUE(QTest::qWaitFor([&] { return history->model()->rowCount() == 1; }));
    EXPECT_TRUE(history->model()->index(0, SetHistoryModel::Evidence).data().toString().contains("n = 40"));
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return editor->findChild<QPushButton*>("acceptProposal.teeth_exposed") == nullptr; }));
}

TEST_F(SetEditor, ARefusedProposalGoes) {
    editor->findChild<QPushButton*>("refuseProposal.teeth_exposed")->click();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return editor->findChild<QPushButton*>("refuseProposal.teeth_exposed") == nullptr; }));
    EXPECT_EQ(sets.now().positive, QStringList{QStringLiteral("brows_raised")});
}

TEST_F(SetEditor, TheLimitsOfProposalsAreSetAndKept) {
    editor->findChild<QSpinBox*>("proposeAbove")->setValue(80);
    editor->findChild<QSpinBox*>("proposeBelow")->setValue(20);
    editor->findChild<QSpinBox*>("proposeReaders")->setValue(5);
    ASSERT_TRUE(QTest::qWaitFor([&] {
        const std::lock_guard lock(sets.mutex);
        return sets.asked.minimumReaders == 5 && sets.asked.positiveFrom == 0.8 &&
               sets.asked.negativeBelow == 0.2;
    }));
    ActionTable others;
    ExpressionSetEditor again(sets.services(), categories(), others, QStringLiteral("settings"));
    EXPECT_EQ(again.findChild<QSpinBox*>("proposeAbove")->value(), 80);
}

TEST_F(SetEditor, WhatCannotBeKeptIsSaidAndShownAsItIs) {
    const ExpressionSet before = sets.now();
    sets.fail = true;
    toggle(QStringLiteral("nose_wrinkled"), SetFeatureModel::Positive);
    ASSERT_TRUE(settles());
    EXPECT_TRUE(QTest::qWaitFor([&] { return model().set() == before; }));
}

} // namespace
} // namespace moderato::widgets
