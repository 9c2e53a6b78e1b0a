#include "widgets/topics/TopicBox.h"
#include "widgets/topics/TopicList.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QMutex>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace moderato;
using namespace moderato::widgets;

namespace {

domain::Topic topic(const QString& name, qint64 uses) {
    domain::Topic topic;
    topic.name = name;
    topic.useCount = uses;
    return topic;
}

class TopicBoxTest : public testing::Test {
protected:
    TopicBoxTest()
        : box([](const QString& typed, int) -> Result<std::vector<domain::Topic>> {
            std::vector<domain::Topic> found;
            for (const char* name : {"cooking", "coffee", "soup", "cats"}) {
                if (QLatin1String(name).startsWith(typed)) {
                    found.push_back(topic(QLatin1String(name), 7));
                }
            }
            return found;
        }) {
        QSettings().clear();
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(&box);
        layout->addStretch();
        window.resize(500, 600);
        window.show();
        window.activateWindow();
        QApplication::setActiveWindow(&window);
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        box.setItem({}, Voice::Given,
                    {{.name = QStringLiteral("noodles"), .score = 0.9},
                     {.name = QStringLiteral("soup"), .score = 0.6}});
        box.setFocus();
    }

    ~TopicBoxTest() override { box.setParent(nullptr); }

    QLineEdit* field() { return box.findChild<QLineEdit*>(); }
    void type(const char* keys) { QTest::keyClicks(field(), QLatin1String(keys)); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(field(), key, modifiers);
    }
    QStringList offered() {
        QStringList names;
        for (const TopicOffer& offer : box.list().offers()) {
            names << (offer.isNew ? QLatin1String("+") + offer.name : offer.name);
        }
        return names;
    }
    bool offers(const QStringList& names) {
        return QTest::qWaitFor([&] { return box.isListOpen() && offered() == names; }, 2000);
    }

    QWidget window;
    TopicBox box;
};

TEST_F(TopicBoxTest, TopicsAreTakenAwayByNameAndAllAtOnce) {
    box.add(QStringLiteral("Soup"));
    box.add(QStringLiteral("cats"));
    box.remove(QStringLiteral("soup"));
    EXPECT_EQ(box.topics(), QStringList{QStringLiteral("cats")});
    EXPECT_TRUE(box.undo());
    EXPECT_EQ(box.topics().size(), 2);
    box.clear();
    EXPECT_TRUE(box.topics().isEmpty());
    EXPECT_FALSE(box.undo());
}

TEST(TopicBoxFind, TheListSaysWhyATopicFits) {
    QWidget window;
    TopicBox box(TopicBox::Find([](const QString&, int) -> Result<std::vector<TopicOffer>> {
                     return std::vector<TopicOffer>{
                         {.name = QStringLiteral("美食"), .through = QStringLiteral("meishi")},
                         {.name = QStringLiteral("soup"), .isFavourite = true}};
                 }),
                 &window);
    window.show();
    QSignalSpy listed(&box, &TopicBox::listed);
    box.openList();
    ASSERT_TRUE(listed.wait());
    const auto& offers = box.list().offers();
    ASSERT_EQ(offers.size(), 2u);
    EXPECT_EQ(offers[0].through, QStringLiteral("meishi"));
    EXPECT_TRUE(offers[1].isFavourite);
}

} // namespace

TEST_F(TopicBoxTest, HashOffersTheModelsCandidatesInOrderAndEnterTakesTheFirst) {
    type("#");
    EXPECT_TRUE(offers({QStringLiteral("noodles"), QStringLiteral("soup")}));
    EXPECT_DOUBLE_EQ(box.list().offers()[0].score, 0.9);
    press(Qt::Key_Return);
    EXPECT_EQ(box.topics(), QStringList{QStringLiteral("noodles")});
    EXPECT_FALSE(box.isListOpen());
    EXPECT_TRUE(field()->text().isEmpty());
}

TEST_F(TopicBoxTest, ArrowsChooseAndTakenOnesAreNotOfferedAgain) {
    type("#");
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(box.topics(), QStringList{QStringLiteral("soup")});
    type("#");
    EXPECT_TRUE(offers({QStringLiteral("noodles")}));
}

