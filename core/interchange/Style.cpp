#include "core/interchange/private/Style.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace moderato::interchange {

namespace {

constexpr size_t maxRules = 2000;

/// The number at the beginning of a length, whatever its unit; nothing where there is none.
std::optional<double> lengthOf(const QString& value) {
    static const QRegularExpression number(
        R"(^\s*([+-]?\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|mm|cm|in|pc|%|vw|vh|vmin|vmax)?\s*$)");
    const auto match = number.match(value);
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

bool isNearlyZero(const QString& value, double limit) {
    const auto length = lengthOf(value);
    return length && std::abs(*length) <= limit;
}

bool isFarAway(const QString& value) {
    const auto length = lengthOf(value);
    return length && *length <= -900;
}

bool hidesByLength(const QString& name, const QString& value) {
    if (name == "opacity") {
        return isNearlyZero(value, value.endsWith('%') ? 5 : 0.05);
    }
    if (name == "font-size") {
        return isNearlyZero(value, value.endsWith("em") ? 0.1 : value.endsWith('%') ? 10 : 1);
    }
    return isFarAway(value); // text-indent, left, …
}

bool isEmptyClip(const QString& value) {
    static const QRegularExpression nothing(
        R"(^(rect\(\s*[01](px)?([\s,]+[01](px)?){3}\s*\)|inset\(\s*(50|100)%.*\)|circle\(\s*0.*\))$)");
    return nothing.match(value).hasMatch();
}

void applyDeclaration(const QString& name, const QString& value, StyleEffect& effect) {
    static const QSet<QString> lengths = {"opacity", "font-size",   "text-indent", "left",
                                          "top",     "margin-left", "margin-top"};
    static const QSet<QString> sizes = {"height", "width", "max-height", "max-width"};
    if (name == "display") {
        effect.hiding[name] = value == "none";
    } else if (name == "visibility") {
        effect.visible = value != "hidden" && value != "collapse";
    } else if (lengths.contains(name)) {
        effect.hiding[name] = hidesByLength(name, value);
    } else if (name == "color") {
        effect.hiding[name] = value == "transparent" || (value.startsWith("rgba(") && value.endsWith(",0)"));
        effect.color = parseColor(value);
    } else if (name == "background-color" || name == "background") {
        effect.background = parseColor(value.section(' ', 0, 0));
    } else if (sizes.contains(name)) {
        effect.hiding["no " + name] = isNearlyZero(value, 1);
    } else if (name == "overflow") {
        effect.hiding[name] = value == "hidden" || value == "clip";
    } else if (name == "clip" || name == "clip-path") {
        effect.hiding[name] = isEmptyClip(value);
    } else if (name == "transform") {
        effect.hiding[name] = QString(value).remove(' ').startsWith("scale(0)");
    }
}

QString withoutComments(QString css) {
    static const QRegularExpression comment(R"(/\*.*?(\*/|$))",
                                            QRegularExpression::DotMatchesEverythingOption);
    return css.remove(comment);
}

bool namesAddress(const QString& css) {
    return css.contains("url(", Qt::CaseInsensitive) || css.contains("@import", Qt::CaseInsensitive) ||
           css.contains("expression(", Qt::CaseInsensitive);
}

} // namespace

bool StyleEffect::hides() const {
    bool noSize = false;
    for (auto it = hiding.begin(); it != hiding.end(); ++it) {
        if (it.key().startsWith("no ")) {
            noSize = noSize || it.value();
        } else if (it.value() && it.key() != "overflow") {
            return true;
        }
    }
    return noSize && hiding.value("overflow");
}

void StyleEffect::add(const StyleEffect& other) {
    hiding.insert(other.hiding);
    visible = other.visible ? other.visible : visible;
    color = other.color ? other.color : color;
    background = other.background ? other.background : background;
    loadsAddress = loadsAddress || other.loadsAddress;
}

StyleEffect effectOfDeclarations(const QString& declarations) {
    StyleEffect effect;
    effect.loadsAddress = namesAddress(declarations);
    for (const QString& declaration : withoutComments(declarations).split(';', Qt::SkipEmptyParts)) {
        const qsizetype colon = declaration.indexOf(':');
        QString value = declaration.mid(colon + 1).toLower().remove("!important").simplified();
        value.replace(", ", ",");
        applyDeclaration(declaration.left(std::max<qsizetype>(colon, 0)).trimmed().toLower(), value, effect);
    }
    return effect;
}

void StyleSheet::add(const QString& css) {
    const QString text = withoutComments(css);
    loadsAddress_ = loadsAddress_ || namesAddress(text);
    qsizetype pos = 0;
    while (pos < text.size() && rules_.size() < maxRules) {
        const qsizetype open = text.indexOf('{', pos);
        if (open < 0) {
            return;
        }
        QString selectors = text.mid(pos, open - pos).trimmed();
        selectors = selectors.mid(selectors.lastIndexOf(';') + 1).trimmed(); // After "@import …;".
        if (!selectors.startsWith('@')) {
            const qsizetype close = text.indexOf('}', open);
            addRule(selectors, text.mid(open + 1, (close < 0 ? text.size() : close) - open - 1));
            pos = close < 0 ? text.size() : close + 1;
            continue;
        }
        if (selectors == "@media screen" || selectors == "@media all") {
            pos = open + 1; // Its rules hold; the closing brace that is left over is harmless.
            continue;
        }
        int depth = 1;
        for (pos = open + 1; pos < text.size() && depth > 0; ++pos) {
            depth += text[pos] == '{' ? 1 : text[pos] == '}' ? -1 : 0;
        }
    }
}

void StyleSheet::addRule(const QString& selectors, const QString& declarations) {
    static const QRegularExpression compound(
        R"(^([a-zA-Z][a-zA-Z0-9]*|\*)?((?:\.[\w-]+)*)(#[\w-]+)?((?:\.[\w-]+)*)$)");
    const StyleEffect effect = effectOfDeclarations(declarations);
    if (effect.hiding.isEmpty() && !effect.visible && !effect.color && !effect.background) {
        return;
    }
    for (QString selector : selectors.split(',')) {
        selector = selector.remove('}').simplified();
        const auto match = compound.match(selector);
        if (match.hasMatch() && !selector.isEmpty() && rules_.size() < maxRules) {
            const QStringList classes =
                (match.captured(2) + match.captured(4)).split('.', Qt::SkipEmptyParts);
            const QString tag = match.captured(1) == "*" ? QString() : match.captured(1).toLower();
            rules_.push_back({tag, classes, match.captured(3).mid(1), effect});
        }
    }
}

StyleEffect StyleSheet::effectOn(const QString& tag, const HtmlAttributes& attributes) const {
    StyleEffect effect;
    if (rules_.empty()) {
        return effect;
    }
    const QStringList classes = attributes.value("class").simplified().split(' ', Qt::SkipEmptyParts);
    const QString id = attributes.value("id");
    for (const Rule& rule : rules_) {
        const bool hasClasses =
            std::ranges::all_of(rule.classes, [&](const QString& c) { return classes.contains(c); });
        if (hasClasses && (rule.tag.isEmpty() || rule.tag == tag) && (rule.id.isEmpty() || rule.id == id)) {
            effect.add(rule.effect);
        }
    }
    return effect;
}

std::optional<Rgb> parseColor(const QString& text) {
    static const QHash<QString, Rgb> names = {
        {"white", 0xFFFFFFFF},      {"black", 0xFF000000},      {"red", 0xFFFF0000},   {"yellow", 0xFFFFFF00},
        {"blue", 0xFF0000FF},       {"green", 0xFF008000},      {"gray", 0xFF808080},  {"grey", 0xFF808080},
        {"silver", 0xFFC0C0C0},     {"whitesmoke", 0xFFF5F5F5}, {"ivory", 0xFFFFFFF0}, {"snow", 0xFFFFFAFA},
        {"ghostwhite", 0xFFF8F8FF}, {"lime", 0xFF00FF00}};
    const QString value = text.trimmed().toLower();
    if (names.contains(value)) {
        return names.value(value);
    }
    static const QRegularExpression hex("^#?([0-9a-f]{3}|[0-9a-f]{6})$");
    if (const auto match = hex.match(value); match.hasMatch()) {
        QString digits = match.captured(1);
        if (digits.size() == 3) {
            digits = QString("%1%1%2%2%3%3").arg(digits[0]).arg(digits[1]).arg(digits[2]);
        }
        return 0xFF000000 | digits.toUInt(nullptr, 16);
    }
    static const QRegularExpression rgb(
        R"(^rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\b.*\)$)");
    if (const auto match = rgb.match(value); match.hasMatch()) {
        const auto part = [&](int index, int shift) {
            return (match.captured(index).toUInt() & 255) << shift;
        };
        return 0xFF000000 | part(1, 16) | part(2, 8) | part(3, 0);
    }
    return std::nullopt;
}

} // namespace moderato::interchange
