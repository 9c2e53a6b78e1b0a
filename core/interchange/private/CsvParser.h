#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QIODevice>
#include <QStringList>

#include <vector>

namespace moderato::interchange {

/// Splits a device into records after RFC 4180: cells by a separator, quoted cells with separators, doubled
/// quotes and line ends in them. After a broken record it goes on with the next line. Keeps one record and
/// one block in memory.
class CsvParser {
public:
    enum class Fault { None, TooLong, UnclosedQuote, TextAfterQuote };

    struct Record {
        QByteArrayList cells;
        qint64 line = 0; ///< Where it begins; 1 is the first.
        Fault fault = Fault::None;
    };

    /// Begins where the device stands; `firstLine` is that line's number.
    CsvParser(QIODevice& device, char separator, qint64 maxRecordBytes, qint64 firstLine = 1);

    /// From now on the cells of all other columns are passed over and stand empty in the record.
    void keepOnly(std::vector<bool> columns) { kept_ = std::move(columns); }

    /// False at the end. Empty lines are passed over.
    bool next(Record& record);

    qint64 bytesRead() const { return blockOffset_ + pos_; }

private:
    int get();
    int peek();
    bool fill();
    bool readQuoted(Record& record, QByteArray& cell);
    bool readCell(Record& record);
    bool isKept(qsizetype column) const;
    qsizetype bytesToCellEnd() const;
    void recover(qint64 firstLineEnd, qint64 line);
    void skipLine();
    void seek(qint64 offset, qint64 line);

    QIODevice& device_;
    const char separator_;
    const qint64 maxRecordBytes_;
    std::vector<bool> kept_; ///< Empty: all.
    QByteArray block_;
    qint64 blockOffset_ = 0;
    qsizetype pos_ = 0;
    qint64 line_ = 1;
    qint64 recordStart_ = 0;
    qint64 firstLineEnd_ = -1; ///< Of the record that is read, where one of its cells spans lines.
};

/// What most likely separates the cells of this header: , ; or tab.
char csvSeparatorOf(const QByteArray& firstLine);

/// The cells of one line that is in memory, trimmed: the names of a header. Nothing where the line is no
/// record.
QStringList csvNamesIn(QByteArray line, char separator);

/// What is wrong with a record and what to do. Empty for no fault.
QString csvFaultSentence(CsvParser::Fault fault, qint64 maxRecordBytes);

} // namespace moderato::interchange
