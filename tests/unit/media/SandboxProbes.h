#pragma once

#include <QByteArray>

namespace moderato::test {

/// Tries everything that a taken-over decoder might: files, network, programs, other processes, the kernel.
/// Each attempt is one line, "name refused" or "name allowed". Refused is what the system says no to (EPERM,
/// EACCES, or no such file where the whole tree is out of sight); an error that only says that the attempt
/// made no sense counts as allowed. What an attempt makes is taken away again.
QByteArray tryToBreakOut();

} // namespace moderato::test
