#pragma once

#include "core/features/Segmentation.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::features {

struct SentencePart {
    WordSpan span;
    std::size_t firstWord = 0; ///< Of the text's words.
    std::size_t words = 0;
};

/// A text cut into what its attributes count (S1.4), once for all of them.
struct TextParts {
    static constexpr qsizetype longest =
        20'000; ///< What comes after so many characters (UTF-16) is not read.

    QString text;
    std::vector<WordSpan> paragraphs; ///< The lines that hold more than spaces.
    std::vector<SentencePart> sentences;
    std::vector<WordSpan> words;
    QStringList lowered;      ///< The words in lower case, with straight apostrophes.
    qsizetype characters = 0; ///< Without spaces; two halves of a surrogate pair are one.
};

/// In time linear in the length. Thread-safe.
TextParts partsOf(QStringView text);

/// Not spaces, and not the second half of a surrogate pair: what `TextParts::characters` counts.
qsizetype visibleCharacters(QStringView text);

} // namespace moderato::features
