#pragma once

#include "core/base/JobContext.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace moderato::cli {

/// Hands a command to the process that has the library open for writing, and prints what it answers as if it
/// ran here.
class CommandClient {
public:
    /// → the command's exit status; nothing where nobody listens. Blocks until the command is done; a cancel
    /// is passed on.
    static std::optional<int> handOver(const QString& library, const QStringList& typed,
                                       const QString& folder, const JobContext& context);
};

} // namespace moderato::cli
