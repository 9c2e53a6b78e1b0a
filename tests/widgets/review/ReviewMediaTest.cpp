// Timeline, near duplicates and care on the review page, by keys.
#include "tests/widgets/review/StandInLibrary.h"
#include "tests/widgets/review/StandInMedia.h"

#include "widgets/common/Actions.h"
#include "widgets/common/Format.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/player/ContactSheet.h"
#include "widgets/player/PlayerPanel.h"
#include "widgets/player/Timeline.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/DuplicateRow.h"
#include "widgets/review/DuplicatesPanel.h"
#include "widgets/review/EvidencePane.h"
#include "widgets/review/ItemCare.h"
#include "widgets/review/ItemMedia.h"
#include "widgets/review/ReviewPage.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace moderato;
using namespace moderato::widgets;
using usecases::NearDuplicate;

namespace {

NearDuplicate member(qint64 id, NearDuplicate::Medium medium, double similarity, int distance = -1) {
    NearDuplicate one;
    one.content = {id};
    one.title = QStringLiteral("Article %1").arg(id);
    one.medium = medium;
    one.similarity = similarity;
    one.distance = distance;
    return one;
}

int redPixels(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb p = image.pixel(x, y);
            count += qRed(p) > 180 && qGreen(p) < 60 && qBlue(p) < 60 ? 1 : 0;
        }
    }
    return count;
}

/// Of the red picture, as grey.
int greyPixels(const QImage& image) {
    const int grey = qGray(qRgb(230, 10, 10));
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb p = image.pixel(x, y);
            count += qRed(p) == qGreen(p) && qGreen(p) == qBlue(p) && std::abs(qRed(p) - grey) < 3 ? 1 : 0;
        }
    }
    return count;
}

class ReviewMedia : public testing::Test {
protected:
    void start(int items) {
        QSettings().clear();
        for (const QString& path : {picture()}) {
            QImage red(300, 200, QImage::Format_RGB32);
            red.fill(QColor(230, 10, 10));
            ASSERT_TRUE(red.save(path));
        }
        library.emplace(items);
        prepare();
        ReviewServices services = library->services();
        services.media = media.services();
        page = std::make_unique<ReviewPage>(
            services, actions,
            std::make_shared<Taxonomy>(StandInLibrary::categories(), QStringLiteral("en")));
        page->resize(1500, 900);
        page->show();
        page->activateWindow();
        QApplication::setActiveWindow(page.get());
        ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
        page->activated();
        ASSERT_TRUE(isOn(1));
    }
    virtual void prepare() {}
    QString picture() const { return folder.filePath(QStringLiteral("red.png")); }
    bool isOn(qint64 id) {
        return QTest::qWaitFor(
            [&] { return page->item() && page->item()->content.id.value == id && !page->isBusy(); }, 5000);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(target(), key, modifiers);
    }
    QWidget* target() {
        QWidget* focus = page->focusWidget();
        return focus ? focus : page.get();
    }
    DuplicatesPanel& duplicates() { return page->evidence().duplicates(); }
    int redOnScreen() { return redPixels(page->content().grab().toImage()); }

    QTemporaryDir folder;
    ActionTable actions;
    std::optional<StandInLibrary> library;
    StandInMedia media;
    std::unique_ptr<ReviewPage> page;
};

class Duplicates : public ReviewMedia {
protected:
    void prepare() override {
        usecases::DuplicateView view;
        view.isAnalysed = true;
        view.known = {{"List A", "stolen clip", 4, 0.5}};
        view.members = {member(3, NearDuplicate::Medium::Picture, 0.95, 12),
                        member(4, NearDuplicate::Medium::Video, 0.83),
                        member(5, NearDuplicate::Medium::Text, 0.91)};
        media.setDuplicates(view);
    }
    bool areRead() {
        return QTest::qWaitFor([&] { return duplicates().rows().size() == 3; });
    }
};

class CareOnPage : public ReviewMedia {
protected:
    void prepare() override {
        library->pictures = {{1, picture()}, {2, picture()}, {3, picture()}};
        library->flagged = {1};
    }
};

} // namespace

