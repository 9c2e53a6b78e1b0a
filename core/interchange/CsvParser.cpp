#include "core/interchange/private/CsvParser.h"

#include <algorithm>

namespace moderato::interchange {

namespace {
constexpr qint64 blockBytes = qint64(256) << 10;
}

CsvParser::CsvParser(QIODevice& device, char separator, qint64 maxRecordBytes)
    : device_(device)
    , separator_(separator)
    , maxRecordBytes_(maxRecordBytes) {
    if (fill() && block_.startsWith("\xEF\xBB\xBF")) {
        pos_ = 3;
    }
}

bool CsvParser::fill() {
    blockOffset_ += block_.size();
    pos_ = 0;
    block_.resize(blockBytes);
    block_.resize(std::max<qint64>(device_.read(block_.data(), blockBytes), 0));
    return !block_.isEmpty();
}

int CsvParser::peek() {
    if (pos_ >= block_.size() && !fill()) {
        return -1;
    }
    return static_cast<unsigned char>(block_[pos_]);
}

int CsvParser::get() {
    const int c = peek();
    if (c >= 0) {
        ++pos_;
        if (c == '\n') {
            ++line_;
            if (firstLineEnd_ < 0) {
                firstLineEnd_ = bytesRead();
            }
        }
    }
    return c;
}

void CsvParser::skipLine() {
    int c = get();
    while (c >= 0 && c != '\n') {
        c = get();
    }
}

void CsvParser::seek(qint64 offset, qint64 line) {
    device_.seek(offset);
    blockOffset_ = offset;
    block_.clear();
    pos_ = 0;
    line_ = line;
}

/// After a fault: from the line after the record's first one, because a quote that is never closed swallows
/// good lines.
void CsvParser::recover(qint64 firstLineEnd, qint64 line) {
    if (firstLineEnd >= 0) {
        seek(firstLineEnd, line + 1);
    } else {
        skipLine();
    }
}

bool CsvParser::readQuoted(Record& record, QByteArray& cell) {
    for (;;) {
        const int c = get();
        if (c < 0) {
            record.fault = Fault::UnclosedQuote;
            return false;
        }
        if (c == '"') {
            if (peek() != '"') {
                return true;
            }
            get();
        }
        cell += char(c);
        if (bytesRead() - recordStart_ > maxRecordBytes_) {
            record.fault = Fault::TooLong;
            return false;
        }
    }
}

/// Reads one cell and what ends it; true where another cell of the record follows.
bool CsvParser::readCell(Record& record) {
    QByteArray cell;
    if (peek() == '"') {
        get();
        if (!readQuoted(record, cell)) {
            return false;
        }
        const int after = peek();
        if (after >= 0 && after != separator_ && after != '\r' && after != '\n') {
            record.fault = Fault::TextAfterQuote;
            return false;
        }
    }
    for (;;) {
        const int c = get();
        if (c == separator_ || c == '\n' || c < 0) {
            if (c != separator_ && cell.endsWith('\r')) {
                cell.chop(1);
            }
            record.cells << cell;
            return c == separator_;
        }
        cell += char(c);
        if (bytesRead() - recordStart_ > maxRecordBytes_) {
            record.fault = Fault::TooLong;
            return false;
        }
    }
}

bool CsvParser::next(Record& record) {
    for (;;) {
        record = Record{.cells = {}, .line = line_};
        if (peek() < 0) {
            return false;
        }
        recordStart_ = bytesRead();
        firstLineEnd_ = -1;
        while (readCell(record)) {
        }
        if (record.fault != Fault::None) {
            recover(firstLineEnd_, record.line);
            return true;
        }
        if (record.cells.size() > 1 || !record.cells.first().isEmpty()) {
            return true;
        }
    }
}

char csvSeparatorOf(const QByteArray& firstLine) {
    char best = ',';
    for (const char candidate : {';', '\t'}) {
        if (firstLine.count(candidate) > firstLine.count(best)) {
            best = candidate;
        }
    }
    return best;
}

} // namespace moderato::interchange
