#include "core/interchange/private/HtmlArticle.h"

#include "core/interchange/private/HtmlTags.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/Invisible.h"
#include "core/interchange/private/PictureAddress.h"

#include <algorithm>

namespace moderato::interchange {

namespace {

// What a window can lay out without pain; more is cut, and the article says so.
constexpr qsizetype maxText = 1'000'000;
constexpr int maxElements = 100'000;
constexpr size_t maxImages = 500;
constexpr int maxShownDepth = 48;
constexpr int maxTables = 4;
constexpr int maxLists = 12;
constexpr qsizetype maxHiddenShown = 2000;

QString spanAttribute(const HtmlAttributes& attributes, const QString& name) {
    const int span = attributes.value(name).toInt();
    return span > 1 ? QString(" %1=\"%2\"").arg(name).arg(std::min(span, 50)) : QString();
}

} // namespace

HtmlArticle::HtmlArticle(QString baseFolder)
    : baseFolder_(std::move(baseFolder)) {
    open_.push_back({});
}

bool HtmlArticle::wantsMore() const {
    return !truncated_;
}

void HtmlArticle::startTag(const QString& name, const HtmlAttributes& attributes) {
    if (++elements_ > maxElements) {
        truncated_ = true;
    }
    Element element = top();
    element.name = name;
    element.endTag.clear();
    element.isBlock = isBlock(name);
    element.isPre = element.isPre || name == "pre";
    countAttributes(attributes);
    if (element.drops || dropsContent(name)) {
        if (!element.drops) {
            countDropped(name, attributes);
        }
        element.drops = true;
        open_.push_back(element);
        return;
    }
    applyStyle(element, name, attributes);
    openElement(element, name, attributes);
}

void HtmlArticle::openElement(Element element, const QString& name, const HtmlAttributes& attributes) {
    const bool hides = element.hides || !element.visible;
    if (element.isBlock && !hides) {
        breakPlain();
    }
    if (hides != (top().hides || !top().visible)) {
        flushHidden();
    }
    if (!hides) {
        article_.html += tagFor(name, attributes, element);
        if (attributes.value("aria-hidden") == "true") { // Seen by most readers, so models read it too.
            element.endTag.prepend("<span class=\"hidden\">]</span>");
            article_.html +=
                "<span class=\"hidden\">" + Import::tr("[kept from screen readers: ") + "</span>";
        }
    } else if (element.isBlock && !hiddenText_.isEmpty()) {
        hiddenText_ += ' ';
    }
    open_.push_back(element);
    if (name == "img" || name == "image") {
        addPicture(attributes);
    }
}

QString HtmlArticle::tagFor(const QString& name, const HtmlAttributes& attributes, Element& element) {
    if (name == "br" || name == "hr") {
        addPlain("\n");
        return '<' + name + '>';
    }
    QString shown = shownName(name);
    const bool isTable = shown == "table";
    const bool isList = shown == "ul" || shown == "ol";
    const bool isCell = shown == "tr" || shown == "td" || shown == "th";
    if (shown.isEmpty() || open_.size() > size_t(maxShownDepth) || (isTable && tables_ >= maxTables) ||
        (isList && lists_ >= maxLists) || (isCell && (tables_ == 0 || tables_ >= maxTables)) ||
        (shown == "li" && lists_ == 0)) {
        return {};
    }
    tables_ += isTable ? 1 : 0;
    lists_ += isList ? 1 : 0;
    element.endTag = "</" + shown + '>';
    if (shown == "td" || shown == "th") {
        addPlain("\t");
        return '<' + shown + spanAttribute(attributes, "colspan") + spanAttribute(attributes, "rowspan") +
               '>';
    }
    if (shown == "a") {
        const QString address = attributes.value("href").left(2000);
        const QString scheme = schemeOf(address);
        const bool harmless = scheme.isEmpty() || isIn(scheme, {"http", "https", "mailto"});
        if (isIn(scheme, {"javascript", "vbscript", "data"})) {
            count(Removed::ScriptLink);
        }
        return harmless && !address.isEmpty()
                   ? "<a title=\"" + withoutInvisible(address).toHtmlEscaped() + "\">"
                   : QString("<a>");
    }
    return '<' + shown + '>';
}

void HtmlArticle::endTag(const QString& name) {
    if (open_.size() <= 1) {
        return;
    }
    const Element element = top();
    if (name == "style" && element.drops) {
        sheet_.add(css_);
        css_.clear();
    }
    open_.pop_back();
    if (element.drops) {
        return;
    }
    const bool hidden = element.hides || !element.visible;
    if (hidden != (top().hides || !top().visible)) {
        flushHidden();
    }
    if (!element.endTag.isEmpty()) {
        article_.html += element.endTag;
        tables_ -= element.endTag.endsWith("</table>") ? 1 : 0;
        lists_ -= element.endTag.endsWith("</ul>") || element.endTag.endsWith("</ol>") ? 1 : 0;
    }
    if (element.isBlock && !hidden) {
        breakPlain();
    }
}

void HtmlArticle::applyStyle(Element& element, const QString& name, const HtmlAttributes& attributes) {
    StyleEffect effect = sheet_.effectOn(name, attributes);
    if (attributes.contains("style")) {
        effect.add(effectOfDeclarations(attributes.value("style")));
    }
    if (effect.loadsAddress) {
        count(Removed::StyleAddress);
    }
    if (const auto color = parseColor(attributes.value(name == "body" ? "text" : "color"));
        color && !effect.color) {
        effect.color = color;
    }
    if (const auto color = parseColor(attributes.value("bgcolor")); color && !effect.background) {
        effect.background = color;
    }
    element.color = effect.color.value_or(element.color);
    element.background = effect.background.value_or(element.background);
    element.visible = effect.visible.value_or(element.visible);
    const bool sameColor = element.color == element.background && (effect.color || effect.background);
    element.hides = element.hides || effect.hides() || sameColor || attributes.contains("hidden");
}

void HtmlArticle::countDropped(const QString& name, const HtmlAttributes& attributes) {
    if (name == "script") {
        count(Removed::Script);
    } else if (name == "style" ||
               (name == "link" && attributes.value("rel").contains("stylesheet", Qt::CaseInsensitive))) {
        count(Removed::StyleSheet);
    } else if (isIn(name, {"iframe", "frame", "frameset"})) {
        count(Removed::Frame);
    } else if (isIn(name, {"object", "embed", "applet", "svg", "canvas", "audio", "video"})) {
        count(Removed::Object);
        placeholder(Import::tr("[embedded object not shown]"));
    } else if (isIn(name, {"input", "button", "select", "textarea"})) {
        count(Removed::Form);
    } else if (name == "meta" &&
               attributes.value("http-equiv").compare("refresh", Qt::CaseInsensitive) == 0) {
        count(Removed::Redirect);
    } else if (name == "base") {
        count(Removed::Base);
    }
}

void HtmlArticle::countAttributes(const HtmlAttributes& attributes) {
    for (auto it = attributes.begin(); it != attributes.end(); ++it) {
        if (it.key().startsWith("on") && it.key().size() > 3) {
            count(Removed::Handler);
        } else if (it.key() == "background" && !it.value().isEmpty()) {
            count(Removed::StyleAddress);
        }
    }
}

void HtmlArticle::placeholder(const QString& text) {
    if (!top().hides && top().visible) {
        article_.html += "<span class=\"placeholder\">" + text.toHtmlEscaped() + "</span>";
    }
}

void HtmlArticle::addPicture(const HtmlAttributes& attributes) {
    QString address = attributes.value("src");
    const QString later = attributes.value("data-src");
    if ((address.isEmpty() || schemeOf(address) == "data") && !later.isEmpty()) {
        address = later; // Pictures that a script would have loaded.
    }
    const PictureAddress picture = resolvePicture(address, baseFolder_);
    const QString alt = withoutInvisible(attributes.value("alt").simplified().left(300));
    const bool hidden = top().hides || !top().visible;
    const auto isTiny = [&](const QString& name) {
        bool number = false;
        const int size = QString(attributes.value(name)).remove("px").toInt(&number);
        return number && size <= 2;
    };
    const bool tracks =
        picture.kind == PictureAddress::Kind::Remote && (hidden || isTiny("width") || isTiny("height"));
    const auto refuse = [&](const QString& sentence, const QString& mark) {
        ++pictures_[sentence];
        QStringList& names = pictureNames_[sentence];
        if (!picture.name.isEmpty() && !names.contains(picture.name) && names.size() < 5) {
            names << picture.name;
        }
        if (!mark.isEmpty()) {
            placeholder(alt.isEmpty() ? '[' + mark + ']' : '[' + mark + ": " + alt + ']');
        }
    };
    using Kind = PictureAddress::Kind;
    if (tracks) {
        refuse(Import::tr("Tracking pictures removed: %1"), {});
    } else if (picture.kind == Kind::Remote) {
        refuse(Import::tr("Remote pictures not loaded: %1"), Import::tr("remote picture not loaded"));
    } else if (picture.kind == Kind::Embedded) {
        refuse(Import::tr("Embedded pictures not shown: %1"), Import::tr("embedded picture not shown"));
    } else if (picture.kind == Kind::Outside || picture.kind == Kind::File) {
        refuse(Import::tr("Pictures outside the article's folder not loaded: %1"),
               Import::tr("picture outside the article's folder not loaded"));
    } else if (picture.kind == Kind::Missing) {
        refuse(Import::tr("Pictures that are not there: %1"), Import::tr("picture not there"));
    } else if (picture.kind == Kind::Script) {
        count(Removed::ScriptLink);
    } else if (picture.kind == Kind::Local && !hidden) {
        auto known = std::ranges::find(article_.images, picture.path, &ArticleImage::path);
        if (known == article_.images.end() && article_.images.size() < maxImages) {
            article_.images.push_back(
                {QString("moderato-image:%1").arg(article_.images.size()), picture.path, alt});
            known = std::prev(article_.images.end());
        }
        if (known != article_.images.end()) {
            article_.html += "<img src=\"" + known->url + "\" alt=\"" + alt.toHtmlEscaped() + "\">";
        }
    }
}

void HtmlArticle::text(const QString& text) {
    if (open_.size() > 1 && top().drops) {
        if (top().name == "style" && css_.size() < maxText) {
            css_ += text;
        } else if (top().name == "title" && title_.size() < 2000) {
            title_ += text;
        }
        return;
    }
    addText(text);
}

void HtmlArticle::addText(QString text) {
    const qsizetype room = maxText - article_.plainText.size() - hiddenText_.size();
    if (text.size() > room) {
        text.truncate(std::max<qsizetype>(room, 0));
        truncated_ = true;
    }
    if (top().hides || !top().visible) {
        hiddenText_ += text;
        return;
    }
    const bool inHeading = top().name.size() == 2 && top().name[0] == 'h' && top().name[1].isDigit();
    const QString clean = withoutInvisible(text);
    if (inHeading && heading_.size() < 500) {
        heading_ += clean;
    }
    article_.html += clean.toHtmlEscaped();
    flushHidden();
    addPlain(top().isPre ? clean : QString(clean).replace(QChar::Nbsp, ' '));
}

QString HtmlArticle::withoutInvisible(const QString& text) {
    if (!holdsInvisible(text)) {
        return text;
    }
    VisibleText found = visibleText(text);
    hiddenText_ += found.hidden;
    if (found.directionMarks > 0) {
        count(Removed::DirectionMark, found.directionMarks);
    }
    return found.text;
}

void HtmlArticle::addPlain(const QString& text) {
    QString& plain = article_.plainText;
    if (top().isPre || text == "\n" || text == "\t") {
        const bool atStart = plain.isEmpty() || plain.endsWith('\n');
        plain += text == "\t" && atStart ? QString() : text;
        return;
    }
    for (const QChar c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space) {
            plain += c;
        } else if (!plain.isEmpty() && !plain.back().isSpace()) {
            plain += ' ';
        }
    }
}

