#include "core/interchange/private/JsonStream.h"

#include <algorithm>

namespace moderato::interchange {

namespace {

constexpr qint64 blockBytes = qint64(256) << 10;

bool isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

JsonStream::JsonStream(QIODevice& device, qint64 maxValueBytes)
    : device_(device)
    , maxValueBytes_(maxValueBytes) {
    if (peek() >= 0 && block_.startsWith("\xEF\xBB\xBF")) {
        pos_ = 3;
    }
}

int JsonStream::peek() {
    if (pos_ >= block_.size()) {
        pos_ = 0;
        block_.resize(blockBytes);
        block_.resize(std::max<qint64>(device_.read(block_.data(), blockBytes), 0));
        bytesRead_ += block_.size();
        if (block_.isEmpty()) {
            return -1;
        }
    }
    return static_cast<unsigned char>(block_[pos_]);
}

int JsonStream::get() {
    const int c = peek();
    if (c >= 0) {
        ++pos_;
        line_ += int(c == '\n');
    }
    return c;
}

/// Goes to where the next value begins; false at the end.
bool JsonStream::findValue() {
    for (;;) {
        const int c = peek();
        if (c < 0) {
            return false;
        }
        if (!inList_ && c == '[') {
            inList_ = true;
            ++lists_;
        } else if (inList_ && c == ']') {
            inList_ = false;
        } else if (!isSpace(c) && c != ',') {
            return true;
        }
        get();
    }
}

void JsonStream::keep(Value& value, char c) const {
    if (value.tooLong) {
        return;
    }
    if (value.bytes.size() >= maxValueBytes_) {
        value.tooLong = true;
        value.bytes = QByteArray();
        return;
    }
    value.bytes += c;
}

void JsonStream::readString(Value& value) {
    keep(value, char(get()));
    while (peek() >= 0 && peek() != '\n') { // A text of JSON never holds a bare line end.
        const int c = get();
        keep(value, char(c));
        if (c == '"') {
            return;
        }
        if (c == '\\' && peek() >= 0) {
            keep(value, char(get()));
        }
    }
}

void JsonStream::readNested(Value& value) {
    qint64 depth = 0;
    do {
        const int c = peek();
        if (c == '"') {
            readString(value);
            continue;
        }
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        keep(value, char(get()));
    } while (depth > 0 && peek() >= 0 && !atLineEnd());
}

void JsonStream::readPlain(Value& value) {
    do {
        keep(value, char(get()));
    } while (peek() >= 0 && peek() != ',' && peek() != ']' && !isSpace(peek()));
}

bool JsonStream::next(Value& value) {
    if (!findValue()) {
        return false;
    }
    value = Value{.bytes = {}, .line = line_, .list = inList_ ? lists_ : 0};
    switch (peek()) {
    case '{':
    case '[':
        readNested(value);
        break;
    case '"':
        readString(value);
        break;
    default:
        readPlain(value);
    }
    const bool first = !seen_;
    seen_ = true;
    byLines_ = byLines_ || (first && !inList_ && value.line == line_ && peek() == '\n');
    return true;
}

} // namespace moderato::interchange
