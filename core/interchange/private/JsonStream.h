#pragma once

#include <QByteArray>
#include <QIODevice>

namespace moderato::interchange {

/// Splits a JSON text into values without holding it as a whole: the entries of lists at its top, and values
/// that follow each other. Looks at brackets and quotes only; whether a value is one is the caller's to ask.
/// Keeps one value and one block in memory.
class JsonStream {
public:
    JsonStream(QIODevice& device, qint64 maxValueBytes);

    struct Value {
        QByteArray bytes; ///< Empty where `tooLong`.
        qint64 line = 0;  ///< Where it begins; 1 is the first.
        qint64 list = 0;  ///< The number of the list it stands in; 0: in none.
        bool tooLong = false;
    };
    /// False at the end.
    bool next(Value& value);

    qint64 bytesRead() const { return bytesRead_ - block_.size() + pos_; }

private:
    int peek();
    int get();
    bool findValue();
    bool atLineEnd() { return byLines_ && peek() == '\n'; }
    void keep(Value& value, char c) const;
    void readNested(Value& value);
    void readString(Value& value);
    void readPlain(Value& value);

    QIODevice& device_;
    const qint64 maxValueBytes_;
    QByteArray block_;
    qsizetype pos_ = 0;
    qint64 bytesRead_ = 0;
    qint64 line_ = 1;
    qint64 lists_ = 0;
    bool inList_ = false;
    bool seen_ = false;
    bool byLines_ = false;
};

} // namespace moderato::interchange
