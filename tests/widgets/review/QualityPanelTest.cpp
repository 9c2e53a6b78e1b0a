#include "widgets/review/QualityPanel.h"

#include "tests/widgets/review/StandInLibrary.h"
#include "widgets/article/ArticleView.h"
#include "widgets/article/PictureLoader.h"
#include "widgets/article/SafeTextBrowser.h"
#include "widgets/common/Actions.h"
#include "widgets/common/Chip.h"
#include "widgets/player/Timeline.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/QualityMenu.h"
#include "widgets/review/QualityRow.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>

#include <limits>

using namespace moderato;
using namespace moderato::widgets;
using domain::LowQualityMark;
using domain::QualityLabel;

namespace {

QualityLabel label(const QString& task, double degree, double reference,
                   QualityLabel::Origin origin = QualityLabel::Origin::Consumption) {
    QualityLabel label;
    label.task = task;
    label.degree = degree;
    label.reference = reference;
    label.value = degree > reference ? QualityLabel::Value::Positive : QualityLabel::Value::Negative;
    label.origin = origin;
    return label;
}

usecases::QualityOpinion opinion(std::vector<domain::TaskScore> scores) {
    return {QStringLiteral("quality-3"), fromUnixMs(1000), std::move(scores), {}, {}};
}

class QualityPanelTest : public testing::Test {
protected:
    void show() {
        panel.resize(400, 600);
        panel.setItem(item, {&import, &train, &lookedAt, QStringLiteral("Q"), &judge, QStringLiteral("J")});
        panel.show();
        EXPECT_FALSE(panel.grab().isNull());
    }
    QList<QualityRow*> rows() { return panel.findChildren<QualityRow*>(); }
    QString all() {
        QString text;
        for (const QLabel* part : panel.findChildren<QLabel*>()) {
            if (part->isVisible()) {
                text += part->text() + QLatin1Char('\n');
            }
        }
        return text;
    }

    usecases::ItemView item;
    QAction import{QStringLiteral("Import")}, train{QStringLiteral("Train")},
        lookedAt{QStringLiteral("Look")}, judge{QStringLiteral("Judge")};
    QualityPanel panel;
};

} // namespace

TEST_F(QualityPanelTest, WithoutAnythingItSaysWhatIsMissing) {
    show();
    EXPECT_TRUE(rows().isEmpty());
    EXPECT_TRUE(all().contains(QLatin1String("no quality model has predicted")));
    QSignalSpy judged(&judge, &QAction::triggered);
    auto* button = panel.findChild<QPushButton*>(QStringLiteral("quality.judge"));
    ASSERT_TRUE(button->isVisible()) << "an expert needs neither figures nor a model";
    button->click();
    EXPECT_EQ(judged.count(), 1);
    EXPECT_FALSE(all().contains(QLatin1Char('%')));
}

TEST_F(QualityPanelTest, LabelsWithoutAModelShowNoInventedNumber) {
    item.quality = {label(QStringLiteral("likes"), 63, 50)};
    item.qualityVerdict = domain::qualityVerdict({true});
    QSignalSpy trained(&train, &QAction::triggered);
    show();
    ASSERT_EQ(rows().size(), 1);
    EXPECT_FALSE(rows().first()->accessibleName().contains(QLatin1String("predicted")));
    EXPECT_TRUE(all().contains(QLatin1String("Not predicted")));
    for (QPushButton* button : panel.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().contains(QLatin1String("Train page"))) {
            button->click();
        }
    }
    EXPECT_EQ(trained.count(), 1);
}

TEST_F(QualityPanelTest, AModelThatHasNotReadTheItemIsNamed) {
    item.quality = {label(QStringLiteral("likes"), 63, 50)};
    item.qualityModel = QStringLiteral("quality-3");
    show();
    EXPECT_TRUE(all().contains(QLatin1String("quality-3 has not read this item yet")));
    EXPECT_FALSE(all().contains(QLatin1String("no quality model")));
}

TEST(QualityMenuTest, TicksWhatStandsAndGivesAndTakesBack) {
    usecases::ItemView item;
    item.quality = {label(QStringLiteral("likes"), 63, 50),
                    label(QStringLiteral("clicks"), 100, 0, QualityLabel::Origin::Expert)};
    QualityMenu menu(item);
    ASSERT_EQ(menu.actions().size(), 6);
    QList<std::pair<QString, std::optional<bool>>> judged;
    QObject::connect(&menu, &QualityMenu::judged, &menu, [&](const QString& task, std::optional<bool> value) {
        judged << std::pair(task, value);
    });
    const QList<QAction*> clicks = menu.actions()[0]->menu()->actions();
    const QList<QAction*> likes = menu.actions()[2]->menu()->actions();
    EXPECT_TRUE(clicks[0]->isChecked());
    EXPECT_TRUE(likes[2]->isChecked()) << "consumption's label is no expert's";
    likes[1]->trigger();
    clicks[2]->trigger();
    ASSERT_EQ(judged.size(), 2);
    EXPECT_EQ(judged[0], std::pair(QStringLiteral("likes"), std::optional(false)));
    EXPECT_EQ(judged[1], std::pair(QStringLiteral("clicks"), std::optional<bool>()));
}

