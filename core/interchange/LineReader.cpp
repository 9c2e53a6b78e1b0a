#include "core/interchange/private/LineReader.h"

#include <cstring>

namespace moderato::interchange {

namespace {
constexpr qint64 blockBytes = qint64(256) << 10;
}

LineReader::LineReader(QIODevice& device, qint64 maxLineBytes)
    : device_(device)
    , maxLineBytes_(maxLineBytes) {}

void LineReader::begin(Line& line) {
    line = Line{.bytes = {}, .number = lineNumber_ + 1};
    lineBytes_ = 0;
}

bool LineReader::takeFromBlock(Line& line) {
    const qsizetype available = block_.size() - pos_;
    if (available <= 0) {
        return false;
    }
    const char* begin = block_.constData() + pos_;
    const auto* end = static_cast<const char*>(std::memchr(begin, '\n', size_t(available)));
    const qsizetype taken = end ? end - begin : available;
    lineBytes_ += taken;
    pos_ += taken + (end ? 1 : 0);
    if (lineBytes_ > maxLineBytes_) {
        line.tooLong = true;
        line.bytes = QByteArray();
    } else {
        line.bytes.append(begin, taken);
    }
    if (!end) {
        return false;
    }
    if (line.bytes.endsWith('\r')) {
        line.bytes.chop(1);
    }
    ++lineNumber_;
    return true;
}

bool LineReader::readBlock() {
    block_.resize(blockBytes);
    const qint64 got = device_.read(block_.data(), blockBytes);
    block_.resize(std::max<qint64>(got, 0));
    pos_ = bytesRead_ == 0 && block_.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    bytesRead_ += block_.size();
    return !block_.isEmpty();
}

bool LineReader::finishAtEnd(Line& line) {
    if (lineBytes_ == 0) {
        return false;
    }
    ++lineNumber_;
    if (line.bytes.endsWith('\r')) {
        line.bytes.chop(1);
    }
    return true;
}

} // namespace moderato::interchange
