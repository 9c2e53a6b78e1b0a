#include "core/features/Language.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace moderato::features {

namespace {

constexpr qsizetype lookedAt = 4000;

/// So common that a few words of English hold one or two, and not words of its neighbours.
const QSet<QString>& englishWords() {
    static const QSet<QString> words = {
        "the",   "of",    "and",  "to",    "is",    "that",   "it",      "for",   "was",   "with", "this",
        "have",  "from",  "they", "by",    "what",  "were",   "when",    "your",  "can",   "said", "there",
        "which", "their", "will", "how",   "about", "them",   "then",    "these", "would", "like", "has",
        "more",  "who",   "its",  "did",   "get",   "been",   "you",     "are",   "not",   "but",  "all",
        "my",    "we",    "he",   "she",   "his",   "her",    "just",    "out",   "if",    "why",  "does",
        "i'm",   "don't", "it's", "where", "after", "should", "because", "than",  "into",  "only", "over"};
    return words;
}

struct Scripts {
    int han = 0;
    int kana = 0;
    int hangul = 0;
    int latin = 0;
    int other = 0;
    int accented = 0;
};

Scripts countScripts(QStringView text) {
    Scripts scripts;
    for (const QChar c : text) {
        switch (c.script()) {
        case QChar::Script_Han:
            ++scripts.han;
            break;
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            ++scripts.kana;
            break;
        case QChar::Script_Hangul:
            ++scripts.hangul;
            break;
        case QChar::Script_Latin:
            ++scripts.latin;
            scripts.accented += c.unicode() > 0x7F ? 1 : 0;
            break;
        default:
            scripts.other += c.isLetter() ? 1 : 0;
        }
    }
    return scripts;
}

bool looksEnglish(QStringView text, const Scripts& scripts) {
    int words = 0;
    int known = 0;
    for (const QString& word :
         text.toString().toLower().replace(QChar(0x2019), '\'').split(' ', Qt::SkipEmptyParts)) {
        QString bare = word;
        while (!bare.isEmpty() && !bare.back().isLetter()) {
            bare.chop(1);
        }
        words += bare.isEmpty() ? 0 : 1;
        known += englishWords().contains(bare) ? 1 : 0;
    }
    if (words < 8) { // A headline: plain Latin letters are enough.
        return known > 0 || (scripts.accented == 0 && words >= 2);
    }
    return known * 12 >= words && scripts.accented * 25 < scripts.latin;
}

} // namespace

QString detectLanguage(QStringView whole) {
    const QString text = whole.left(lookedAt).toString().simplified();
    const Scripts scripts = countScripts(text);
    const int letters = scripts.han + scripts.kana + scripts.hangul + scripts.latin + scripts.other;
    if (letters < 2) {
        return {};
    }
    const int eastAsian = scripts.han + scripts.kana + scripts.hangul;
    // A Chinese character says as much as several letters.
    if (scripts.han * 4 >= scripts.latin + scripts.other && scripts.han > 0) {
        return scripts.kana * 10 < eastAsian && scripts.hangul * 5 < eastAsian ? QStringLiteral("zh")
                                                                               : QString();
    }
    if (scripts.latin * 10 >= letters * 8 && looksEnglish(text, scripts)) {
        return QStringLiteral("en");
    }
    return {};
}

} // namespace moderato::features
