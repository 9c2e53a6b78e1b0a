#pragma once

#include <QString>

namespace moderato::features {

/// How Chinese is typed on a Latin keyboard.
struct Pinyin {
    QString syllables; ///< "meishi" of 美食: lower case, without tones and spaces.
    QString initials;  ///< "ms"

    bool operator==(const Pinyin&) const = default;
};

/// Of the Han characters of a text, in order, the other letters and figures between them kept in both
/// ("4K视频" → "4kshipin", "4ksp"). Empty where there is no Han character. ICU's Han-Latin: the commonest
/// reading of each character. Thread-safe; about 10 µs a text.
Pinyin pinyinOf(const QString& text);

} // namespace moderato::features
