#include "ExpressionFiles.h"

namespace moderato::interchange {

using test::dataFile;
using test::FaceReading;

TEST(ExpressionJson, ReadsJavaScriptResults) {
    FaceReading reading;
    reading.readText(dataFile("expressions/mediapipe.json"));
    ASSERT_EQ(reading.samples.size(), 2u) << qPrintable(reading.error);
    EXPECT_EQ(reading.layout.format, ExpressionFormat::MediaPipe);
    EXPECT_EQ(reading.microseconds(1), 33'000);
    EXPECT_FLOAT_EQ(float(reading.value(0, "mouthSmileLeft")), 0.7F);
    EXPECT_TRUE(std::isnan(reading.value(0, "jawOpen")));
    EXPECT_FALSE(reading.samples[1].faceFound);
    EXPECT_EQ(reading.samples[1].line, 5);
}

TEST(ExpressionJson, ReadsPythonResultsLineByLine) {
    FaceReading reading;
    reading.options.framesPerSecond = 25;
    reading.readText(dataFile("expressions/mediapipe.jsonl"));
    ASSERT_EQ(reading.samples.size(), 2u) << qPrintable(reading.error);
    EXPECT_EQ(reading.microseconds(1), 40'000);
    EXPECT_FLOAT_EQ(float(reading.value(1, "mouthSmileLeft")), 0.6F);
}

TEST(ExpressionJson, TakesOneFrameInEveryShape) {
    FaceReading reading;
    const QByteArray categories = R"([{"index":1,"score":0.5,"category_name":"browDownLeft"},
                                      {"index":2,"score":0.25,"category_name":"browDownRight"}])";
    for (const QByteArray& text :
         {categories, "[" + categories + "]", "{\"categories\":" + categories + "}",
          "{\"frames\":[{\"time\":0.5,\"categories\":" + categories + "}]}",
          QByteArray(R"({"time":1,"browDownLeft":0.5,"browDownRight":0.25,"browInnerUp":0,
             "browOuterUpLeft":0,"browOuterUpRight":0,"cheekPuff":0,"jawOpen":0,"jawLeft":0,"jawRight":0,
             "jawForward":0})")}) {
        reading.readText(text);
        ASSERT_EQ(reading.samples.size(), 1u) << text.constData() << qPrintable(reading.error);
        EXPECT_FLOAT_EQ(float(reading.value(0, "browDownLeft")), 0.5F);
        EXPECT_FLOAT_EQ(float(reading.value(0, "browDownRight")), 0.25F);
        EXPECT_TRUE(reading.problems.empty());
    }
}

TEST(ExpressionJson, ABrokenLineDoesNotSwallowTheNext) {
    FaceReading reading;
    reading.readText("{\"frame\":0,\"categories\":[]}\n"
                     "{\"frame\":1,\"categories\":[\n"
                     "{\"frame\":2,\"categories\":[],\"a\":\"\n"
                     "{\"frame\":3,\"categories\":[{\"score\":7,\"categoryName\":\"jawOpen\"}]}\n"
                     "{\"frame\":-3,\"categories\":[]}\n"
                     "{\"frame\":5,\"categories\":[{\"score\":0.5,\"categoryName\":\"jawOpen\"}]}\n");
    ASSERT_EQ(reading.samples.size(), 2u);
    EXPECT_EQ(*reading.samples[1].frame, 5);
    ASSERT_EQ(reading.problems.size(), 4u);
    EXPECT_EQ(reading.problems[0].line, 2);
    EXPECT_EQ(reading.problems[3].line, 5);
}

TEST(ExpressionJson, ABrokenEntryOfAListDoesNotSwallowTheNext) {
    FaceReading reading;
    reading.options.maxLineBytes = 200;
    reading.readText("[{\"frame\":0,\"categories\":[]}, 17, {\"frame\":1,}, {\"frame\":2,\"note\":\"" +
                     QByteArray(1000, 'x') + "\"},\n{\"frame\":3,\"categories\":[]}]");
    EXPECT_EQ(reading.samples.size(), 2u);
    EXPECT_EQ(reading.problems.size(), 3u);
}

TEST(ExpressionJson, SaysWhyAFileIsNone) {
    FaceReading reading;
    for (const QByteArray& text : {QByteArray("{}"), QByteArray("[]"), QByteArray("[1,2,3]"),
                                   QByteArray("{\"a\":\"b\"}\n{\"a\":"), QByteArray(100'000, '[')}) {
        reading.readText(text);
        EXPECT_FALSE(reading.error.isEmpty()) << text.left(20).constData();
        EXPECT_TRUE(reading.samples.empty());
    }
    reading.options.format = ExpressionFormat::OpenFace;
    reading.readText(dataFile("expressions/mediapipe.json"));
    EXPECT_TRUE(reading.error.contains("OpenFace"));
}

} // namespace moderato::interchange
