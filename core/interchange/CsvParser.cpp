#include "core/interchange/private/CsvParser.h"

#include "core/interchange/private/Import.h"

#include <QBuffer>

#include <algorithm>

namespace moderato::interchange {

namespace {
constexpr qint64 blockBytes = qint64(256) << 10;
}

CsvParser::CsvParser(QIODevice& device, char separator, qint64 maxRecordBytes, qint64 firstLine)
    : device_(device)
    , separator_(separator)
    , maxRecordBytes_(maxRecordBytes)
    , blockOffset_(device.pos())
    , line_(firstLine) {
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
    line_ = line;
    if (offset >= blockOffset_) {
        pos_ = offset - blockOffset_;
        return;
    }
    device_.seek(offset);
    blockOffset_ = offset;
    block_.clear();
    pos_ = 0;
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

bool CsvParser::isKept(qsizetype column) const {
    return kept_.empty() || (column < qsizetype(kept_.size()) && kept_[std::size_t(column)]);
}

/// How many bytes of the block come before the next separator or line end.
qsizetype CsvParser::bytesToCellEnd() const {
    const char* begin = block_.constData() + pos_;
    const char* end = block_.constData() + block_.size();
    const char separator = separator_;
    return std::find_if(begin, end, [separator](char c) { return c == separator || c == '\n'; }) - begin;
}

/// Reads one cell and what ends it; true where another cell of the record follows.
bool CsvParser::readCell(Record& record) {
    const bool kept = isKept(record.cells.size());
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
        const int c = peek();
        if (c == separator_ || c == '\n' || c < 0) {
            get();
            if (c != separator_ && cell.endsWith('\r')) {
                cell.chop(1);
            }
            record.cells << (kept ? cell : QByteArray());
            return c == separator_;
        }
        const qsizetype count = bytesToCellEnd();
        if (kept) {
            cell.append(block_.constData() + pos_, count);
        }
        pos_ += count;
        if (bytesRead() - recordStart_ > maxRecordBytes_) {
            record.fault = Fault::TooLong;
            return false;
        }
    }
}

bool CsvParser::next(Record& record) {
    for (;;) {
        record.cells.clear();
        record.line = line_;
        record.fault = Fault::None;
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

QStringList csvNamesIn(QByteArray line, char separator) {
    QBuffer buffer(&line);
    buffer.open(QIODevice::ReadOnly);
    CsvParser parser(buffer, separator, line.size() + 1);
    CsvParser::Record record;
    QStringList names;
    if (parser.next(record) && record.fault == CsvParser::Fault::None) {
        for (const QByteArray& cell : record.cells) {
            names << QString::fromUtf8(cell).trimmed();
        }
    }
    return names;
}

QString csvFaultSentence(CsvParser::Fault fault, qint64 maxBytes) {
    switch (fault) {
    case CsvParser::Fault::TooLong:
        return Import::tr("The record that begins here is longer than %1 MB and was passed over. Look for a "
                          "missing quote.")
            .arg(maxBytes >> 20);
    case CsvParser::Fault::UnclosedQuote:
        return Import::tr("A quote that opens in this line is never closed. Close it, or write it twice if "
                          "it belongs to the text.");
    case CsvParser::Fault::TextAfterQuote:
        return Import::tr("Text follows a closing quote. Write a quote that belongs to the text twice.");
    case CsvParser::Fault::None:
        break;
    }
    return {};
}

} // namespace moderato::interchange
