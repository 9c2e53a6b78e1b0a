#include "core/ml/private/Tokens.h"

#include <QChar>

#include <algorithm>

namespace moderato::ml {
namespace {

constexpr char32_t malformed = 0xFFFFFFFF;

char32_t decode(std::string_view text, int& at) {
    const auto byte = [&](int i) { return static_cast<unsigned char>(text[std::size_t(i)]); };
    const int size = int(text.size());
    const unsigned char lead = byte(at);
    const int length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
    if (length == 0 || at + length > size) {
        ++at;
        return malformed;
    }
    char32_t value = length == 1 ? lead : lead & (0x7F >> length);
    for (int i = 1; i < length; ++i) {
        if (byte(at + i) >> 6 != 2) {
            ++at;
            return malformed;
        }
        value = value << 6 | (byte(at + i) & 0x3F);
    }
    at += length;
    return value > 0x10FFFF ? malformed : value;
}

char32_t fold(char32_t value) {
    if (value < 0x80) {
        return value >= 'A' && value <= 'Z' ? value + 32 : value;
    }
    if (value >= 0xFF01 && value <= 0xFF5E) {
        return fold(value - 0xFEE0);
    }
    if (value == 0x2019) {
        return '\'';
    }
    return QChar::toLower(value);
}

enum class Kind { Separator, Word, Ideograph, Mark };

Kind kindOf(char32_t value) {
    if (value < 0x80) {
        if ((value >= 'a' && value <= 'z') || (value >= '0' && value <= '9') || value == '\'') {
            return Kind::Word;
        }
        return value > ' ' && value < 0x7F ? Kind::Mark : Kind::Separator;
    }
    if (value == malformed) {
        return Kind::Separator;
    }
    switch (QChar::script(value)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
        return Kind::Ideograph;
    default:
        break;
    }
    if (QChar::isLetterOrNumber(value) || QChar::isMark(value)) {
        return Kind::Word;
    }
    return QChar::isPrint(value) && !QChar::isSpace(value) ? Kind::Mark : Kind::Separator;
}

} // namespace

Tokens tokenize(std::string_view text, int maxBytes) {
    text = text.substr(0, std::size_t(std::max(0, maxBytes)));
    Tokens result;
    result.characters.reserve(text.size());
    result.tokens.reserve(text.size() / 4 + 4);
    bool gap = true;
    bool inWord = false;
    for (int at = 0; at < int(text.size());) {
        const int begin = at;
        const char32_t value = decode(text, at);
        const char32_t folded = value == malformed ? value : fold(value);
        const Kind kind = kindOf(folded);
        if (kind == Kind::Separator) {
            gap = true;
            inWord = false;
            continue;
        }
        if (kind != Kind::Word || !inWord) {
            Token token;
            token.begin = begin;
            token.firstCharacter = int(result.characters.size());
            token.ideograph = kind == Kind::Ideograph;
            token.word = kind == Kind::Word;
            token.gapBefore = gap;
            result.tokens.push_back(token);
        }
        Token& token = result.tokens.back();
        token.end = at;
        token.hash = mixHash(token.hash, folded);
        ++token.characters;
        result.characters.push_back({folded, begin, at});
        inWord = kind == Kind::Word;
        gap = false;
    }
    return result;
}

} // namespace moderato::ml
