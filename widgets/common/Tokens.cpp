#include "widgets/common/Tokens.h"

#include <QHash>

#include <array>
#include <cmath>

namespace moderato::widgets {

const Tokens& lightTokens() {
    static const Tokens theme = [] {
        Tokens t;
        t.window = QColor(0xf2f3f5);
        t.surface = QColor(0xffffff);
        t.raised = QColor(0xe9ebee);
        t.field = QColor(0xffffff);
        t.line = QColor(0xdcdfe4);
        t.lineStrong = QColor(0xb4bac4);
        t.text = QColor(0x1b1f26);
        t.textMuted = QColor(0x565e6b);
        t.textFaint = QColor(0x9aa1ad);
        t.accent = QColor(0x1f5fbf);
        t.onAccent = QColor(0xffffff);
        t.accentText = QColor(0x1a56b0);
        t.accentSoft = QColor(0xdce8fa);
        t.prediction = QColor(0xc3c9d2);
        t.danger = QColor(0xb3261e);
        t.onDanger = QColor(0xffffff);
        t.dangerText = QColor(0xa3221b);
        t.dangerSoft = QColor(0xfbe9e7);
        t.warningText = QColor(0x7a4b00);
        t.warningSoft = QColor(0xfdf1d8);
        t.successText = QColor(0x1d6b3a);
        return t;
    }();
    return theme;
}

const Tokens& darkTokens() {
    static const Tokens theme = [] {
        Tokens t;
        t.window = QColor(0x16181c);
        t.surface = QColor(0x1e2126);
        t.raised = QColor(0x2a2e35);
        t.field = QColor(0x191c20);
        t.line = QColor(0x32373f);
        t.lineStrong = QColor(0x565d69);
        t.text = QColor(0xe6e8eb);
        t.textMuted = QColor(0xa9b0bb);
        t.textFaint = QColor(0x6b727d);
        t.accent = QColor(0x6ea8fe);
        t.onAccent = QColor(0x0b1526);
        t.accentText = QColor(0x8bb9ff);
        t.accentSoft = QColor(0x263650);
        t.prediction = QColor(0x565d69);
        t.danger = QColor(0xf2867e);
        t.onDanger = QColor(0x2a0805);
        t.dangerText = QColor(0xf59a93);
        t.dangerSoft = QColor(0x3b2220);
        t.warningText = QColor(0xe9bd6c);
        t.warningSoft = QColor(0x3a2f1a);
        t.successText = QColor(0x7fcf9b);
        t.dark = true;
        return t;
    }();
    return theme;
}

const Tokens& tokens(const QPalette& palette) {
    // A role that style sheets never touch: they put a widget's own background into Window and Button.
    return palette.color(QPalette::Active, QPalette::ToolTipBase).lightness() < 128 ? darkTokens()
                                                                                    : lightTokens();
}

QColor categoryColor(const QString& code) {
    // Okabe and Ito's set without black, which no dark theme can show, and with a grey in its place.
    static const std::array<QColor, 8> set = {QColor(0xe69f00), QColor(0x56b4e9), QColor(0x009e73),
                                              QColor(0xf0e442), QColor(0x0072b2), QColor(0xd55e00),
                                              QColor(0xcc79a7), QColor(0x999999)};
    if (code.isEmpty()) {
        return set.back();
    }
    // The first eight of the default taxonomy are told apart; all others share the set.
    static const QHash<QString, int> fixed = {
        {"politics", 4},      {"disaster", 5}, {"doctor_patient", 2}, {"strange_events", 6}, {"food", 0},
        {"entertainment", 3}, {"fun", 1},      {"car_models", 7}};
    if (const auto known = fixed.constFind(code); known != fixed.cend()) {
        return set[std::size_t(*known)];
    }
    // FNV-1a: the same colour for a code on every machine and in every run, unlike qHash.
    quint32 hash = 2166136261U;
    for (const QChar c : code) {
        hash = (hash ^ c.unicode()) * 16777619U;
    }
    return set[(hash ^ (hash >> 15)) % 7];
}

double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double channel) {
            return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
               0.0722 * linear(color.blueF());
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor readableOn(const QColor& ground) {
    const QColor black(0x101215);
    const QColor white(0xffffff);
    return contrast(black, ground) >= contrast(white, ground) ? black : white;
}

} // namespace moderato::widgets
