#include "core/features/TextParts.h"

#include <algorithm>

namespace moderato::features {

namespace {

QString beginning(QStringView text) {
    QStringView cut = text.left(TextParts::longest);
    if (cut.size() < text.size() && cut.back().isHighSurrogate()) {
        cut.chop(1);
    }
    return cut.toString();
}

std::vector<WordSpan> paragraphsOf(QStringView text) {
    std::vector<WordSpan> paragraphs;
    qsizetype begin = 0;
    while (begin < text.size()) {
        const qsizetype found = text.indexOf('\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        const QStringView line = text.sliced(begin, end - begin), bare = line.trimmed();
        if (!bare.isEmpty()) {
            paragraphs.push_back({begin + (bare.data() - line.data()), bare.size()});
        }
        begin = end + 1;
    }
    return paragraphs;
}

/// Sentences and words are both in order, so one look at each word is enough.
std::vector<SentencePart> sentencesOf(QStringView text, const std::vector<WordSpan>& words) {
    std::vector<SentencePart> sentences;
    std::size_t word = 0;
    for (const WordSpan& span : sentenceSpans(text)) {
        while (word < words.size() && words[word].begin < span.begin) {
            ++word;
        }
        SentencePart sentence{span, word, 0};
        while (word < words.size() && words[word].begin < span.begin + span.length) {
            ++word;
        }
        sentence.words = word - sentence.firstWord;
        sentences.push_back(sentence);
    }
    return sentences;
}

} // namespace

qsizetype visibleCharacters(QStringView text) {
    return std::count_if(text.begin(), text.end(),
                         [](QChar c) { return !c.isSpace() && !c.isLowSurrogate(); });
}

TextParts partsOf(QStringView whole) {
    TextParts parts;
    parts.text = beginning(whole);
    parts.paragraphs = paragraphsOf(parts.text);
    parts.words = wordSpans(parts.text);
    parts.sentences = sentencesOf(parts.text, parts.words);
    parts.characters = visibleCharacters(parts.text);
    parts.lowered.reserve(qsizetype(parts.words.size()));
    for (const WordSpan& word : parts.words) {
        parts.lowered << parts.text.sliced(word.begin, word.length).toLower().replace(QChar(0x2019), '\'');
    }
    return parts;
}

} // namespace moderato::features
