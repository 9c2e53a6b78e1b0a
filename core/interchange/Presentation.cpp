#include "core/interchange/HtmlSanitizer.h"

#include "core/interchange/private/Markdown.h"

#include <QFileInfo>

#include <algorithm>

namespace moderato::interchange {

using domain::BodyFormat;

namespace {

/// Paragraphs at empty lines, single line ends kept.
QString plainToHtml(const QString& text) {
    QString html;
    for (const QString& paragraph : QString(text).remove('\r').split("\n\n", Qt::SkipEmptyParts)) {
        if (const QString inner = paragraph.trimmed(); !inner.isEmpty()) {
            html += "<p>" + inner.toHtmlEscaped().replace('\n', "<br>") + "</p>";
        }
    }
    return html;
}

} // namespace

QString articleHtml(const domain::Content& content) {
    if (content.body.trimmed().isEmpty()) {
        return plainToHtml(content.description);
    }
    switch (content.bodyFormat) {
    case BodyFormat::Html:
        return content.body;
    case BodyFormat::Markdown:
        return markdownToHtml(content.body);
    case BodyFormat::Plain:
        break;
    }
    return plainToHtml(content.body);
}

SanitizedArticle presentArticle(const domain::Content& content) {
    SanitizedArticle article = sanitizeHtml(articleHtml(content), content.baseFolder);
    for (const domain::MediaFile& image : content.images) {
        const QFileInfo file(image.path);
        const QString path = file.exists() ? file.canonicalFilePath() : image.path;
        const bool shown =
            std::ranges::any_of(article.images, [&](const ArticleImage& i) { return i.path == path; });
        if (!shown) {
            const QString url = QString("moderato-image:%1").arg(article.images.size());
            article.html += "<p><img src=\"" + url + "\"></p>";
            article.images.push_back({url, path, {}});
        }
    }
    return article;
}

} // namespace moderato::interchange
