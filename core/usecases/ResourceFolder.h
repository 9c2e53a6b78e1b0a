#pragma once

#include <QString>

namespace moderato::usecases {

/// Where the files are that the program ships (default models, taxonomy, expression sets): the folder named
/// by the environment's MODERATO_RESOURCES, else `../share/moderato` beside the installed program, else the
/// source tree it was built from.
QString resourceFolder();

} // namespace moderato::usecases