void HtmlArticle::breakPlain() {
    QString& plain = article_.plainText;
    while (plain.endsWith(' ') || plain.endsWith('\t')) {
        plain.chop(1);
    }
    if (!plain.isEmpty() && !plain.endsWith('\n')) {
        plain += '\n';
    }
}

void HtmlArticle::flushHidden() {
    const QString text = hiddenText_.simplified();
    hiddenText_.clear();
    if (text.isEmpty()) {
        return;
    }
    ++article_.hiddenPassages;
    const QString shown = text.size() > maxHiddenShown ? text.left(maxHiddenShown) + "…" : text;
    article_.html += "<span class=\"hidden\">" +
                     Import::tr("[hidden text: %1]").arg(dotted(shown)).toHtmlEscaped() + "</span>";
}

void HtmlArticle::addUnparsed(const QString& rest) {
    while (open_.size() > 1) {
        endTag(top().name);
    }
    tooDeep_ = !truncated_;
    QString text;
    bool inTag = false;
    for (const QChar c : rest) {
        if (text.size() > maxText) {
            break;
        }
        if (c == '<') {
            inTag = true;
        } else if (c == '>') {
            inTag = false;
            text += ' ';
        } else if (!inTag) {
            text += c;
        }
    }
    text = text.simplified();
    if (!truncated_ && !text.isEmpty()) {
        article_.html += "<p>";
        breakPlain();
        addText(text);
        article_.html += "</p>";
    }
}