TEST_F(Duplicates, SayHowAlikeTheyAreAndWhatIsKnown) {
    start(6);
    ASSERT_TRUE(areRead());
    EXPECT_TRUE(duplicates().isFolded()) << "folded until asked for; the head has the count";
    EXPECT_EQ(duplicates().undecided(), 3);
    EXPECT_TRUE(duplicates().rows().at(0)->text().contains("distance 12"));
    EXPECT_TRUE(duplicates().rows().at(1)->text().contains(Format::percent(0.83)));
    EXPECT_TRUE(duplicates().rows().at(2)->text().contains(Format::percent(0.91)));
    EXPECT_TRUE(duplicates().rows().at(0)->text().contains("undecided"));
    bool named = false;
    for (const QLabel* label : duplicates().findChildren<QLabel*>()) {
        named = named || (label->text().contains("List A") && label->text().contains("stolen clip"));
    }
    EXPECT_TRUE(named);
}

TEST_F(Duplicates, AClickOpensTheItemAndAnExceptionIsTold) {
    start(6);
    ASSERT_TRUE(areRead());
    duplicates().setFolded(false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return duplicates().rows().at(0)->isVisible(); }));
    duplicates().rows().at(1)->findChild<QToolButton*>()->click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return duplicates().exceptions() == 1; }));
    EXPECT_EQ(duplicates().undecided(), 2);
    EXPECT_TRUE(duplicates().rows().at(1)->text().contains("excepted"));
    QTest::mouseClick(duplicates().rows().at(2), Qt::LeftButton);
    EXPECT_TRUE(isOn(5));
}

TEST_F(Duplicates, AfterADecisionTheyAreOfferedWithTheirCountAndDecidedByOneKey) {
    start(6);
    ASSERT_TRUE(areRead());
    press(Qt::Key_C);
    ASSERT_TRUE(isOn(2));
    EXPECT_TRUE(page->messages().text().contains("3")) << qPrintable(page->messages().text());
    EXPECT_EQ(media.timesDecided, 0) << "nothing happens by itself";
    press(Qt::Key_A);
    ASSERT_TRUE(QTest::qWaitFor([&] { return media.timesDecided == 1 && !page->isBusy(); }));
    EXPECT_EQ(media.decidedFrom, 1);
    EXPECT_TRUE(page->messages().text().contains("3"));
}

TEST_F(Duplicates, OnADecidedItemThePanelAsksFirst) {
    start(6);
    ASSERT_TRUE(areRead());
    press(Qt::Key_C);
    ASSERT_TRUE(isOn(2));
    press(Qt::Key_P);
    ASSERT_TRUE(isOn(1));
    ASSERT_TRUE(areRead());
    media.decidedFrom = 0;
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->item()->decision.has_value(); }));
    press(Qt::Key_A);
    EXPECT_TRUE(duplicates().isAsking());
    EXPECT_TRUE(duplicates().consequence().contains("3"));
    EXPECT_TRUE(duplicates().consequence().contains("Food"));
    EXPECT_EQ(media.timesDecided, 0);
    duplicates().findChild<QPushButton*>("decideAlikeYes")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return media.timesDecided == 1 && !page->isBusy(); }));
    EXPECT_EQ(media.decidedFrom, 1);
}

TEST_F(ReviewMedia, WithoutDuplicatesAPanelIsOneLine) {
    start(2);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->media().duplicates().has_value(); }));
    EXPECT_TRUE(duplicates().isEmpty());
    usecases::DuplicateView compared;
    compared.isAnalysed = true;
    media.setDuplicates(compared);
    page->mediaAnalyzed();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->media().duplicates()->isAnalysed; }));
    EXPECT_TRUE(duplicates().isEmpty());
}

