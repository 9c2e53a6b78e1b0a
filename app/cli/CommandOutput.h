#pragma once

#include "core/base/Error.h"
#include "core/base/JobContext.h"

#include <QByteArray>
#include <QJsonObject>

#include <chrono>
#include <functional>

namespace moderato::cli {

/// Where a command says what it has to say: standard output and standard error of this process or, for a
/// command that was handed over, of the process that asked. Called on the thread that runs the command.
class CommandOutput {
public:
    using Write = std::function<void(const QByteArray&)>;

    CommandOutput(Write out, Write err, bool json)
        : out_(std::move(out))
        , err_(std::move(err))
        , json_(json)
        , lastNote_(std::chrono::steady_clock::now()) {}

    /// Only the one JSON object goes to standard output.
    bool wantsJson() const { return json_; }

    /// The command's answer: `object` with --json, else `text`.
    void answer(const QJsonObject& object, const QString& text) const;
    /// One line of a stream (JSONL, CSV), whatever the mode.
    void line(const QByteArray& line) const;
    void raw(const QByteArray& bytes) const { out_(bytes); }

    /// A warning, on standard error.
    void warn(const QString& sentence) const;
    /// How far it is, on standard error: a line now and then, none for what takes a moment.
    void progress(const Progress& progress);

private:
    Write out_;
    Write err_;
    bool json_;
    std::chrono::steady_clock::time_point lastNote_;
};

} // namespace moderato::cli
