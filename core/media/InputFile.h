#pragma once

#include "core/base/Result.h"

#include <QString>

#include <array>

namespace moderato::media {

/// A regular file, opened for reading once. Everything that decodes reads through this descriptor and never
/// opens a name, so that it works as well in a process that may open nothing. Owns the descriptor; several
/// functions may use it one after the other, not at once (they share its position).
class InputFile {
public:
    /// A sentence where there is no such file, it may not be read, is empty, or is no regular file.
    static Result<InputFile> open(const QString& path);
    /// Takes over an open descriptor; `name` is for sentences only.
    static Result<InputFile> adopt(int descriptor, QString name);

    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&& other) noexcept;
    ~InputFile();

    int descriptor() const { return descriptor_; }
    const QString& name() const { return name_; } ///< Without folders.
    qint64 size() const { return size_; }         ///< Bytes.
    /// Whether both are one file that was not written to between their opening.
    bool isSameAs(const InputFile& other) const { return identity_ == other.identity_; }

private:
    InputFile(int descriptor, QString name, qint64 size);

    int descriptor_ = -1;
    QString name_;
    qint64 size_ = 0;
    std::array<quint64, 5> identity_{}; ///< Device, inode, size, time of the last change (s, ns).
};

} // namespace moderato::media