TEST_F(QualityPanelTest, LabelAndPredictionStandSideBySideAndDiffer) {
    item.quality = {label(QStringLiteral("shares"), 20, 30), label(QStringLiteral("likes"), 63, 50)};
    item.predictedQuality = opinion(
        {{QStringLiteral("likes"), 0.2}, {QStringLiteral("shares"), 0.1}, {QStringLiteral("clicks"), 0.5}});
    item.qualityVerdict = domain::qualityVerdict({true, true, false});
    show();
    ASSERT_EQ(rows().size(), 3);
    EXPECT_EQ(rows()[0]->task().task, QStringLiteral("clicks")) << "in the order of the tasks";
    EXPECT_TRUE(rows()[0]->task().isPredictedPositive()) << "from 50 % on";
    EXPECT_EQ(rows()[1]->task().task, QStringLiteral("likes"));
    EXPECT_TRUE(rows()[1]->task().differs());
    EXPECT_DOUBLE_EQ(rows()[1]->task().confidence(), 0.8);
    EXPECT_TRUE(rows()[1]->accessibleName().contains(QLatin1String("differ")));
    EXPECT_TRUE(rows()[1]->toolTip().contains(QLatin1String("from consumption figures")));
    EXPECT_FALSE(rows()[2]->task().differs());
    EXPECT_TRUE(all().contains(QLatin1String("2 of 3 tasks positive")));
    EXPECT_TRUE(all().contains(QStringLiteral(u"rank × 1.17")));
    EXPECT_TRUE(all().contains(QLatin1String("quality-3")));
}

TEST_F(QualityPanelTest, TheExpertsLabelCounts) {
    item.quality = {label(QStringLiteral("likes"), 63, 50),
                    label(QStringLiteral("likes"), 10, 50, QualityLabel::Origin::Expert),
                    label(QStringLiteral("likes"), 90, 50, QualityLabel::Origin::Similar)};
    show();
    ASSERT_EQ(rows().size(), 1);
    EXPECT_EQ(rows().first()->task().label->origin, QualityLabel::Origin::Expert);
    EXPECT_EQ(rows().first()->task().others.size(), 2U);
    EXPECT_TRUE(rows().first()->accessibleName().contains(QLatin1String("passed on from similar content")));
}

TEST_F(QualityPanelTest, UndefinedProbabilitiesAreNotShown) {
    item.predictedQuality = opinion({{QStringLiteral("likes"), std::numeric_limits<double>::quiet_NaN()},
                                     {QStringLiteral("shares"), 7.0}});
    show();
    ASSERT_EQ(rows().size(), 1);
    EXPECT_DOUBLE_EQ(*rows().first()->task().probability, 1.0);
}

TEST_F(QualityPanelTest, PredictedMarksAreNotThoseOfPeople) {
    item.lowQuality = {{{1}, QStringLiteral("vulgar"), LowQualityMark::Tier::Low, {1}}};
    item.predictedLowQuality =
        opinion({{QStringLiteral("clickbait"), 0.81}, {QStringLiteral("rumour"), 0.3}});
    item.qualityVerdict = domain::qualityVerdict({}, 0.5, std::vector{LowQualityMark::Tier::Low});
    show();
    const auto chips = panel.findChildren<Chip*>();
    ASSERT_EQ(chips.size(), 1);
    EXPECT_EQ(chips.first()->data().voice, Voice::Predicted);
    EXPECT_DOUBLE_EQ(chips.first()->data().score, 0.81);
    EXPECT_TRUE(all().contains(QLatin1String("Marked by people")));
    EXPECT_TRUE(all().contains(QLatin1String("Predicted low quality")));
    const auto* what = panel.findChild<QLabel*>(QStringLiteral("quality.predictedMarks"));
    EXPECT_TRUE(what->toolTip().contains(QLatin1String("30")));
    EXPECT_TRUE(all().contains(QStringLiteral(u"rank × 0.10")));
}

TEST_F(QualityPanelTest, TheSwitchFollowsItsAction) {
    lookedAt.setCheckable(true);
    item.predictedQuality = opinion({{QStringLiteral("likes"), 0.7}});
    item.predictedQuality->sentences = {{domain::TextEvidence::Field::Body, 0, 4, 1}};
    show();
    auto* box = panel.findChild<QCheckBox*>();
    ASSERT_TRUE(box->isVisible());
    EXPECT_TRUE(box->text().contains(QLatin1Char('Q')));
    lookedAt.setChecked(true);
    EXPECT_TRUE(box->isChecked());
    box->click();
    EXPECT_FALSE(lookedAt.isChecked());
    EXPECT_FALSE(box->isChecked());
    item.predictedQuality->sentences.clear();
    show();
    EXPECT_FALSE(box->isVisible());
}

