#pragma once

#include "core/domain/Content.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::interchange {

/// A picture of an article that lies on this machine, inside the article's folder or named by the item.
struct ArticleImage {
    QString url;  ///< As it stands in the HTML: "moderato-image:0", "moderato-image:1", …
    QString path; ///< Absolute. Load it through media::DecoderProcess, never through the document itself.
    QString alt;

    bool operator==(const ArticleImage&) const = default;
};

/// An article that is safe to give to a QTextDocument: allow-listed tags, no style sheets, no event handlers,
/// and no address but "moderato-image:N". What a reader would not have seen is marked, not dropped.
struct SanitizedArticle {
    QString html;
    QString plainText; ///< Block-wise, what a reader sees: what models score and evidence offsets refer to.
    QString title;     ///< Of <title>, else of the first heading; may be empty.
    std::vector<ArticleImage> images;
    QStringList removed;    ///< Sentences: "2 scripts removed.", "Remote picture not loaded: example.org."
    int hiddenPassages = 0; ///< Marked in the HTML as [hidden text: …]; not in plainText.

    bool operator==(const SanitizedArticle&) const = default;
};

/// Never fails and never loads anything: what cannot be understood is left out and said in `removed`.
/// Pictures are kept where they resolve, links followed, to a file inside `baseFolder`. Work and depth are
/// bounded. Thread-safe.
SanitizedArticle sanitizeHtml(const QString& html, const QString& baseFolder);

/// The one way to show an item's text, whatever its format: body (else description), then the item's pictures
/// that the body does not show already. `plainText` is what models read.
SanitizedArticle presentArticle(const domain::Content& content);

/// Plain text or Markdown as HTML; what it makes still goes through the sanitiser.
QString articleHtml(const domain::Content& content);

} // namespace moderato::interchange