QString HtmlArticle::sentenceFor(Removed what) {
    switch (what) {
    case Removed::Script:
        return Import::tr("Scripts removed: %1.");
    case Removed::StyleSheet:
        return Import::tr("Style sheets removed: %1.");
    case Removed::Frame:
        return Import::tr("Embedded pages removed: %1.");
    case Removed::Object:
        return Import::tr("Embedded objects removed: %1.");
    case Removed::Form:
        return Import::tr("Form fields removed: %1.");
    case Removed::Redirect:
        return Import::tr("Redirects to other pages removed: %1.");
    case Removed::Base:
        return Import::tr("Base addresses ignored: %1.");
    case Removed::Handler:
        return Import::tr("Event handlers removed: %1.");
    case Removed::ScriptLink:
        return Import::tr("Links that run scripts removed: %1.");
    case Removed::StyleAddress:
        return Import::tr("Styles that load files removed: %1.");
    case Removed::DirectionMark:
        return Import::tr("Marks that turn the direction of text removed: %1.");
    }
    return {};
}

QStringList HtmlArticle::removedSentences() const {
    QStringList list;
    for (auto it = removed_.begin(); it != removed_.end(); ++it) {
        list << sentenceFor(it.key()).arg(it.value());
    }
    for (auto it = pictures_.begin(); it != pictures_.end(); ++it) {
        const QStringList names = pictureNames_.value(it.key());
        list << it.key().arg(it.value()) + (names.isEmpty() ? "." : " (" + names.join(", ") + ").");
    }
    if (article_.hiddenPassages > 0) {
        list << Import::tr("Hidden passages marked: %1.").arg(article_.hiddenPassages);
    }
    if (tooDeep_) {
        list << Import::tr(
                    "The article is nested more than %1 levels deep; what is deeper is shown as plain text.")
                    .arg(maxHtmlDepth);
    }
    if (truncated_) {
        list << Import::tr("The article is too long to show: it was cut after %1 characters.")
                    .arg(article_.plainText.size());
    }
    return list;
}

SanitizedArticle HtmlArticle::take() {
    while (open_.size() > 1) {
        endTag(top().name);
    }
    flushHidden();
    breakPlain();
    article_.plainText = article_.plainText.trimmed();
    article_.title = withoutInvisible(title_).simplified();
    if (article_.title.isEmpty()) {
        article_.title = heading_.simplified();
    }
    hiddenText_.clear();
    article_.removed = removedSentences();
    return std::move(article_);
}

} // namespace moderato::interchange
