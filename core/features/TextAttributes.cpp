#include "core/features/TextAttributes.h"

#include "core/features/private/FunctionWords.h"
#include "core/features/private/Quotient.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace moderato::features {

namespace {

constexpr std::size_t ratioWindow = 50;    ///< Words.
constexpr double diversityThreshold = .72; ///< McCarthy & Jarvis.

/// The same number for the same word, from 0 up in the order of their first appearance.
std::vector<std::size_t> numbered(const QStringList& words) {
    QHash<QString, std::size_t> numbers;
    std::vector<std::size_t> sequence;
    sequence.reserve(std::size_t(words.size()));
    for (const QString& word : words) {
        const auto found = numbers.constFind(word);
        const std::size_t number = found != numbers.constEnd() ? *found : std::size_t(numbers.size());
        if (found == numbers.constEnd()) {
            numbers.insert(word, number);
        }
        sequence.push_back(number);
    }
    return sequence;
}

/// Words a factor, a factor being a stretch in which the share of distinct words falls to the threshold.
template <class Iterator> double wordsPerFactor(Iterator begin, Iterator end) {
    const auto count = std::size_t(std::distance(begin, end));
    std::vector<std::size_t> seenInFactor(count, 0); // Numbers are below the count.
    std::size_t factor = 1, words = 0, distinct = 0;
    double factors = 0;
    for (; begin != end; ++begin) {
        ++words;
        distinct += seenInFactor[*begin] == factor ? 0 : 1;
        seenInFactor[*begin] = factor;
        if (double(distinct) / double(words) <= diversityThreshold) {
            ++factors;
            ++factor;
            words = distinct = 0;
        }
    }
    if (words > 0) {
        factors += (1 - double(distinct) / double(words)) / (1 - diversityThreshold);
    }
    return factors > 0 ? double(count) / factors : double(count);
}

/// Function words and punctuation of a sentence, with "·" for the content words between them.
QStringList skeletonOf(const TextParts& parts, const SentencePart& sentence) {
    QStringList skeleton;
    qsizetype at = sentence.span.begin;
    const auto addPunctuation = [&](qsizetype end) {
        for (; at < end; ++at) {
            if (parts.text[at].isPunct()) {
                skeleton << QString(parts.text[at]);
            }
        }
    };
    for (std::size_t i = sentence.firstWord; i < sentence.firstWord + sentence.words; ++i) {
        addPunctuation(parts.words[i].begin);
        at = parts.words[i].begin + parts.words[i].length;
        const QString& word = parts.lowered[qsizetype(i)];
        if (isFunctionWord(word)) {
            skeleton << word;
        } else if (skeleton.isEmpty() || skeleton.back() != QStringLiteral("·")) {
            skeleton << QStringLiteral("·");
        }
    }
    addPunctuation(sentence.span.begin + sentence.span.length);
    return skeleton;
}

} // namespace

double wordCount(const TextParts& text) {
    return double(text.words.size());
}

double sentenceCount(const TextParts& text) {
    return double(text.sentences.size());
}

double paragraphCount(const TextParts& text) {
    return double(text.paragraphs.size());
}

double characterCount(const TextParts& text) {
    return double(text.characters);
}

double meanWordLength(const TextParts& text) {
    double characters = 0;
    for (const WordSpan& word : text.words) {
        characters += double(word.length);
    }
    return quotient(characters, double(text.words.size()));
}

double meanSentenceLength(const TextParts& text) {
    double words = 0;
    for (const SentencePart& sentence : text.sentences) {
        words += double(sentence.words);
    }
    return quotient(words, double(text.sentences.size()));
}

double sentenceLengthDeviation(const TextParts& text) {
    const double mean = meanSentenceLength(text);
    double squares = 0;
    for (const SentencePart& sentence : text.sentences) {
        squares += (double(sentence.words) - mean) * (double(sentence.words) - mean);
    }
    return std::sqrt(quotient(squares, double(text.sentences.size())));
}

double meanParagraphCharacters(const TextParts& text) {
    double characters = 0;
    for (const WordSpan& paragraph : text.paragraphs) {
        characters += double(paragraph.length);
    }
    return quotient(characters, double(text.paragraphs.size()));
}

double movingTypeTokenRatio(const TextParts& text) {
    const std::vector<std::size_t> words = numbered(text.lowered);
    const std::size_t window = std::min(words.size(), ratioWindow);
    std::vector<int> inWindow(words.size(), 0);
    std::size_t distinct = 0;
    double sum = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        distinct += inWindow[words[i]]++ == 0 ? 1 : 0;
        if (i >= window) {
            distinct -= --inWindow[words[i - window]] == 0 ? 1 : 0;
        }
        sum += i + 1 >= window ? double(distinct) / double(window) : 0;
    }
    return quotient(sum, double(words.size() + (words.empty() ? 0 : 1) - window));
}

double textualLexicalDiversity(const TextParts& text) {
    const std::vector<std::size_t> words = numbered(text.lowered);
    if (words.empty()) {
        return unknown;
    }
    return (wordsPerFactor(words.begin(), words.end()) + wordsPerFactor(words.rbegin(), words.rend())) / 2;
}

double skeletonDiversity(const TextParts& text) {
    QSet<QString> distinct;
    for (const SentencePart& sentence : text.sentences) {
        distinct << skeletonOf(text, sentence).join(' ');
    }
    return quotient(double(distinct.size()), double(text.sentences.size()));
}

double skeletonEntropy(const TextParts& text) {
    QHash<QString, int> pairs;
    double all = 0, entropy = 0;
    for (const SentencePart& sentence : text.sentences) {
        const QStringList skeleton = skeletonOf(text, sentence);
        for (qsizetype i = 1; i < skeleton.size(); ++i, ++all) {
            ++pairs[skeleton[i - 1] + ' ' + skeleton[i]];
        }
    }
    for (const int count : pairs) {
        entropy -= count / all * std::log2(count / all);
    }
    return all > 0 ? std::abs(entropy) : unknown;
}

} // namespace moderato::features
