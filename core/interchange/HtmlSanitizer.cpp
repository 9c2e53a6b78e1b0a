#include "core/interchange/HtmlSanitizer.h"

#include "core/interchange/private/HtmlArticle.h"
#include "core/interchange/private/Record.h"

namespace moderato::interchange {

namespace {
constexpr qsizetype maxCharacters = 16 << 20;
}

SanitizedArticle sanitizeHtml(const QString& html, const QString& baseFolder) {
    HtmlArticle article(baseFolder);
    const QByteArray utf8 = cleanText(html.left(maxCharacters)).toUtf8();
    const qsizetype stoppedAt = parseHtml(utf8, article);
    if (stoppedAt >= 0) {
        article.addUnparsed(QString::fromUtf8(utf8.sliced(std::min(stoppedAt, utf8.size()))));
    }
    return article.take();
}

} // namespace moderato::interchange
