#include "core/usecases/ImportedSeries.h"

#include "core/storage/ExpressionSeriesRepository.h"
#include "core/storage/MediaFileRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/usecases/ItemReader.h"
#include "core/usecases/MatchExpressions.h"
#include "tests/support/StorageFixture.h"

#include <QFile>

namespace moderato::usecases {

using storage::must;

class ImportedSeriesTest : public storage::StorageTest {
protected:
    ImportedSeriesTest() {
        file.path = folder.filePath(QStringLiteral("series.csv"));
        file.item = addArticle(QStringLiteral("Cat on skates"), {}, QStringLiteral("fun"));
        write("time,signal,value,n,sd,lo,hi,baseline\n"
              "0,smile,0.25,12,0.1,0.2,0.3,0.05\n"
              "0.5,smile,0.5,11,,,,\n"
              "0,brow furrow,0.125,12,,,,\n");
    }
    void write(const QByteArray& text) {
        QFile csv(file.path);
        ASSERT_TRUE(csv.open(QIODevice::WriteOnly));
        csv.write(text);
    }
    std::vector<domain::ExpressionSeries> shown() {
        return must(ItemReader(*library).read(file.item))->series;
    }

    ImportedSeries use{*library, clock};
    ImportedSeries::File file;
};

TEST_F(ImportedSeriesTest, EveryValueKeepsItsNumberOfReaders) {
    const auto report = must(use.import(file, {}));
    EXPECT_TRUE(report.isAccepted);
    EXPECT_EQ(report.values, 3);
    EXPECT_EQ(report.curves, 2);
    EXPECT_EQ(report.fewestReaders, 11);
    EXPECT_EQ(report.mostReaders, 12);
    const auto series = shown();
    ASSERT_EQ(series.size(), 1);
    EXPECT_EQ(series[0].name, QStringLiteral("series.csv"));
    EXPECT_EQ(series[0].importedAt, clock.now());
    ASSERT_EQ(series[0].curves.size(), 2);
    EXPECT_EQ(series[0].curves[0].signalName, QStringLiteral("brow furrow"));
    EXPECT_EQ(series[0].curves[1].points,
              (std::vector<domain::ExpressionSeries::Point>{{0, 0.25, 12, 0.1, 0.2, 0.3, 0.05},
                                                            {500'000, 0.5, 11, {}, {}, {}, {}}}));
}

TEST_F(ImportedSeriesTest, TheSameFileAgainTakesTheFirstOnesPlace) {
    must(use.import(file, {}));
    write("time,signal,value,n\n1,smile,0.75,3\n");
    must(use.import(file, {}));
    const auto series = shown();
    ASSERT_EQ(series.size(), 1);
    ASSERT_EQ(series[0].curves.size(), 1);
    EXPECT_EQ(series[0].curves[0].points,
              (std::vector<domain::ExpressionSeries::Point>{{1'000'000, 0.75, 3, {}, {}, {}, {}}}));
}

TEST_F(ImportedSeriesTest, TheyAreNoReadersOfTheItem) {
    must(library->writeAndWait([&](storage::Connection& c) {
        return storage::ReaderRepository(c).saveSet(
            {QStringLiteral("fun"), {QStringLiteral("smile")}, {QStringLiteral("brow furrow")}});
    }));
    must(use.import(file, {}));
    const auto item = must(ItemReader(*library).read(file.item));
    EXPECT_EQ(item->expressions.aggregate.readers, 0);
    EXPECT_TRUE(item->expressions.curves.empty());
    MatchExpressions match(*library, clock);
    EXPECT_EQ(must(match.flag(ExpressionRule::Document, {})).items, 0);
    EXPECT_EQ(must(match.forgetReader(QStringLiteral("anybody"))), 0);
    EXPECT_EQ(shown().size(), 1);
}

TEST_F(ImportedSeriesTest, RowsThatCannotBeUsedAreNamedAndTheRestIsKept) {
    write("time,signal,value,n\n0,smile,0.25,12\n0,smile,0.5,12\n1,smile,0.5,\n-1,smile,0.5,2\n");
    const auto report = must(use.import(file, {}));
    EXPECT_EQ(report.values, 1);
    ASSERT_EQ(report.problems.size(), 3);
    EXPECT_EQ(report.problems[0].line, 3) << "twice at one time";
    EXPECT_EQ(shown()[0].curves[0].points[0].value, 0.25);
}

TEST_F(ImportedSeriesTest, WhatGoesOnAfterTheItemIsNotStoredUnlessToldTo) {
    domain::Content video;
    video.kind = domain::ContentKind::Video;
    video.title = QStringLiteral("Two seconds");
    video.fingerprint = QByteArray(64, 'b');
    const QByteArray sum(64, 'a');
    video.media = {QStringLiteral("/two.mp4"), sum, 1};
    file.item = add(video);
    must(library->writeAndWait([&](storage::Connection& c) -> Status {
        storage::StoredFile stored;
        stored.sha256 = sum;
        stored.extractor = 1;
        stored.medium = QStringLiteral("video");
        stored.probe = "{}";
        stored.durationSeconds = 2;
        stored.analysedAt = clock.now();
        storage::MediaFileRepository files(c);
        const auto id = files.save(stored, {}, {});
        return id.ok() ? files.link(file.item, 0, *id) : Status(id.error());
    }));
    write("time,signal,value,n\n0,smile,0.25,12\n3.5,smile,0.5,12\n");
    const auto refused = must(use.import(file, {}));
    EXPECT_FALSE(refused.isAccepted);
    EXPECT_TRUE(refused.reason.contains(QStringLiteral("3.5 s"))) << qPrintable(refused.reason);
    EXPECT_TRUE(shown().empty());
    file.acceptAnyway = true;
    EXPECT_TRUE(must(use.import(file, {})).isAccepted);
    EXPECT_EQ(shown().size(), 1);
}

TEST_F(ImportedSeriesTest, TheyAreRemovedByName) {
    must(use.import(file, {}));
    EXPECT_EQ(use.remove(file.item, QStringLiteral("other.csv")).error().kind, Error::Kind::NotFound);
    must(use.remove(file.item, QStringLiteral("series.csv")));
    EXPECT_TRUE(shown().empty());
    storage::Query values = reader().query(QStringLiteral("SELECT 1 FROM expression_series_values"));
    EXPECT_FALSE(values.next());
}

TEST_F(ImportedSeriesTest, AFileWithoutNumbersOfReadersOrStoppedChangesNothing) {
    write("time,signal,value\n0,smile,0.25\n");
    EXPECT_EQ(use.import(file, {}).error().kind, Error::Kind::InvalidInput);
    write("time,signal,value,n\n0,smile,0.25,4\n");
    const JobContext context;
    context.cancel();
    EXPECT_TRUE(use.import(file, context).error().isCancelled());
    EXPECT_TRUE(shown().empty());
}

TEST_F(ImportedSeriesTest, LongCurvesAreThinnedByMeansAndTheFewestReaders) {
    domain::ExpressionSeries series{QStringLiteral("long"), clock.now(), {{QStringLiteral("smile"), {}}}};
    for (int i = 0; i < 4000; ++i) {
        series.curves[0].points.push_back({i * 100'000LL, 0.5, i % 2 == 0 ? 10 : 30, {}, {}, {}, {}});
    }
    series.curves[0].points[1].value = 1.5;
    must(library->writeAndWait([&](storage::Connection& c) {
        return storage::ExpressionSeriesRepository(c).save(file.item, series);
    }));
    const auto thin = must(storage::ExpressionSeriesRepository(reader()).of(file.item, 400));
    const auto& points = thin[0].curves[0].points;
    EXPECT_LE(points.size(), 400);
    EXPECT_GE(points.size(), 300);
    EXPECT_EQ(points[0].readers, 10);
    EXPECT_GT(points[0].value, 0.5);
    EXPECT_DOUBLE_EQ(points[1].value, 0.5);
    EXPECT_EQ(must(storage::ExpressionSeriesRepository(reader()).of(file.item, 4000))[0].curves,
              series.curves);
}

} // namespace moderato::usecases
