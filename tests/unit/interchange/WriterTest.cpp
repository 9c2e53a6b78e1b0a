#include "core/interchange/ContentWriter.h"

#include "Reading.h"

#include <QBuffer>

namespace moderato::interchange {

namespace {

QByteArray written(const ExportRow& row, ExportFormat format) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ContentWriter writer(buffer, format);
    EXPECT_TRUE(writer.write(row).ok());
    return buffer.data();
}

ExportRow sampleRow() {
    test::Reading reading;
    reading.readFile("good.jsonl", test::dataFile("records/good.jsonl"));
    ExportRow row;
    row.content = reading.items[0];
    return row;
}

} // namespace

TEST(Writer, WhatItWritesComesBack) {
    const ExportRow row = sampleRow();
    for (const ExportFormat format : {ExportFormat::Jsonl, ExportFormat::Csv}) {
        test::Reading reading;
        reading.readFile(format == ExportFormat::Csv ? "a.csv" : "a.jsonl", written(row, format));
        ASSERT_EQ(reading.items.size(), 1u);
        domain::Content back = reading.items[0];
        back.baseFolder = row.content.baseFolder;
        if (format == ExportFormat::Csv) {
            back.unknownFields = row.content.unknownFields; // CSV has no columns for them.
        }
        EXPECT_EQ(back, row.content);
    }
}

TEST(Writer, DecisionsStandBeside) {
    ExportRow row = sampleRow();
    row.decision = "correct";
    row.category = "politics";
    row.topics = QStringList{"new"};
    row.person = "ann";
    row.predictedCategory = "fun";
    row.predictedProbability = 0.75;
    const QByteArray json = written(row, ExportFormat::Jsonl);
    EXPECT_TRUE(json.contains(R"("category":"politics")"));
    EXPECT_TRUE(json.contains(R"("topics":["new"])"));
    EXPECT_TRUE(json.contains(R"("decision":{"kind":"correct","person":"ann"})"));
    EXPECT_TRUE(json.contains(R"("prediction":{"category":"fun","probability":0.75})"));
    EXPECT_EQ(json.count('\n'), 1);
}

TEST(Writer, NoFormulaReachesASpreadsheet) {
    EXPECT_EQ(csvCell("=1+1"), "'=1+1");
    EXPECT_EQ(csvCell("+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
    EXPECT_EQ(csvCell("-2+3"), "'-2+3");
    EXPECT_EQ(csvCell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csvCell("\t=1"), "'\t=1");
    EXPECT_EQ(csvCell("\r=1"), "\"'\r=1\"");
    EXPECT_EQ(csvCell("-5"), "-5") << "a number stays one";
    EXPECT_EQ(csvCell("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
    ExportRow row = sampleRow();
    row.content.title = "=HYPERLINK(\"http://evil.example\")";
    const QByteArray csv = written(row, ExportFormat::Csv);
    EXPECT_TRUE(csv.contains("\"'=HYPERLINK("));
    test::Reading reading;
    reading.readFile("a.csv", csv);
    EXPECT_EQ(reading.items[0].title, row.content.title) << "and comes back as it was";
}

} // namespace moderato::interchange
