#include "core/features/Pinyin.h"

#include <QList>

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace moderato::features {

namespace {

/// Making one loads its rules (tens of milliseconds): each thread keeps its own.
const icu::Transliterator* hanToLatin() {
    const auto make = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    };
    thread_local const std::unique_ptr<icu::Transliterator> rules = make();
    return rules.get();
}

bool isHan(char32_t c) {
    return QChar::script(c) == QChar::Script_Han;
}

QString latinOf(const icu::Transliterator& rules, char32_t c) {
    icu::UnicodeString text{UChar32(c)};
    rules.transliterate(text);
    QString latin;
    for (int i = 0; i < text.length(); ++i) {
        if (const QChar letter(text.charAt(i)); letter.isLetterOrNumber()) {
            latin += letter;
        }
    }
    return latin;
}

} // namespace

Pinyin pinyinOf(const QString& text) {
    const auto code = text.toUcs4();
    const bool hasHan = std::any_of(code.begin(), code.end(), [](char32_t c) { return isHan(c); });
    const icu::Transliterator* rules = hasHan ? hanToLatin() : nullptr;
    if (!rules) {
        return {};
    }
    Pinyin pinyin;
    for (const char32_t c : code) {
        if (isHan(c)) {
            const QString latin = latinOf(*rules, c);
            pinyin.syllables += latin;
            pinyin.initials += latin.left(1);
        } else if (QChar::isLetterOrNumber(c)) {
            const QString kept = QString::fromUcs4(&c, 1).toLower();
            pinyin.syllables += kept;
            pinyin.initials += kept;
        }
    }
    return pinyin;
}

} // namespace moderato::features
