#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::features {

/// A word in a text, as UTF-16 offsets.
struct WordSpan {
    qsizetype begin = 0;
    qsizetype length = 0;

    bool operator==(const WordSpan&) const = default;
};

/// The words of a text, without spaces and punctuation: by dictionary for Chinese and its like, by the
/// Unicode rules else (ICU). Thread-safe.
std::vector<WordSpan> wordSpans(QStringView text);
QStringList words(QStringView text);

/// What a reader counts as characters (a letter with its accents, an emoji with its parts is one), without
/// spaces.
QStringList characters(QStringView text);

} // namespace moderato::features
