#include "Fuzz.h"

#include "core/interchange/HtmlSanitizer.h"

#include <QRegularExpression>
#include <QSet>

#include <cstdio>
#include <cstdlib>

using namespace moderato;

namespace {

[[noreturn]] void broken(const char* promise, const QString& html) {
    std::fprintf(stderr, "The sanitiser let through %s:\n%s\n", promise, qPrintable(html.left(4000)));
    std::abort();
}

/// What is written is a sequence of text and of tags from the list, with no attributes but these.
void check(const QString& html) {
    static const QRegularExpression tag(
        R"RE(<(?:/?(?:p|h[1-4]|ul|ol|li|blockquote|pre|code|em|i|strong|b|u|s|sub|sup|table|tr|span|div|a)|/?t[dh]|br|hr|t[dh](?: colspan="\d+")?(?: rowspan="\d+")?|a title="[^"<>]*"|span class="(?:hidden|placeholder)"|img src="moderato-image:\d+"(?: alt="[^"<>]*")?)>)RE");
    QString text = html;
    text.remove(tag);
    if (text.contains('<') || text.contains('>')) {
        broken("a tag that is not on the list", text);
    }
}

} // namespace

int fuzzSanitizer(const std::uint8_t* data, std::size_t size) {
    const QString html = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    const interchange::SanitizedArticle article = interchange::sanitizeHtml(html, "/tmp");
    check(article.html);
    for (const interchange::ArticleImage& image : article.images) {
        if (!image.path.startsWith("/tmp/")) {
            broken("a picture outside the folder", image.path);
        }
    }
    if (article.plainText.contains(QChar(0))) {
        broken("a NUL", article.plainText);
    }
    return 0;
}

#ifdef MODERATO_FUZZ_SANITIZER
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzzSanitizer(data, size);
}
#endif
