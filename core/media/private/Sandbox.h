#pragma once

#include "core/media/SandboxState.h"

#include <QtGlobal>

namespace moderato::media {

// What the decoder process does to itself, in this order and before it starts a thread. What a system does
// not offer is left out; shutIn() tells what holds in the end.

/// Dies with the program; closes what it inherited; goes into user, network, mount, IPC and host-name
/// namespaces of its own.
void leaveSystem();

/// Makes Qt, FFmpeg and the C library read what they otherwise would when they first need it.
void loadEverything();

/// Gives up, for good: every file name (an empty root folder, Landlock), every right, every system call but
/// those of decoding (seccomp), executable memory, and memory beyond 4 GiB. What is open stays.
SandboxState shutIn();

/// From now on this process may use so many seconds of processor time; then the system ends it.
void allowProcessorSeconds(int seconds);

/// What is allocated now.
qint64 privateBytes();

/// The system calls of decoding and no others (SystemCalls.cpp says which); part of shutIn().
bool allowOnlyDecodingCalls();

/// fstat() of the C library goes on under `filter` (a scmp_filter_ctx), without a call that takes names.
bool answerStatByDescriptor(void* filter);

/// Finds out by trying; part of shutIn().
SandboxState trySandbox();

} // namespace moderato::media
