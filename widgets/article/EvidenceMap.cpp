#include "widgets/article/EvidenceMap.h"

namespace moderato::widgets {
namespace {

bool carries(QChar c) {
    return !c.isSpace() && c != QChar::ObjectReplacementCharacter && c != QChar::ParagraphSeparator &&
           c != QChar::LineSeparator;
}

constexpr int lookAhead = 400; // a hidden passage or a list's mark that only the document has

} // namespace

std::vector<int> mapOffsets(const QString& plain, const QString& shown, int shownFrom) {
    std::vector<int> map(std::size_t(plain.size()), -1);
    int at = shownFrom;
    const int end = int(shown.size());
    for (int i = 0; i < plain.size(); ++i) {
        if (!carries(plain[i])) {
            continue;
        }
        while (at < end && !carries(shown[at])) {
            ++at;
        }
        if (at < end && shown[at] == plain[i]) {
            map[std::size_t(i)] = at++;
            continue;
        }
        // They differ: find the next stretch of the plain text in the document, else leave this character
        // out.
        const QString stretch = plain.mid(i, 12).section(QLatin1Char('\n'), 0, 0).trimmed();
        const int found = stretch.isEmpty() ? -1 : int(shown.indexOf(stretch, at));
        if (found >= 0 && found - at <= lookAhead) {
            map[std::size_t(i)] = found;
            at = found + 1;
        }
    }
    return map;
}

} // namespace moderato::widgets
