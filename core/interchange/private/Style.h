#pragma once

#include "core/interchange/private/HtmlParser.h"

#include <QString>

#include <optional>
#include <vector>

namespace moderato::interchange {

using Rgb = quint32; ///< 0xFFRRGGBB

/// What a style does to whether a reader sees an element's text. Where that is not certain the text counts as
/// seen, so that nothing can be kept from the models by a style that does not really hold.
struct StyleEffect {
    QHash<QString, bool> hiding; ///< By property: a later declaration of the same one replaces it.
    std::optional<bool> visible; ///< visibility: an inner element can show itself again.
    std::optional<Rgb> color;
    std::optional<Rgb> background;
    bool loadsAddress = false; ///< url(…), @import, expression(…)

    bool hides() const;
    void add(const StyleEffect& other);
};

/// Of the declarations of a style attribute.
StyleEffect effectOfDeclarations(const QString& declarations);

/// The rules of an article's style sheets whose selector is one simple compound (tag, .class, #id).
class StyleSheet {
public:
    void add(const QString& css);
    StyleEffect effectOn(const QString& tag, const HtmlAttributes& attributes) const;
    bool loadsAddress() const { return loadsAddress_; }

private:
    struct Rule {
        QString tag;
        QStringList classes;
        QString id;
        StyleEffect effect;
    };
    void addRule(const QString& selectors, const QString& declarations);

    std::vector<Rule> rules_;
    bool loadsAddress_ = false;
};

std::optional<Rgb> parseColor(const QString& text);

} // namespace moderato::interchange
