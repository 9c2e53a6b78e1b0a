#pragma once

#include <QString>

namespace moderato {

/// An expected failure, as a value. `message` is one sentence for a person: what happened and what to do.
/// `detail` is the technical cause for the log and is never needed to understand the message.
struct Error {
    enum class Kind {
        InvalidInput, ///< The caller or a file gave something that cannot be used.
        NotFound,     ///< What was asked for does not exist.
        Io,           ///< A file, a pipe or the disk failed.
        Storage,      ///< The database failed.
        Model,        ///< A model file is missing, damaged or does not fit.
        Unsupported,  ///< Valid, but not something this program can do.
        Conflict,     ///< Somebody or something else got there first.
        Cancelled,    ///< A person stopped it. Never shown as an error.
        Internal,     ///< A bug of ours or an exception of a library.
    };

    Kind kind = Kind::Internal;
    QString message;
    QString detail;

    bool isCancelled() const { return kind == Kind::Cancelled; }
    bool operator==(const Error&) const = default;

    static Error invalid(QString message, QString detail = {}) {
        return {Kind::InvalidInput, std::move(message), std::move(detail)};
    }
    static Error notFound(QString message, QString detail = {}) {
        return {Kind::NotFound, std::move(message), std::move(detail)};
    }
    static Error io(QString message, QString detail = {}) {
        return {Kind::Io, std::move(message), std::move(detail)};
    }
    static Error cancelled() { return {Kind::Cancelled, QStringLiteral("Cancelled."), {}}; }
};

} // namespace moderato
