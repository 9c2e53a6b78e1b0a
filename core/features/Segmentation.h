#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::features {

/// A word or a sentence in a text, as UTF-16 offsets.
struct WordSpan {
    qsizetype begin = 0;
    qsizetype length = 0;

    bool operator==(const WordSpan&) const = default;
};

/// The words of a text, without spaces and punctuation: by dictionary for Chinese and its like, by the
/// Unicode rules else (ICU). Thread-safe.
std::vector<WordSpan> wordSpans(QStringView text);
QStringList words(QStringView text);

/// The sentences of a text, without the spaces around them; a line break ends one too, and the stop of "Mr."
/// does not (ICU with its list of English abbreviations). What holds no letter, digit or emoji is no
/// sentence. Thread-safe.
std::vector<WordSpan> sentenceSpans(QStringView text);

/// What a reader counts as characters (a letter with its accents, an emoji with its parts is one), without
/// spaces.
QStringList characters(QStringView text);

} // namespace moderato::features
