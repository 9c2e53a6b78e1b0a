#pragma once

#include <QStringList>

namespace moderato::media {

/// What shuts the decoder process in on this system, found out by the process itself after it was shut in.
struct SandboxState {
    bool noFiles = false;        ///< Landlock: no file can be opened by name, created, removed or executed.
    bool noNetwork = false;      ///< A network namespace of its own, or no socket call at all.
    bool fewSystemCalls = false; ///< seccomp: only what decoding needs.
    bool limited = false;        ///< Memory and processor time are bounded.

    bool isWhole() const { return noFiles && noNetwork && fewSystemCalls && limited; }
    bool operator==(const SandboxState&) const = default;
};

/// What is missing on this system, as sentences for people; empty where the sandbox is whole.
QStringList missing(const SandboxState& state);

} // namespace moderato::media
