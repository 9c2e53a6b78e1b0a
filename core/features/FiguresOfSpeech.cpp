#include "core/features/FiguresOfSpeech.h"

#include "core/features/private/FunctionWords.h"
#include "core/features/private/Quotient.h"

#include <algorithm>

namespace moderato::features {

namespace {

QStringView textOf(const TextParts& parts, const SentencePart& sentence) {
    return QStringView(parts.text).sliced(sentence.span.begin, sentence.span.length);
}

/// Share of the sentences for which `holds` is true.
template <class Holds> double shareOfSentences(const TextParts& text, Holds holds) {
    const auto found = std::count_if(text.sentences.begin(), text.sentences.end(), holds);
    return quotient(double(found), double(text.sentences.size()));
}

/// The last mark of a sentence, behind which only closing quotation marks and brackets stand.
QChar lastMark(QStringView sentence) {
    static const QString closing = QStringLiteral("”’\"'」』)）】》");
    while (!sentence.isEmpty() && closing.contains(sentence.back())) {
        sentence.chop(1);
    }
    return sentence.isEmpty() ? QChar() : sentence.back();
}

bool isQuestion(QStringView sentence) {
    const QChar mark = lastMark(sentence);
    return mark == u'?' || mark == u'？';
}

/// Similes by words: what stands at word `i` of a sentence that ends before word `end`.
bool isEnglishSimile(const QStringList& words, qsizetype first, qsizetype i, qsizetype end) {
    static const QSet<QString> articles = wordSet("a an the my your his her its our their some");
    static const QSet<QString> likers =
        wordSet("i you we they to would i'd you'd we'd they'd he'd she'd don't "
                "didn't doesn't not also really do did");
    static const QSet<QString> measures = wordSet("well soon long far much many often early late few little");
    if (words[i] == QLatin1String("like")) {
        return i + 1 < end && articles.contains(words[i + 1]) &&
               (i == first || !likers.contains(words[i - 1]));
    }
    if (words[i] != QLatin1String("as") || i + 1 >= end) {
        return false;
    }
    if (words[i + 1] == QLatin1String("if") || words[i + 1] == QLatin1String("though")) {
        return true;
    }
    return i + 2 < end && words[i + 2] == QLatin1String("as") && !measures.contains(words[i + 1]);
}

bool isChineseSimile(const TextParts& text, qsizetype i, qsizetype end, qsizetype lastCloser) {
    static const QSet<QString> strong =
        wordSet("仿佛 彷佛 彷彿 宛如 宛若 宛似 犹如 猶如 恰似 恰如 恍若 恍如 有如 好比 如同 好似");
    static const QSet<QString> weak = wordSet("像 如 好像 就像 正如 似");
    const QString& word = text.lowered[i];
    if (strong.contains(word)) {
        return true;
    }
    if (!weak.contains(word)) {
        return false;
    }
    const bool one = word == QStringLiteral("像") && i + 1 < end && text.lowered[i + 1].startsWith(u'一');
    return one || text.words[std::size_t(i)].begin < lastCloser;
}

bool hasSimile(const TextParts& text, const SentencePart& sentence) {
    const QStringView whole = textOf(text, sentence);
    qsizetype lastCloser = -1;
    for (const char16_t* closer : {u"一样", u"一般", u"似的", u"似地"}) {
        lastCloser = std::max(lastCloser, whole.lastIndexOf(QStringView(closer)));
    }
    lastCloser += lastCloser < 0 ? 0 : sentence.span.begin;
    const auto first = qsizetype(sentence.firstWord), end = first + qsizetype(sentence.words);
    for (qsizetype i = first; i < end; ++i) {
        if (isEnglishSimile(text.lowered, first, i, end) || isChineseSimile(text, i, end, lastCloser)) {
            return true;
        }
    }
    return false;
}

/// What a clause is compared by; empty where it is too short.
QString clauseOpening(const TextParts& text, std::size_t first, std::size_t end) {
    if (first >= end) {
        return {};
    }
    const WordSpan word = text.words[first];
    if (text.text[word.begin].script() == QChar::Script_Han) {
        const WordSpan last = text.words[end - 1];
        return last.begin + last.length - word.begin < 2 ? QString() : text.text.sliced(word.begin, 2);
    }
    return end - first < 2 ? QString()
                           : text.lowered[qsizetype(first)] + ' ' + text.lowered[qsizetype(first) + 1];
}

bool endsClause(QStringView between) {
    static const QString marks = QStringLiteral(",;:.!?，；：。！？、…\n");
    return std::any_of(between.begin(), between.end(), [](QChar c) { return marks.contains(c); });
}

std::vector<QString> clauseOpenings(const TextParts& text) {
    std::vector<QString> openings;
    std::size_t first = 0;
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        const qsizetype after = text.words[i].begin + text.words[i].length;
        const qsizetype next = i + 1 < text.words.size() ? text.words[i + 1].begin : text.text.size();
        if (i + 1 == text.words.size() || endsClause(QStringView(text.text).sliced(after, next - after))) {
            if (const QString opening = clauseOpening(text, first, i + 1); !opening.isEmpty()) {
                openings.push_back(opening);
            }
            first = i + 1;
        }
    }
    return openings;
}

bool isChineseRhetoric(QStringView question) {
    static const QStringList marks = {"难道", "怎能", "怎么能", "怎么可能", "岂",    "何必",
                                      "何尝", "何不", "谁不",   "哪能",     "谁能不"};
    const bool isNot = question.indexOf(QStringView(u"不是")) >= 0 && question.indexOf(u'吗') >= 0;
    return isNot || std::any_of(marks.begin(), marks.end(),
                                [question](const QString& mark) { return question.contains(mark); });
}

bool isEnglishRhetoric(const TextParts& text, const SentencePart& sentence) {
    static const QSet<QString> openings = wordSet("isn't aren't wasn't weren't don't doesn't didn't can't "
                                                  "couldn't won't wouldn't shouldn't haven't hasn't");
    static const QSet<QString> pairs =
        wordSet("who_wouldn't who_doesn't who_cares who_knows who_could who_can how_could how_can how_dare "
                "why_should why_would why_bother what_more what_good");
    const auto first = qsizetype(sentence.firstWord), end = first + qsizetype(sentence.words);
    if (first < end && openings.contains(text.lowered[first])) {
        return true;
    }
    for (qsizetype i = first; i + 1 < end; ++i) {
        if (pairs.contains(text.lowered[i] + '_' + text.lowered[i + 1])) {
            return true;
        }
    }
    return false;
}

/// What closes a quotation that `mark` opens; a null character where it opens none.
QChar closingMark(QChar mark) {
    switch (mark.unicode()) {
    case u'“':
        return u'”';
    case u'"':
        return u'"';
    case u'「':
        return u'」';
    case u'『':
        return u'』';
    default:
        return {};
    }
}

struct Quotations {
    double characters = 0, count = 0;
};

Quotations quotationsIn(const TextParts& text) {
    Quotations quotations;
    for (const WordSpan& span : text.paragraphs) {
        const QStringView paragraph = QStringView(text.text).sliced(span.begin, span.length);
        qsizetype begin = -1;
        QChar closing;
        for (qsizetype i = 0; i < paragraph.size(); ++i) {
            if (closing.isNull()) {
                closing = closingMark(paragraph[i]);
                begin = i + 1;
            } else if (paragraph[i] == closing) {
                quotations.characters += double(visibleCharacters(paragraph.sliced(begin, i - begin)));
                ++quotations.count;
                closing = {};
            }
        }
    }
    return quotations;
}

} // namespace

