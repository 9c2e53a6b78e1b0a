#include "core/interchange/private/HtmlParser.h"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <memory>

namespace moderato::interchange {

namespace {

constexpr int maxAttributes = 64;
constexpr qsizetype maxAttributeLength = 64 << 10;

struct Parse {
    HtmlHandler& handler;
    htmlParserCtxtPtr context = nullptr;
    int depth = 0;
    qsizetype stoppedAt = -1;

    void stop() {
        if (stoppedAt < 0) {
            stoppedAt = std::max<qsizetype>(xmlByteConsumed(context), 0);
            xmlStopParser(context);
        }
    }
};

Parse& parseOf(void* data) {
    return *static_cast<Parse*>(data);
}

QString textOf(const xmlChar* text) {
    return text ? QString::fromUtf8(reinterpret_cast<const char*>(text)) : QString();
}

HtmlAttributes attributesOf(const xmlChar** pairs) {
    HtmlAttributes attributes;
    for (int i = 0; pairs && pairs[i] && i < 2 * maxAttributes; i += 2) {
        attributes.insert(textOf(pairs[i]).toLower(), textOf(pairs[i + 1]).left(maxAttributeLength));
    }
    return attributes;
}

void onStart(void* data, const xmlChar* name, const xmlChar** attributes) {
    Parse& parse = parseOf(data);
    if (parse.stoppedAt >= 0) {
        return;
    }
    if (++parse.depth > maxHtmlDepth || !parse.handler.wantsMore()) {
        parse.stop();
        return;
    }
    parse.handler.startTag(textOf(name).toLower(), attributesOf(attributes));
}

void onEnd(void* data, const xmlChar* name) {
    Parse& parse = parseOf(data);
    if (parse.stoppedAt >= 0) {
        return;
    }
    --parse.depth;
    parse.handler.endTag(textOf(name).toLower());
}

void onText(void* data, const xmlChar* text, int length) {
    Parse& parse = parseOf(data);
    if (parse.stoppedAt >= 0) {
        return;
    }
    if (!parse.handler.wantsMore()) {
        parse.stop();
        return;
    }
    parse.handler.text(QString::fromUtf8(reinterpret_cast<const char*>(text), length));
}

void onError(void*, xmlErrorPtr) {}

xmlSAXHandler saxHandler() {
    xmlSAXHandler sax{};
    sax.startElement = onStart;
    sax.endElement = onEnd;
    sax.characters = onText;
    sax.cdataBlock = onText;
    sax.ignorableWhitespace = onText;
    sax.serror = onError;
    sax.initialized = XML_SAX2_MAGIC; // Only then are errors given to `serror` and not printed.
    return sax;
}

} // namespace

qsizetype parseHtml(const QByteArray& utf8, HtmlHandler& handler) {
    static const bool initialized = (xmlInitParser(), true);
    Q_UNUSED(initialized)
    if (utf8.isEmpty()) {
        return -1;
    }
    const std::unique_ptr<xmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(
        htmlCreateMemoryParserCtxt(utf8.constData(), int(utf8.size())), &htmlFreeParserCtxt);
    if (!context) {
        return 0;
    }
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    *context->sax = saxHandler();
    Parse parse{handler, context.get()};
    context->userData = &parse;
    htmlParseDocument(context.get());
    return parse.stoppedAt;
}

} // namespace moderato::interchange
