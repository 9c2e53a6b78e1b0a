#include "Reading.h"

#include <QJsonArray>

namespace moderato::interchange {

using domain::BodyFormat;
using domain::ContentKind;
using test::Reading;

TEST(Jsonl, ReadsEveryField) {
    Reading reading;
    reading.readFile("good.jsonl", test::dataFile("records/good.jsonl"));
    ASSERT_EQ(reading.items.size(), 4u);
    EXPECT_TRUE(reading.problems.empty());
    const domain::Content& one = reading.items[0];
    EXPECT_EQ(one.externalId, "one");
    EXPECT_EQ(one.kind, ContentKind::Article);
    EXPECT_EQ(one.givenTopics, (QStringList{"cats", "dogs"}));
    EXPECT_EQ(one.givenCategory, "fun");
    EXPECT_EQ(one.author, (domain::Author{"7", 3, 0.5, 1.0}));
    EXPECT_EQ(toIso(*one.publishedAt), "2026-11-21T09:18:54.000Z");
    EXPECT_EQ(one.consumption->window, "7d");
    EXPECT_EQ(one.consumption->dwellMs, 123456);
    EXPECT_EQ(one.consumption->views, 90);
    EXPECT_EQ(one.sourceUrl, "https://example.org/1");
    EXPECT_EQ(one.unknownFields["extra"].toObject()["kept"].toArray().size(), 2);
    EXPECT_EQ(one.unknownFields.size(), 1);
    EXPECT_EQ(reading.items[2].bodyFormat, BodyFormat::Html);
    EXPECT_EQ(toUnixMs(*reading.items[3].publishedAt), 1760000000000);
    EXPECT_EQ(toIso(*reading.items[3].consumption->from), "2026-01-01T00:00:00.000Z");
    EXPECT_EQ(toIso(*reading.items[3].consumption->to), "2026-01-08T00:00:00.000Z");
    EXPECT_EQ(reading.items[3].description, u"说明"_qs);
}

TEST(Jsonl, BomCrlfAndEmptyLinesAreFine) {
    Reading reading;
    reading.readFile("a.jsonl", "\xEF\xBB\xBF{\"title\":\"a\"}\r\n\r\n   \n{\"title\":\"b\"}");
    ASSERT_EQ(reading.items.size(), 2u);
    EXPECT_TRUE(reading.problems.empty());
}

TEST(Jsonl, MediaPathsAreResolved) {
    Reading reading;
    reading.write("clips/a.mp4", test::mp4Bytes());
    reading.write("p.png", test::pngBytes());
    reading.readFile("a.jsonl", R"({"title":"video","media":"clips/a.mp4"}
{"title":"pictures","images":["p.png"]}
{"title":"one picture","media":"p.png"}
{"title":"given","kind":"video"}
)");
    ASSERT_EQ(reading.items.size(), 4u);
    EXPECT_EQ(reading.items[0].kind, ContentKind::Video);
    EXPECT_EQ(reading.items[0].media->path, reading.folder.filePath("clips/a.mp4"));
    EXPECT_EQ(reading.items[0].media->bytes, 112);
    EXPECT_EQ(reading.items[1].kind, ContentKind::Pictures);
    EXPECT_EQ(reading.items[2].kind, ContentKind::Pictures);
    EXPECT_FALSE(reading.items[2].media);
    EXPECT_EQ(reading.items[3].kind, ContentKind::Video);
    EXPECT_TRUE(reading.problems.empty());
}

TEST(Jsonl, InspectorIsAskedAndItsWordKept) {
    Reading reading;
    reading.options.inspect = [](const QString& path) {
        return path.endsWith("bad.mp4") ? MediaFinding{{}, "It is damaged."}
                                        : MediaFinding{MediaType::Video, "It ends early."};
    };
    reading.write("bad.mp4", "x");
    reading.write("good.bin", "x");
    reading.readFile("a.jsonl",
                     "{\"title\":\"a\",\"media\":\"bad.mp4\"}\n{\"title\":\"b\",\"media\":\"good.bin\"}\n");
    ASSERT_EQ(reading.items.size(), 2u);
    EXPECT_FALSE(reading.items[0].media) << "no player may be given what is no media";
    EXPECT_EQ(reading.items[0].mediaProblem, "bad.mp4: It is damaged.");
    EXPECT_TRUE(reading.items[1].media);
    EXPECT_EQ(reading.items[1].mediaProblem, "good.bin: It ends early.");
    EXPECT_EQ(reading.problems.size(), 2u);
}

TEST(Reader, SinkAndContextStopIt) {
    Reading reading;
    const QString path = reading.write("a.jsonl", QByteArray("{\"title\":\"a\"}\n").repeated(1000));
    int seen = 0;
    const auto stopped = readContent(
        {path}, {}, [&](ReadItem) { return ++seen < 10; }, JobContext());
    ASSERT_TRUE(stopped.ok());
    EXPECT_TRUE(stopped->stopped);
    EXPECT_EQ(seen, 10);
    JobContext context;
    const auto cancelled = readContent(
        {path}, {},
        [&](ReadItem) {
            context.cancel();
            return true;
        },
        context);
    EXPECT_TRUE(cancelled.error().isCancelled());
    EXPECT_EQ(readContent(
                  {"/nowhere"}, {}, [](ReadItem) { return true; }, JobContext())
                  .error()
                  .kind,
              Error::Kind::NotFound);
}

} // namespace moderato::interchange
