#include "core/interchange/HtmlSanitizer.h"

#include "Reading.h"

#include <QElapsedTimer>

#include <gmock/gmock.h>

namespace moderato::interchange {

using testing::HasSubstr;

namespace {

QString html(const QString& source) {
    return sanitizeHtml(source, {}).html;
}

} // namespace

TEST(Sanitizer, KeepsTheStructure) {
    EXPECT_EQ(html("<h5>x</h5><p>a <em>b</em><br>c</p><ul><li>d</ul>"),
              "<h4>x</h4><p>a <em>b</em><br>c</p><ul><li>d</li></ul>");
    EXPECT_EQ(html("<table><tr><td colspan=2>a</td></tr></table>"),
              "<table><tr><td colspan=\"2\">a</td></tr></table>");
    EXPECT_EQ(html("<article><figure><figcaption>c</figcaption></figure></article>"),
              "<div><div><p>c</p></div></div>");
    EXPECT_EQ(html("plain & simple"), "<p>plain &amp; simple</p>");
}

TEST(Sanitizer, PlainTextIsBlockWise) {
    const auto article =
        sanitizeHtml("<h1>Head</h1><p>one  two\nthree</p><div>four<br>five</div><table><tr><td>a<td>b</table>"
                     "<pre>x\n  y</pre>",
                     {});
    EXPECT_EQ(article.plainText, "Head\none two three\nfour\nfive\na\tb\nx\n  y");
    EXPECT_EQ(article.title, "Head");
}

TEST(Sanitizer, HostileArticle) {
    test::Reading reading;
    const auto article =
        sanitizeHtml(QString::fromUtf8(test::dataFile("html/hostile.html")), reading.folder.path());
    for (const char* never :
         {"<script",          "onload",  "onclick",    "onerror=\"", "javascript:", "evil.example",
          "tracker.example/", "<iframe", "<svg",       "<object",    "<form",       "<input",
          "<style",           "<link",   "<meta",      "<base",      "url(",        "file:",
          "passwd\"",         "data:",   "src=\"http", "9999999"}) {
        EXPECT_FALSE(article.html.contains(QLatin1String(never))) << never << "\n"
                                                                  << qPrintable(article.html);
    }
    EXPECT_EQ(article.title, "Hostile & clever");
    EXPECT_TRUE(article.images.empty());
    const std::string plain = article.plainText.toStdString();
    EXPECT_THAT(plain, HasSubstr("Visible text with a bad link and a good one."));
    EXPECT_THAT(plain, HasSubstr("printed words"));
    EXPECT_THAT(plain, HasSubstr("<script>alert(8)</script>")) << "as text";
    EXPECT_THAT(plain, HasSubstr("The end"));
    EXPECT_FALSE(article.plainText.contains("secret"));
    EXPECT_FALSE(article.plainText.contains("inside frame"));
    EXPECT_EQ(article.hiddenPassages, 3);
    EXPECT_TRUE(article.html.contains("<span class=\"hidden\">[hidden text: secret class words]</span>"));
    for (const QString& sentence : article.removed) {
        printf("%s\n", qPrintable(sentence));
    }
    const QString removed = article.removed.join('\n');
    for (const char* said :
         {"Scripts removed", "Style sheets removed: 2.", "Embedded pages removed: 1.", "Redirects",
          "Base addresses", "Event handlers removed", "Links that run scripts",
          "Tracking pictures removed: 1 (tracker.example).",
          "Remote pictures not loaded: 1 (pictures.example).", "outside the article's folder",
          "Embedded pictures", "not there", "Hidden passages marked: 3.", "Form fields removed: 2."}) {
        EXPECT_TRUE(removed.contains(QLatin1String(said))) << said;
    }
}

TEST(Sanitizer, LocalPicturesOnly) {
    test::Reading reading;
    reading.write("article/in.png", test::pngBytes());
    reading.write("article/a b.png", test::pngBytes());
    reading.write("out.png", test::pngBytes());
    QFile::link(reading.folder.filePath("out.png"), reading.folder.filePath("article/link.png"));
    const QString base = reading.folder.filePath("article");
    const auto article = sanitizeHtml("<img src=in.png><img src='a%20b.png?v=1'><img "
                                      "src='./sub/../in.png'><img src='../out.png'><img src=link.png>",
                                      base);
    ASSERT_EQ(article.images.size(), 2u);
    EXPECT_EQ(article.images[0].path, QFileInfo(base + "/in.png").canonicalFilePath());
    EXPECT_EQ(article.images[1].url, "moderato-image:1");
    EXPECT_TRUE(article.removed.join("").contains("outside the article's folder not loaded: 2"));
    EXPECT_EQ(html("<img src='in.png' alt='A cat'>"),
              "<span class=\"placeholder\">[picture outside the article's folder not loaded: A cat]</span>")
        << "without a folder nothing is loaded";
}

TEST(Sanitizer, LinksAreTextOnly) {
    EXPECT_EQ(html("<p><a href='https://example.org/?a=1&amp;b=\"'>x</a></p>"),
              "<p><a title=\"https://example.org/?a=1&amp;b=&quot;\">x</a></p>");
    for (const char* address :
         {"javascript:alert(1)", " JaVa\tScRiPt:alert(1)", "&#106;avascript:alert(1)",
          "java&#10;script:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd"}) {
        EXPECT_EQ(html(QString("<p><a href=\"%1\">x</a></p>").arg(address)), "<p><a>x</a></p>") << address;
    }
}

TEST(Sanitizer, DeepNestingIsBounded) {
    for (const QString& tag : {QStringLiteral("table><tr><td"), QStringLiteral("div"), QStringLiteral("b"),
                               QStringLiteral("ul><li")}) {
        QElapsedTimer timer;
        timer.start();
        const auto article = sanitizeHtml(
            ('<' + tag + '>').repeated(100000) + "deep words</p>" + QString("</i>").repeated(100000), {});
        EXPECT_LT(timer.elapsed(), 3000) << qPrintable(tag);
        EXPECT_LT(article.html.count("<table>"), 10);
        EXPECT_TRUE(article.plainText.contains("deep words")) << qPrintable(tag);
        EXPECT_TRUE(article.removed.join("").contains("nested more than"))
            << qPrintable(article.removed.join(""));
        printf("100,000 deep <%s>: %lld ms: %s\n", qPrintable(tag), timer.elapsed(),
               qPrintable(article.removed.join(" ")));
    }
}

TEST(Sanitizer, LongArticlesAreBounded) {
    QElapsedTimer timer;
    timer.start();
    const auto text = sanitizeHtml("<p>" + QString("word ").repeated(2'000'000), {});
    EXPECT_LE(text.plainText.size(), 1'000'000);
    EXPECT_TRUE(text.removed.join("").contains("too long"));
    const auto tags = sanitizeHtml(QString("<p>x</p>").repeated(500'000), {});
    EXPECT_TRUE(tags.removed.join("").contains("too long"));
    const auto attributes = sanitizeHtml("<p " + QString("a=b ").repeated(300'000) + ">x</p>", {});
    EXPECT_LT(attributes.html.size(), 1000);
    EXPECT_LT(timer.elapsed(), 10000);
    printf("long articles: %lld ms\n", timer.elapsed());
}

TEST(Sanitizer, MalformedInput) {
    for (const char* source :
         {"",         "<",           "<>",       "</",           "<!--",           "<![CDATA[",
          "<a href=", "<p title='",  "&#",       "&#x",          "&#99999999999;", "&amp",
          "<title>",  "<style>",     "<script>", "</p></p></p>", "<p/><p/>",       "<td>x",
          "<li>x",    "<\xC3\xA9>x", "<a<b<c>"}) {
        const auto article = sanitizeHtml(source, {});
        EXPECT_FALSE(article.html.contains("<script")) << source;
    }
}

} // namespace moderato::interchange
