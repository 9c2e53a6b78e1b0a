#include "core/interchange/HtmlSanitizer.h"

#include <gtest/gtest.h>

namespace moderato::interchange {

class HiddenText : public testing::TestWithParam<const char*> {};

TEST_P(HiddenText, IsMarkedAndNotRead) {
    const auto article = sanitizeHtml(QString("<p>seen</p>") + GetParam() + "<p>after</p>", {});
    EXPECT_EQ(article.hiddenPassages, 1) << qPrintable(article.html);
    EXPECT_TRUE(article.html.contains("[hidden text: secret words]")) << qPrintable(article.html);
    EXPECT_EQ(article.plainText, "seen\nafter");
}

INSTANTIATE_TEST_SUITE_P(
    Sanitizer, HiddenText,
    testing::Values("<p style='display:none'>secret words</p>",
                    "<p style='DISPLAY : none !important'>secret words</p>",
                    "<div style='visibility:hidden'><p>secret <b>words</b></p></div>",
                    "<p style='opacity:0'>secret words</p>", "<p style='font-size:0'>secret words</p>",
                    "<p style='font-size:1px'>secret words</p>", "<p style='color:#fff'>secret words</p>",
                    "<p style='color:white;background:white'>secret words</p>",
                    "<div style='background-color:#000;color:black'>secret words</div>",
                    "<p><font color=white>secret words</font></p>",
                    "<table bgcolor='#123456'><tr><td><font color='#123456'>secret words</font></table>",
                    "<p hidden>secret words</p>",
                    "<p style='position:absolute;left:-9999px'>secret words</p>",
                    "<p style='text-indent:-9999px'>secret words</p>",
                    "<div style='height:0;overflow:hidden'>secret words</div>",
                    "<p style='color:transparent'>secret words</p>",
                    "<p style='/*x*/dis/**/play:none;display:none'>secret words</p>",
                    "<style>.x{display:none}</style><p class='a x'>secret words</p>",
                    "<style>p#y, .z { opacity: 0 }</style><p id=y>secret words</p>"));

TEST(Hidden, WhatIsSeenIsRead) {
    for (const char* seen :
         {"<style>.x{display:none}.x{display:block}</style><p class=x>words</p>",
          "<style>@media print{p{display:none}}</style><p>words</p>",
          "<style>@media (max-width:1px){p{display:none}}</style><p>words</p>",
          "<style>.never p{display:none}</style><p>words</p>",
          "<style>.x{display:none}</style><p class=x style='display:block'>words</p>",
          "<div style='visibility:hidden'><p style='visibility:visible'>words</p></div>",
          "<div style='background:black;color:white'>words</div>", "<p aria-hidden=true>words</p>",
          "<p style='opacity:0.9'>words</p>", "<p style='height:0'>words</p>"}) {
        const auto article = sanitizeHtml(seen, {});
        EXPECT_EQ(article.plainText, "words") << seen;
    }
}

TEST(Hidden, AriaHiddenIsMarkedButRead) {
    const auto article = sanitizeHtml("<p aria-hidden='true'>for eyes only</p>", {});
    EXPECT_EQ(article.plainText, "for eyes only");
    EXPECT_EQ(article.hiddenPassages, 0);
    EXPECT_TRUE(article.html.contains("[kept from screen readers:"));
}

TEST(Hidden, InvisibleCharacters) {
    const auto article =
        sanitizeHtml(u"<p>bu\u200By this\u200B\u200C\u200D\u2060\u200B now\u00AD</p>"_qs, {});
    EXPECT_EQ(article.plainText, "buy this now");
    EXPECT_EQ(article.hiddenPassages, 1);
    EXPECT_TRUE(article.html.contains("[hidden text: 5 invisible characters]"));
    const auto tags = sanitizeHtml(QString::fromUcs4(U"<p>x\U000E0068\U000E0069\U000E0021</p>"), {});
    EXPECT_TRUE(tags.html.contains("[hidden text: hi!]")) << qPrintable(tags.html);
    const auto honest = sanitizeHtml(u"<p>👨‍👩‍👧 می‌خواهم</p>"_qs, {});
    EXPECT_EQ(honest.plainText, u"👨‍👩‍👧 می‌خواهم"_qs);
    EXPECT_EQ(honest.hiddenPassages, 0);
    const auto turned = sanitizeHtml(u"<p>a\u202Eb</p>"_qs, {});
    EXPECT_EQ(turned.plainText, "ab");
    EXPECT_TRUE(turned.removed.join("").contains("direction of text removed: 1"));
}

} // namespace moderato::interchange
