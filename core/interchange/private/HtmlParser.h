#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace moderato::interchange {

using HtmlAttributes = QHash<QString, QString>;

/// Takes what the parser finds, in order. Names are in lower case; every start has its end, unless `isVoid`
/// or the parser stopped.
class HtmlHandler {
public:
    virtual ~HtmlHandler() = default;
    virtual void startTag(const QString& name, const HtmlAttributes& attributes) = 0;
    virtual void endTag(const QString& name) = 0;
    virtual void text(const QString& text) = 0;
    /// False: enough was seen.
    virtual bool wantsMore() const = 0;
};

/// How deep elements may be nested: what is deeper is a trick, and makes parsers slow.
constexpr int maxHtmlDepth = 256;

/// Parses HTML as forgivingly as browsers do, without loading anything. Gives the offset at which it stopped
/// because of the depth or because the handler had enough, −1 where it came to the end.
qsizetype parseHtml(const QByteArray& utf8, HtmlHandler& handler);

} // namespace moderato::interchange
