#pragma once

#include "core/interchange/HtmlSanitizer.h"
#include "core/interchange/private/HtmlParser.h"
#include "core/interchange/private/Style.h"

#include <QMap>

namespace moderato::interchange {

/// Builds a SanitizedArticle out of what the parser finds: writes only tags of its allow-list, in its own
/// spelling, and every text escaped. Balanced and bounded whatever comes in.
class HtmlArticle final : public HtmlHandler {
public:
    explicit HtmlArticle(QString baseFolder);

    void startTag(const QString& name, const HtmlAttributes& attributes) override;
    void endTag(const QString& name) override;
    void text(const QString& text) override;
    bool wantsMore() const override;

    /// What the parser did not come to, as plain text: `rest` with its tags.
    void addUnparsed(const QString& rest);
    SanitizedArticle take();

private:
    enum class Part { Transparent, Dropped, Shown };
    enum class Removed {
        Script,
        StyleSheet,
        Frame,
        Object,
        Form,
        Redirect,
        Base,
        Handler,
        ScriptLink,
        StyleAddress,
        DirectionMark
    };

    struct Element {
        QString name;
        QString endTag; ///< What closes it in the output; empty: nothing was written.
        bool drops = false;
        bool hides = false; ///< It or one around it.
        bool visible = true;
        bool isBlock = false;
        bool isPre = false;
        Rgb color = 0xFF000000;
        Rgb background = 0xFFFFFFFF;
    };

    const Element& top() const { return open_.back(); }
    void openElement(Element element, const QString& name, const HtmlAttributes& attributes);
    QString tagFor(const QString& name, const HtmlAttributes& attributes, Element& element);
    void applyStyle(Element& element, const QString& name, const HtmlAttributes& attributes);
    void count(Removed what, int n = 1) { removed_[what] += n; }
    void countDropped(const QString& name, const HtmlAttributes& attributes);
    void countAttributes(const HtmlAttributes& attributes);
    void addPicture(const HtmlAttributes& attributes);
    void placeholder(const QString& text);
    void addText(QString text);
    void addPlain(const QString& text);
    void breakPlain();
    void flushHidden();
    QString withoutInvisible(const QString& text);
    static QString sentenceFor(Removed what);
    QStringList removedSentences() const;

    const QString baseFolder_;
    SanitizedArticle article_;
    StyleSheet sheet_;
    std::vector<Element> open_;
    QString css_;
    QString title_;
    QString heading_;
    QString hiddenText_;
    QMap<Removed, int> removed_;
    QMap<QString, int> pictures_; ///< Sentence without its count → how many.
    QMap<QString, QStringList> pictureNames_;
    int tables_ = 0;
    int lists_ = 0;
    int elements_ = 0;
    bool truncated_ = false;
    bool tooDeep_ = false;
};

} // namespace moderato::interchange
