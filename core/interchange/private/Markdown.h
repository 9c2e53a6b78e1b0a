#pragma once

#include <QString>

namespace moderato::interchange {

/// The common parts of Markdown as HTML: headings, paragraphs, lists, quotes, fenced and indented code,
/// rules, emphasis, code, links and pictures. HTML in it is passed through: the sanitiser sees it next.
QString markdownToHtml(const QString& markdown);

} // namespace moderato::interchange