TEST_F(CareOnPage, AFlaggedPictureIsVeiledUntilTheKeyIsHeldAndAfter) {
    start(3);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->content().isVisible(); }));
    EXPECT_EQ(page->content().careLabel(), "Blurred · hold V to look");
    ASSERT_TRUE(QTest::qWaitFor([&] { return greyPixels(page->content().grab().toImage()) > 1000; }))
        << "the picture is there, veiled";
    EXPECT_EQ(redOnScreen(), 0);
    QTest::keyPress(target(), Qt::Key_V);
    EXPECT_TRUE(page->content().isRevealed());
    EXPECT_TRUE(QTest::qWaitFor([&] { return redOnScreen() > 1000; }));
    QTest::keyRelease(target(), Qt::Key_V);
    EXPECT_EQ(redOnScreen(), 0);

    QTest::keyPress(target(), Qt::Key_V);
    QEvent deactivated(QEvent::WindowDeactivate);
    QApplication::sendEvent(page.get(), &deactivated);
    EXPECT_EQ(redOnScreen(), 0) << "a window that loses the keys hides it again";
    QTest::keyRelease(target(), Qt::Key_V);

    QTest::keyPress(target(), Qt::Key_V);
    press(Qt::Key_N);
    ASSERT_TRUE(isOn(2));
    EXPECT_FALSE(page->content().isRevealed()) << "it ends with the item";
}

TEST_F(CareOnPage, WhatNobodyFlaggedIsClear) {
    start(3);
    press(Qt::Key_N);
    ASSERT_TRUE(isOn(2));
    EXPECT_EQ(page->content().careLabel(), "");
    EXPECT_TRUE(QTest::qWaitFor([&] { return redOnScreen() > 1000; }));
}

TEST_F(CareOnPage, AChangedSettingHoldsAtOnce) {
    start(3);
    press(Qt::Key_N);
    ASSERT_TRUE(isOn(2));
    ASSERT_TRUE(QTest::qWaitFor([&] { return redOnScreen() > 1000; }));
    CareSettings settings = CareSettings::load(personName());
    settings.kinds[CareSettings::category("food")] = {.grey = true};
    settings.save(personName());
    page->careChanged();
    EXPECT_EQ(page->content().careLabel(), "Grey · hold V to look");
    EXPECT_EQ(redOnScreen(), 0);
}

TEST(ItemCare, GoesByFlagsDecisionAndCategories) {
    usecases::ItemView item;
    EXPECT_EQ(traitsOf(item), CareTraits{});
    domain::Flag flag;
    flag.rule = "known-hash";
    flag.closedBy = {7};
    item.flags = {flag};
    EXPECT_TRUE(traitsOf(item).knownHash) << "also after a verdict";
    EXPECT_FALSE(traitsOf(item).flagged);
    flag.rule = "imported";
    flag.closedBy = {};
    item.flags.push_back(flag);
    EXPECT_TRUE(traitsOf(item).flagged);
    item.content.givenCategory = "fun";
    item.decision = domain::Decision{};
    item.decision->category = "food";
    EXPECT_EQ(traitsOf(item).categories, QStringList({"food", "fun"}));
    item.content.state = domain::RecommendationState::Dropped;
    EXPECT_TRUE(traitsOf(item).disallowed);
}

class VideoOnPage : public ReviewMedia {
protected:
    void prepare() override {
        library->videos = {{1, folder.filePath(QStringLiteral("none.mp4"))}};
        media.analysed = false;
    }
    Timeline& timeline() { return page->content().player().timeline(); }
};

TEST_F(VideoOnPage, WhatIsNotAnalysedSaysSoComesFirstAndAppears) {
    start(2);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !timeline().notice().isEmpty(); }));
    EXPECT_EQ(media.prioritised, 1);
    EXPECT_EQ(timeline().data(), nullptr);
    media.running = true;
    media.paused = true;
    page->mediaAnalyzed();
    EXPECT_TRUE(QTest::qWaitFor([&] { return timeline().notice().contains("paused"); }));
    media.analysed = true;
    page->mediaAnalyzed();
    ASSERT_TRUE(QTest::qWaitFor([&] { return timeline().data() != nullptr; }));
    EXPECT_EQ(timeline().data()->filmstrip.size(), 10u);
    EXPECT_EQ(timeline().notice(), "");
}
