#include "Reading.h"

#include "core/interchange/HtmlSanitizer.h"

#include <gmock/gmock.h>

namespace moderato::interchange {

using domain::BodyFormat;
using test::Reading;
using testing::HasSubstr;

TEST(Article, TitlesComeFromWhereTheyStand) {
    Reading reading;
    reading.readFile("a.txt", "First line\nSecond line\n");
    EXPECT_EQ(reading.items[0].title, "First line");
    EXPECT_EQ(reading.items[0].body, "Second line");
    reading.readFile("b.md", "# Heading #\n\nText with **bold**.\n");
    EXPECT_EQ(reading.items[0].title, "Heading");
    EXPECT_EQ(reading.items[0].bodyFormat, BodyFormat::Markdown);
    reading.readFile("c.html", "<title>From &amp; title</title><h1>Other</h1><p>x");
    EXPECT_EQ(reading.items[0].title, "From & title");
    reading.readFile("d.html", "<p>x<h2>From heading</h2>");
    EXPECT_EQ(reading.items[0].title, "From heading");
    reading.readFile("my file.html", "<p>only text");
    EXPECT_EQ(reading.items[0].title, "my file");
}

TEST(Article, EncodingsAreRecognized) {
    Reading reading;
    const QByteArray gb18030 = "\xD6\xD0\xB9\xFA\xD0\xC2\xCE\xC5\xCD\xF8\xB1\xA8\xB5\xC0\xA3\xAC\xBD\xF1\xCC"
                               "\xEC\xCC\xEC\xC6\xF8\xBA\xDC\xBA\xC3\xA1\xA3";
    const QString chinese = u"中国新闻网报道，今天天气很好。"_qs;
    reading.readFile("a.html", "<meta charset=gb2312><title>" + gb18030 + "</title><p>x");
    EXPECT_EQ(reading.items[0].title, chinese);
    reading.readFile("a.txt", gb18030);
    EXPECT_EQ(reading.items[0].title, chinese);
    reading.readFile("b.html", "<meta charset='windows-1252'><title>caf\xE9 \x93quoted\x94</title>");
    EXPECT_EQ(reading.items[0].title, u"café “quoted”"_qs);
    reading.readFile("c.txt", QByteArray("\xFF\xFEh\0i\0", 6));
    EXPECT_EQ(reading.items[0].title, "hi");
    reading.readFile("d.html", "<meta charset=utf-7><title>+ADw-script+AD4-</title>");
    EXPECT_FALSE(reading.items[0].title.contains('<'));
}

TEST(Article, BrokenFiles) {
    Reading reading;
    reading.readFile("empty.txt", "");
    EXPECT_THAT(reading.problemAt(0).toStdString(), HasSubstr("empty"));
    reading.readFile("binary.txt", QByteArray("\x7f"
                                              "ELF\0\0\0",
                                              7));
    EXPECT_THAT(reading.problemAt(0).toStdString(), HasSubstr("binary data"));
    reading.options.maxArticleBytes = 1 << 20;
    reading.readFile("large.txt", QByteArray(2 << 20, 'x'));
    EXPECT_THAT(reading.problemAt(0).toStdString(), HasSubstr("larger than 1 MB"));
}

TEST(Article, PicturesOfTheItemAreShownAfterTheBody) {
    Reading reading;
    domain::Content content;
    content.body = "Line one\nline two\n\nSecond <paragraph>";
    content.images = {{reading.write("p.png", test::pngBytes()), {}, 0}};
    const SanitizedArticle article = presentArticle(content);
    EXPECT_EQ(
        article.html,
        "<p>Line one<br>line two</p><p>Second &lt;paragraph&gt;</p><p><img src=\"moderato-image:0\"></p>");
    EXPECT_EQ(article.plainText, "Line one\nline two\nSecond <paragraph>");
    ASSERT_EQ(article.images.size(), 1u);
    EXPECT_EQ(article.images[0].url, "moderato-image:0");
}

TEST(Article, DescriptionStandsInForABody) {
    domain::Content content;
    content.description = "What it is about";
    EXPECT_EQ(presentArticle(content).plainText, "What it is about");
}

} // namespace moderato::interchange
