#include "core/interchange/private/HtmlTags.h"

#include <QHash>

#include <algorithm>

namespace moderato::interchange {

bool isIn(const QString& name, std::initializer_list<const char*> names) {
    return std::ranges::any_of(names, [&](const char* n) { return name == QLatin1String(n); });
}

bool dropsContent(const QString& name) {
    return isIn(name,
                {"script",   "style",  "title",    "head-only", "template", "object",  "embed",  "applet",
                 "iframe",   "frame",  "frameset", "noframes",  "svg",      "math",    "canvas", "audio",
                 "video",    "source", "track",    "input",     "button",   "select",  "option", "textarea",
                 "datalist", "link",   "meta",     "base",      "param",    "noembed", "bgsound"});
}

bool isBlock(const QString& name) {
    return isIn(name,
                {"p",          "h1",       "h2",         "h3",      "h4",    "h5",     "h6",      "ul",
                 "ol",         "li",       "blockquote", "pre",     "table", "tr",     "div",     "figure",
                 "figcaption", "hr",       "article",    "section", "main",  "header", "footer",  "nav",
                 "aside",      "address",  "center",     "dl",      "dt",    "dd",     "details", "summary",
                 "form",       "fieldset", "legend",     "caption", "body",  "html"});
}

/// The tag that stands for this one in the output; empty: only its content is shown.
QString shownName(const QString& name) {
    static const QHash<QString, QString> names = {{"p", "p"},
                                                  {"h1", "h1"},
                                                  {"h2", "h2"},
                                                  {"h3", "h3"},
                                                  {"h4", "h4"},
                                                  {"h5", "h4"},
                                                  {"h6", "h4"},
                                                  {"ul", "ul"},
                                                  {"ol", "ol"},
                                                  {"li", "li"},
                                                  {"blockquote", "blockquote"},
                                                  {"pre", "pre"},
                                                  {"code", "code"},
                                                  {"tt", "code"},
                                                  {"kbd", "code"},
                                                  {"samp", "code"},
                                                  {"em", "em"},
                                                  {"i", "i"},
                                                  {"cite", "i"},
                                                  {"dfn", "i"},
                                                  {"var", "i"},
                                                  {"strong", "strong"},
                                                  {"b", "b"},
                                                  {"u", "u"},
                                                  {"ins", "u"},
                                                  {"s", "s"},
                                                  {"strike", "s"},
                                                  {"del", "s"},
                                                  {"sub", "sub"},
                                                  {"sup", "sup"},
                                                  {"table", "table"},
                                                  {"tr", "tr"},
                                                  {"td", "td"},
                                                  {"th", "th"},
                                                  {"span", "span"},
                                                  {"mark", "b"},
                                                  {"a", "a"},
                                                  {"q", "i"},
                                                  {"figure", "div"},
                                                  {"figcaption", "p"},
                                                  {"div", "div"},
                                                  {"article", "div"},
                                                  {"section", "div"},
                                                  {"main", "div"},
                                                  {"header", "div"},
                                                  {"footer", "div"},
                                                  {"nav", "div"},
                                                  {"aside", "div"},
                                                  {"address", "div"},
                                                  {"center", "div"},
                                                  {"dl", "div"},
                                                  {"dt", "p"},
                                                  {"dd", "p"},
                                                  {"details", "div"},
                                                  {"summary", "p"},
                                                  {"caption", "p"},
                                                  {"fieldset", "div"},
                                                  {"legend", "p"},
                                                  {"form", "div"}};
    return names.value(name);
}

} // namespace moderato::interchange