TEST_F(TopicBoxTest, TypingOnSearchesTheWholeSetAndOffersToMakeWhatIsNotThere) {
    type("#co");
    EXPECT_TRUE(offers({QStringLiteral("cooking"), QStringLiteral("coffee"), QStringLiteral("+co")}));
    type("oking");
    EXPECT_TRUE(offers({QStringLiteral("cooking")})); // it exists: nothing to make
}

TEST_F(TopicBoxTest, TheModelsScoreStandsBesideFoundTopics) {
    type("#sou");
    ASSERT_TRUE(offers({QStringLiteral("soup"), QStringLiteral("+sou")}));
    EXPECT_DOUBLE_EQ(box.list().offers()[0].score, 0.6);
}

TEST_F(TopicBoxTest, ATopicThatDoesNotExistCanBeMade) {
    type("#brand new");
    EXPECT_TRUE(offers({QStringLiteral("+brand new")}));
    press(Qt::Key_Return);
    EXPECT_EQ(box.topics(), QStringList{QStringLiteral("brand new")});
}

TEST_F(TopicBoxTest, EnterBeforeTheAnswerWaitsForIt) {
    type("#coo");
    press(Qt::Key_Return);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return box.topics() == QStringList{QStringLiteral("cooking")}; }, 2000));
}

TEST_F(TopicBoxTest, BackspaceTakesAwayTheLastAndCtrlZBringsItBack) {
    box.add(QStringLiteral("noodles"));
    box.add(QStringLiteral("soup"));
    EXPECT_TRUE(box.isChanged());
    press(Qt::Key_Backspace);
    EXPECT_EQ(box.topics(), QStringList{QStringLiteral("noodles")});
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(box.topics(), (QStringList{QStringLiteral("noodles"), QStringLiteral("soup")}));
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(box.topics().isEmpty());
    EXPECT_FALSE(box.isChanged());
    EXPECT_TRUE(box.redo());
    EXPECT_EQ(box.topics(), QStringList{QStringLiteral("noodles")});
}

TEST_F(TopicBoxTest, TheSameTopicStaysOnce) {
    box.add(QStringLiteral("Soup"));
    box.add(QStringLiteral("soup"));
    EXPECT_EQ(box.topics(), QStringList{QStringLiteral("Soup")});
}

TEST_F(TopicBoxTest, EscapeClosesTheListThenLeaves) {
    QSignalSpy finished(&box, &TopicBox::finished);
    type("#");
    ASSERT_TRUE(box.isListOpen());
    press(Qt::Key_Escape);
    EXPECT_FALSE(box.isListOpen());
    EXPECT_EQ(finished.count(), 0);
    press(Qt::Key_Escape);
    EXPECT_EQ(finished.count(), 1);
}

TEST_F(TopicBoxTest, RowUnderLandscapeColumnBesidePortraitUntilThePersonChooses) {
    box.setPreferredOrientation(Qt::Horizontal);
    EXPECT_EQ(box.list().orientation(), Qt::Horizontal);
    type("#");
    press(Qt::Key_Right);
    press(Qt::Key_Return);
    EXPECT_EQ(box.topics(), QStringList{QStringLiteral("soup")});
    Q_EMIT box.list().orientationChosen(Qt::Horizontal);
    box.setPreferredOrientation(Qt::Vertical);
    EXPECT_EQ(box.list().orientation(), Qt::Horizontal);
}

TEST(TopicBoxSearch, TheLatestWishWins) {
    QSemaphore gate;
    TopicBox box([&](const QString& typed, int) -> Result<std::vector<domain::Topic>> {
        if (typed == QLatin1String("a")) {
            gate.acquire(); // the first answer is slow
        }
        return std::vector<domain::Topic>{topic(typed + QStringLiteral("-found"), 1)};
    });
    box.show();
    auto* field = box.findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("#a"));
    QTest::keyClicks(field, QStringLiteral("b"));
    gate.release();
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            return !box.list().offers().empty() && box.list().offers()[0].name == QLatin1String("ab-found");
        },
        2000));
    QTest::qWait(20);
    EXPECT_EQ(box.list().offers()[0].name, QStringLiteral("ab-found"));
}

TEST(TopicListModelTest, IsAProperModel) {
    TopicListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setOffers({{.name = QStringLiteral("a"), .score = 0.5}, {QStringLiteral("b"), -1, 3, true}});
    EXPECT_EQ(model.rowCount(), 2);
    model.setOffers({});
    EXPECT_EQ(model.rowCount(), 0);
}
