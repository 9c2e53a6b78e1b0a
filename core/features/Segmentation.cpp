#include "core/features/Segmentation.h"

#include <algorithm>
#include <memory>
#include <unicode/ubrk.h>

namespace moderato::features {

namespace {

using Breaker = std::unique_ptr<UBreakIterator, decltype(&ubrk_close)>;

/// Opening an iterator loads its tables: each thread keeps its own.
UBreakIterator* breakerFor(UBreakIteratorType type) {
    const auto open = [](UBreakIteratorType wanted, const char* locale = "") {
        UErrorCode status = U_ZERO_ERROR;
        return Breaker(ubrk_open(wanted, locale, nullptr, 0, &status), &ubrk_close);
    };
    if (type == UBRK_WORD) {
        thread_local const Breaker words = open(UBRK_WORD);
        return words.get();
    }
    if (type == UBRK_SENTENCE) {
        thread_local const Breaker sentences = open(UBRK_SENTENCE, "en@ss=standard");
        return sentences.get();
    }
    thread_local const Breaker characters = open(UBRK_CHARACTER);
    return characters.get();
}

/// Calls `take(begin, length, status)` for every stretch between two breaks.
template <class Take> void forEachStretch(QStringView text, UBreakIteratorType type, Take take) {
    UBreakIterator* breaker = breakerFor(type);
    UErrorCode status = U_ZERO_ERROR;
    if (!breaker || text.isEmpty()) {
        return;
    }
    ubrk_setText(breaker, reinterpret_cast<const UChar*>(text.utf16()), int32_t(text.size()), &status);
    if (U_FAILURE(status)) {
        return;
    }
    int32_t begin = ubrk_first(breaker);
    for (int32_t end = ubrk_next(breaker); end != UBRK_DONE; begin = end, end = ubrk_next(breaker)) {
        take(begin, end - begin, ubrk_getRuleStatus(breaker));
    }
}

} // namespace

std::vector<WordSpan> wordSpans(QStringView text) {
    std::vector<WordSpan> spans;
    forEachStretch(text, UBRK_WORD, [&](int32_t begin, int32_t length, int32_t status) {
        if (status >= UBRK_WORD_NONE_LIMIT) {
            spans.push_back({begin, length});
        }
    });
    return spans;
}

QStringList words(QStringView text) {
    QStringList list;
    for (const WordSpan& span : wordSpans(text)) {
        list << text.sliced(span.begin, span.length).toString();
    }
    return list;
}

std::vector<WordSpan> sentenceSpans(QStringView text) {
    std::vector<WordSpan> spans;
    forEachStretch(text, UBRK_SENTENCE, [&](int32_t begin, int32_t length, int32_t) {
        const QStringView stretch = text.sliced(begin, length), sentence = stretch.trimmed();
        if (std::any_of(sentence.begin(), sentence.end(),
                        [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); })) {
            spans.push_back({begin + (sentence.data() - stretch.data()), sentence.size()});
        }
    });
    return spans;
}

QStringList characters(QStringView text) {
    QStringList list;
    forEachStretch(text, UBRK_CHARACTER, [&](int32_t begin, int32_t length, int32_t) {
        const QString character = text.sliced(begin, length).toString();
        if (!character.trimmed().isEmpty()) {
            list << character;
        }
    });
    return list;
}

} // namespace moderato::features
