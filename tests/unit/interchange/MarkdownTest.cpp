#include "core/interchange/private/Markdown.h"

#include "core/interchange/HtmlSanitizer.h"

#include <gtest/gtest.h>

namespace moderato::interchange {

TEST(Markdown, Blocks) {
    EXPECT_EQ(markdownToHtml("# One\n\nTwo\nlines\n\n- a\n- b\n\n1. c\n\n> quoted\n\n---\n"),
              "<h1>One</h1><p>Two\nlines</p><ul><li>a</li><li>b</li></ul><ol><li>c</li></"
              "ol><blockquote><p>quoted</p></blockquote><hr>");
    EXPECT_EQ(markdownToHtml("Title\n=====\n"), "<h1>Title</h1>");
    EXPECT_EQ(markdownToHtml("```c\na < b\n```\n"), "<pre><code>a &lt; b\n</code></pre>");
}

TEST(Markdown, Spans) {
    EXPECT_EQ(markdownToHtml("**bold** *em* `co*de*` ~~gone~~ snake_case_name"),
              "<p><strong>bold</strong> <em>em</em> <code>co*de*</code> <s>gone</s> snake_case_name</p>");
    EXPECT_EQ(markdownToHtml("[text](https://example.org) ![alt](p.png)"),
              "<p><a href=\"https://example.org\">text</a> <img alt=\"alt\" src=\"p.png\"></p>");
}

TEST(Markdown, ItsHtmlIsSanitisedToo) {
    domain::Content content;
    content.bodyFormat = domain::BodyFormat::Markdown;
    content.body = "Hello <script>alert(1)</script> [x](javascript:alert(2)) ![y](http://evil.example/t.gif)";
    const SanitizedArticle article = presentArticle(content);
    EXPECT_FALSE(article.html.contains("script"));
    EXPECT_FALSE(article.html.contains("evil.example"));
    EXPECT_EQ(article.plainText, "Hello x");
}

} // namespace moderato::interchange
