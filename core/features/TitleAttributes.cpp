#include "core/features/TitleAttributes.h"

#include "core/features/private/FunctionWords.h"
#include "core/features/private/Quotient.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace moderato::features {

namespace {

constexpr int fewestListed = 2, mostListed = 199; ///< Larger numbers are years and sums.
constexpr qsizetype nounReach = 3;                ///< Words between a number and its noun.

double countOf(const TextParts& text, QChar narrow, QChar wide) {
    return double(text.text.count(narrow) + text.text.count(wide));
}

bool isNumber(const QString& word) {
    return !word.isEmpty() && word[0].isDigit() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.isDigit() || c == u'.' || c == u',';
    });
}

bool isPlural(const QString& word) {
    return !isFunctionWord(word) && (withoutPlural(word) != word || word == QLatin1String("people"));
}

bool isCounter(const QString& word) {
    static const QString counters = QStringLiteral("个個种種招条條件项項大款部本位步");
    return !word.isEmpty() && counters.contains(word[0]);
}

const QStringList& lures() {
    static const QStringList phrases = {"won't believe",
                                        "this is why",
                                        "here's why",
                                        "here is why",
                                        "here's what",
                                        "here's how",
                                        "the reason why",
                                        "what happened next",
                                        "what happens next",
                                        "blow your mind",
                                        "mind blowing",
                                        "you need to know",
                                        "you should know",
                                        "need to see",
                                        "have to see",
                                        "must see",
                                        "will shock you",
                                        "shocking",
                                        "jaw dropping",
                                        "unbelievable",
                                        "doctors hate",
                                        "one weird trick",
                                        "weird trick",
                                        "the truth about",
                                        "you'll never",
                                        "never guess",
                                        "before you die",
                                        "can't stop",
                                        "can't handle",
                                        "restore your faith",
                                        "guess what",
                                        "changed everything",
                                        "goes viral",
                                        "gone wrong",
                                        "the secret",
                                        "nobody tells you",
                                        "no one tells you",
                                        "everything you need",
                                        "震惊",
                                        "竟然",
                                        "居然",
                                        "不看后悔",
                                        "速看",
                                        "惊呆",
                                        "惊人",
                                        "没想到",
                                        "真相",
                                        "揭秘",
                                        "内幕",
                                        "曝光",
                                        "疯传",
                                        "疯转",
                                        "必看",
                                        "必读",
                                        "千万别",
                                        "千万不要",
                                        "赶紧",
                                        "原来",
                                        "不转不是",
                                        "转发",
                                        "史上最",
                                        "99%",
                                        "绝对",
                                        "吓人",
                                        "吓死",
                                        "太可怕",
                                        "看哭",
                                        "沸腾",
                                        "出大事",
                                        "刚刚",
                                        "删前",
                                        "秘密"};
    return phrases;
}

QHash<QString, int> contentWords(const TextParts& text) {
    QHash<QString, int> counts;
    for (const QString& word : text.lowered) {
        if (!isFunctionWord(word)) {
            ++counts[withoutPlural(word)];
        }
    }
    return counts;
}

double squaredLength(const QHash<QString, int>& counts) {
    double sum = 0;
    for (const int count : counts) {
        sum += double(count) * count;
    }
    return sum;
}

} // namespace

double capitalShare(const TextParts& title) {
    const auto capitals =
        std::count_if(title.text.begin(), title.text.end(), [](QChar c) { return c.isUpper(); });
    const auto small =
        std::count_if(title.text.begin(), title.text.end(), [](QChar c) { return c.isLower(); });
    return quotient(double(capitals), double(capitals + small));
}

double exclamationMarks(const TextParts& title) {
    return countOf(title, u'!', u'！');
}

double questionMarks(const TextParts& title) {
    return countOf(title, u'?', u'？');
}

double ellipses(const TextParts& title) {
    double found = 0;
    qsizetype stops = 0;
    for (qsizetype i = 0; i <= title.text.size(); ++i) {
        const QChar c = i < title.text.size() ? title.text[i] : QChar(' ');
        if (c == u'…') {
            stops += 3;
        } else if (c == u'.' || c == u'。') {
            ++stops;
        } else {
            found += stops >= 3 ? 1 : 0;
            stops = 0;
        }
    }
    return found;
}

double numerals(const TextParts& title) {
    return double(std::count_if(title.lowered.begin(), title.lowered.end(), isNumber));
}

double announcesList(const TextParts& title) {
    const QStringList& words = title.lowered;
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        const int number = isNumber(words[i]) ? words[i].toInt() : 0;
        if (number < fewestListed || number > mostListed) {
            continue;
        }
        const auto end = words.begin() + std::min(i + 1 + nounReach, words.size());
        if (isCounter(words[i + 1]) || std::any_of(words.begin() + i + 1, end, isPlural)) {
            return 1;
        }
    }
    return 0;
}

double clickbaitMarkers(const TextParts& title) {
    const QString words = ' ' + title.lowered.join(' ') + ' ';
    double found = 0;
    for (const QString& lure : lures()) {
        const bool english = lure[0].script() == QChar::Script_Latin;
        found += (english ? words.contains(' ' + lure + ' ') : title.text.contains(lure)) ? 1 : 0;
    }
    return found;
}

double forwardReferenceShare(const TextParts& title) {
    static const QSet<QString> pointers = {"you",    "your",     "yours", "you'll", "you're", "you've",
                                           "you'd",  "yourself", "this",  "these",  "here's", "here",
                                           "that's", "你",       "您",    "你们",   "这",     "这个",
                                           "这些",   "这样",     "这种",  "这里"};
    const auto found = std::count_if(title.lowered.begin(), title.lowered.end(),
                                     [](const QString& word) { return pointers.contains(word); });
    return quotient(double(found), double(title.lowered.size()));
}

double titleBodySimilarity(const TextParts& title, const TextParts& body) {
    const QHash<QString, int> ofTitle = contentWords(title), ofBody = contentWords(body);
    double product = 0;
    for (auto it = ofTitle.begin(); it != ofTitle.end(); ++it) {
        product += double(*it) * ofBody.value(it.key());
    }
    const double lengths = std::sqrt(squaredLength(ofTitle) * squaredLength(ofBody));
    return quotient(product, lengths);
}

double titleWordsInBody(const TextParts& title, const TextParts& body) {
    const QHash<QString, int> ofTitle = contentWords(title), ofBody = contentWords(body);
    double found = 0;
    for (auto it = ofTitle.begin(); it != ofTitle.end(); ++it) {
        found += ofBody.contains(it.key()) ? 1 : 0;
    }
    return ofTitle.isEmpty() || ofBody.isEmpty() ? unknown : found / double(ofTitle.size());
}

} // namespace moderato::features
