#include "core/interchange/private/Invisible.h"

#include "core/interchange/private/Import.h"

#include <algorithm>

namespace moderato::interchange {

namespace {

constexpr char32_t blackFlag = 0x1F3F4; // Tags behind it name a region.
constexpr qsizetype suspiciousRun = 3;

bool isDirectionMark(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isInvisible(char32_t c) {
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0x00AD ||
           c == 0x180E || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 ||
           (c >= 0xE0000 && c <= 0xE007F) || (c >= 0xE0100 && c <= 0xE01EF);
}

/// Joiners shape letters and emoji in honest text.
bool isJoiner(char32_t c) {
    return c == 0x200C || c == 0x200D;
}

/// Tag characters spell plain ASCII.
QString spelledByTags(const std::u32string& run) {
    QString spelled;
    for (const char32_t c : run) {
        if (c > 0xE0020 && c < 0xE007F) {
            spelled += QChar(ushort(c - 0xE0000));
        }
    }
    return spelled;
}

void takeRun(const std::u32string& run, bool afterFlag, std::u32string& kept, VisibleText& found) {
    const bool joins = run.size() <= 2 && std::ranges::all_of(run, isJoiner);
    if (joins || afterFlag) {
        kept += run;
    } else if (qsizetype(run.size()) >= suspiciousRun) {
        const QString spelled = spelledByTags(run);
        found.hidden += spelled.isEmpty() ? Import::tr("%1 invisible characters").arg(run.size()) : spelled;
    }
}

} // namespace

bool holdsInvisible(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) {
        const bool tagPlane = c.unicode() == 0xDB40; // The first half of U+E0000 to U+E03FF.
        return c.unicode() >= 0xAD && (tagPlane || isInvisible(c.unicode()) || isDirectionMark(c.unicode()));
    });
}

VisibleText visibleText(const QString& text) {
    VisibleText found;
    std::u32string kept;
    std::u32string run;
    for (const uint c : text.toUcs4()) {
        if (isInvisible(c)) {
            run += c;
            continue;
        }
        takeRun(run, !kept.empty() && kept.back() == blackFlag, kept, found);
        run.clear();
        if (isDirectionMark(c)) {
            ++found.directionMarks;
        } else {
            kept += c;
        }
    }
    takeRun(run, !kept.empty() && kept.back() == blackFlag, kept, found);
    found.text = QString::fromUcs4(kept.data(), qsizetype(kept.size()));
    return found;
}

QString dotted(const QString& text) {
    QString dots = text;
    for (QChar& c : dots) {
        if (isDirectionMark(c.unicode()) || isInvisible(c.unicode())) {
            c = QChar(0x00B7);
        }
    }
    return dots;
}

} // namespace moderato::interchange
