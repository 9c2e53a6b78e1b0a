#include "widgets/review/ExpressionsPanel.h"
#include "widgets/review/MatchCurve.h"
#include "widgets/review/SeriesCurve.h"
#include "widgets/review/SeriesView.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QtTest>

#include <gtest/gtest.h>

using namespace moderato;
using namespace moderato::widgets;
using domain::ExpressionSeries;

namespace {

ExpressionSeries smiles(int curves) {
    ExpressionSeries series{QStringLiteral("film.csv"), SystemClock().now(), {}};
    for (int i = 0; i < curves; ++i) {
        series.curves.push_back({QStringLiteral("signal %1").arg(i),
                                 {{0, 0.25, 41, {}, {}, {}, {}}, {9'000'000, 0.5, 38, {}, {}, {}, {}}}});
    }
    return series;
}

class ExpressionsPanelTest : public testing::Test {
protected:
    ExpressionsPanelTest() {
        item.expressions.category = QStringLiteral("fun");
        item.expressions.set =
            domain::ExpressionSet{QStringLiteral("fun"), {QStringLiteral("cheeks_raised")}, {}};
        panel.resize(400, 500);
        panel.show();
    }
    QString allText() const {
        QStringList texts;
        for (const QLabel* label : panel.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&panel)) {
                texts << label->text();
            }
        }
        return texts.join(u'\n');
    }
    /// → whether the panel takes it
    bool drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(&panel, &enter);
        if (!enter.isAccepted()) {
            return false;
        }
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&panel, &event);
        return true;
    }

    QAction import{QStringLiteral("Import a face file…")};
    usecases::ItemView item;
    ExpressionsPanel panel;
};

} // namespace

TEST_F(ExpressionsPanelTest, WithoutReadersItSaysSoAndOffersTheFile) {
    panel.setItem(item, {}, &import);
    EXPECT_TRUE(panel.isEmpty());
    EXPECT_TRUE(allText().contains(QStringLiteral("n = 0")));
}

TEST_F(ExpressionsPanelTest, AggregatesStandApartWithTheirN) {
    item.series = {smiles(2)};
    panel.setItem(item, {}, &import);
    EXPECT_FALSE(panel.isEmpty());
    EXPECT_TRUE(allText().contains(QStringLiteral("n = 0"))) << "the item's own readers are none";
    EXPECT_TRUE(allText().contains(QStringLiteral("0.00 … 0.50, n = 38–41")));
    EXPECT_TRUE(allText().contains(QStringLiteral("film.csv")));
    EXPECT_EQ(panel.findChildren<SeriesCurve*>().size(), 2);
    QSignalSpy removed(&panel, &ExpressionsPanel::seriesRemoved);
    panel.findChild<QToolButton*>("removeSeries.film.csv")->click();
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed[0][0].toString(), QStringLiteral("film.csv"));
    item.series.clear();
    panel.setItem(item, {}, &import);
    EXPECT_TRUE(panel.isEmpty());
}

TEST_F(ExpressionsPanelTest, ManySignalsAreFoldedUntilAskedFor) {
    item.series = {smiles(9)};
    panel.setItem(item, {}, &import);
    const auto shown = [&] {
        int count = 0;
        for (const SeriesCurve* curve : panel.findChildren<SeriesCurve*>()) {
            count += int(curve->isVisibleTo(&panel));
        }
        return count;
    };
    EXPECT_EQ(shown(), 4);
    for (auto* button : panel.findChildren<QPushButton*>()) {
        if (button->text().contains(u'9')) {
            button->click();
        }
    }
    EXPECT_EQ(shown(), 9);
}

TEST_F(ExpressionsPanelTest, CurvesOfReadersAndAggregatesShareTheirTime) {
    item.expressions.aggregate.readers = 3;
    item.expressions.curves = {{QStringLiteral("cheeks_raised"), {{0, 1.0, 3}, {1'000'000, 0.5, 3}}}};
    item.series = {smiles(1)};
    panel.setItem(item, {}, &import);
    const auto* curve = panel.findChild<MatchCurve*>();
    ASSERT_NE(curve, nullptr);
    EXPECT_TRUE(curve->isVisibleTo(&panel));
    EXPECT_EQ(curve->end(), 9'000'000);
}

TEST_F(ExpressionsPanelTest, AFaceFileIsTakenWhereItIsDroppedAndOtherFilesAreNot) {
    panel.setItem(item, {}, &import);
    QSignalSpy dropped(&panel, &ExpressionsPanel::fileDropped);
    EXPECT_FALSE(drop(QStringLiteral("/somewhere/film.mp4")));
    EXPECT_TRUE(drop(QStringLiteral("/somewhere/face.csv")));
    ASSERT_EQ(dropped.count(), 1);
    EXPECT_EQ(dropped[0][0].toString(), QStringLiteral("/somewhere/face.csv"));
}
