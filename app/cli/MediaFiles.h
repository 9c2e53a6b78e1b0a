#pragma once

#include "app/cli/Command.h"

#include <QStringList>

namespace moderato::cli {

/// The files that `arguments` name: files as they are, folders walked to the bottom in the order of their
/// names, hidden files and links to folders left out. NotFound where a path is not there.
Result<QStringList> filesIn(const Call& call, const QStringList& arguments);

} // namespace moderato::cli
