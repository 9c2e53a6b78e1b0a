#pragma once

#include <QByteArray>
#include <QIODevice>

namespace moderato::interchange {

/// Splits a device into lines (\n or \r\n) in blocks. A line above the limit is passed over without being
/// kept, so that one of a gigabyte costs a block of memory.
class LineReader {
public:
    LineReader(QIODevice& device, qint64 maxLineBytes);

    struct Line {
        QByteArray bytes;  ///< Without the line's end; empty where `tooLong`.
        qint64 number = 0; ///< 1 is the first.
        bool tooLong = false;
    };
    /// False at the end of the device. A byte-order mark at the beginning is dropped. `keepGoing` is asked
    /// between blocks.
    template <class KeepGoing> bool next(Line& line, KeepGoing keepGoing) {
        begin(line);
        while (!takeFromBlock(line)) {
            if (!keepGoing() || !readBlock()) {
                return finishAtEnd(line);
            }
        }
        return true;
    }

    qint64 bytesRead() const { return bytesRead_; }

private:
    void begin(Line& line);
    bool takeFromBlock(Line& line);
    bool readBlock();
    bool finishAtEnd(Line& line);

    QIODevice& device_;
    const qint64 maxLineBytes_;
    QByteArray block_;
    qsizetype pos_ = 0;
    qint64 bytesRead_ = 0;
    qint64 lineNumber_ = 0;
    qint64 lineBytes_ = 0;
};

} // namespace moderato::interchange