double simileShare(const TextParts& text) {
    return shareOfSentences(text,
                            [&text](const SentencePart& sentence) { return hasSimile(text, sentence); });
}

double parallelismShare(const TextParts& text) {
    const std::vector<QString> openings = clauseOpenings(text);
    double alike = 0;
    for (std::size_t i = 1; i < openings.size(); ++i) {
        alike += openings[i] == openings[i - 1] ? 1 : 0;
    }
    return openings.size() < 2 ? unknown : alike / double(openings.size() - 1);
}

double exclamationShare(const TextParts& text) {
    return shareOfSentences(text, [&text](const SentencePart& sentence) {
        const QChar mark = lastMark(textOf(text, sentence));
        return mark == u'!' || mark == u'！';
    });
}

double questionShare(const TextParts& text) {
    return shareOfSentences(
        text, [&text](const SentencePart& sentence) { return isQuestion(textOf(text, sentence)); });
}

double rhetoricalQuestionShare(const TextParts& text) {
    return shareOfSentences(text, [&text](const SentencePart& sentence) {
        const QStringView words = textOf(text, sentence);
        return isQuestion(words) && (isChineseRhetoric(words) || isEnglishRhetoric(text, sentence));
    });
}

double quotationShare(const TextParts& text) {
    return quotient(quotationsIn(text).characters, double(text.characters));
}

double quotationCount(const TextParts& text) {
    return quotationsIn(text).count;
}

} // namespace moderato::features