namespace {

usecases::ItemView articleWithEvidence() {
    using Field = domain::TextEvidence::Field;
    usecases::ItemView item;
    item.content.id = {1};
    item.content.title = QStringLiteral("Soup");
    item.article.html = QStringLiteral("<p>The broth is clear. Nobody asked.</p>");
    item.article.plainText = QStringLiteral("The broth is clear. Nobody asked.");
    item.category = usecases::CategoryOpinion();
    item.category->evidence = {{Field::Body, 4, 5, 1}};
    item.predictedQuality = opinion({{QStringLiteral("likes"), 0.7}});
    item.predictedQuality->sentences = {{Field::Body, 0, 19, 1},
                                        {Field::Title, 0, 4, 0.5},
                                        {Field::Body, 20, 13, 0.01},
                                        {Field::Body, 2'000'000'000, 2'000'000'000, 0.9},
                                        {Field::Body, -5, 0, 0.9}};
    return item;
}

} // namespace

TEST(QualityEvidenceTest, SentencesTakeThePlaceOfWords) {
    ContentPane pane({});
    ActionTable actions;
    pane.addActions(actions, QStringLiteral("review"), &pane);
    pane.addLookedAtAction(actions, QStringLiteral("review"), &pane);
    pane.resize(700, 500);
    pane.show();
    pane.setItem(articleWithEvidence(), {}, {});
    actions.refresh();
    const auto marks = [&] { return pane.article().browser().extraSelections(); };
    ASSERT_EQ(marks().size(), 1);
    EXPECT_EQ(marks()[0].cursor.selectedText(), QStringLiteral("broth"));
    ASSERT_TRUE(actions.trigger(QStringLiteral("review.lookedAt")));
    ASSERT_EQ(marks().size(), 2) << "what hardly weighs and what lies outside is not marked";
    EXPECT_EQ(marks()[0].cursor.selectedText(), QStringLiteral("The broth is clear."));
    EXPECT_EQ(marks()[0].format.underlineStyle(), QTextCharFormat::DashUnderline);
    EXPECT_EQ(pane.article().browser().sideBars().size(), 2U);
    EXPECT_FALSE(pane.grab().isNull());
    ASSERT_TRUE(actions.trigger(QStringLiteral("review.evidence"))) << "the other way round";
    EXPECT_FALSE(pane.isLookedAtShown());
    EXPECT_FALSE(actions.find(QStringLiteral("review.lookedAt"))->isChecked());
    ASSERT_EQ(marks().size(), 1);
    EXPECT_TRUE(pane.article().browser().sideBars().empty());
}

TEST(QualityEvidenceTest, PicturesAreRankedByTheirWeight) {
    usecases::ItemView item;
    item.content.kind = domain::ContentKind::Pictures;
    item.content.images = {{QStringLiteral("/a"), {}, 0}, {QStringLiteral("/b"), {}, 0}};
    item.predictedQuality = opinion({});
    item.predictedQuality->pictures = {{0, 0.4}, {1, 1}, {7, 0.9}, {-1, 0.9}};
    const QualityEvidence evidence = qualityEvidence(item);
    ASSERT_EQ(evidence.pictures.size(), 2);
    EXPECT_EQ(evidence.pictures[QStringLiteral("/b")], (LookedAt{1, 1}));
    EXPECT_EQ(evidence.pictures[QStringLiteral("/a")], (LookedAt{2, 0.4}));
}

TEST(QualityEvidenceTest, PartsOfAVideoAreFramedOnTheTimeline) {
    usecases::ItemView item;
    item.content.kind = domain::ContentKind::Video;
    item.predictedQuality = opinion({});
    item.predictedQuality->pictures = {{3, 1}, {8, 1}};
    item.predictedQuality->sentences = {{domain::TextEvidence::Field::Title, 0, 4, 1}};
    const QualityEvidence evidence = qualityEvidence(item);
    EXPECT_TRUE(evidence.sentences.empty()) << "a video shows no text";
    ASSERT_EQ(evidence.parts.size(), 1U);
    EXPECT_DOUBLE_EQ(evidence.parts[0].from, 3 / 8.0);
    EXPECT_DOUBLE_EQ(evidence.parts[0].to, 0.5);
    Timeline timeline;
    timeline.resize(400, timeline.sizeHint().height());
    PlayerState state;
    state.duration = 80;
    timeline.setState(state);
    const QImage before = timeline.grab().toImage();
    timeline.setLookedAt(evidence.parts);
    const QImage after = timeline.grab().toImage();
    EXPECT_NE(before.pixelColor(151, 40), after.pixelColor(151, 40));
    EXPECT_EQ(before.pixelColor(300, 40), after.pixelColor(300, 40));
}

TEST(QualityEvidenceTest, AMarkedPictureHasAFrame) {
    QImage image(200, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QPalette palette;
    paintLookedAt(painter, image.rect(), {1, 1}, palette);
    painter.end();
    EXPECT_EQ(image.pixelColor(1, 60), lookedAtColor(palette));
    EXPECT_EQ(image.pixelColor(100, 50), QColor(Qt::white));
}
