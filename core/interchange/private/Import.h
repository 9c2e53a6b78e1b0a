#pragma once

#include <QCoreApplication>

namespace moderato::interchange {

/// The sentences of this room, for the translators.
struct Import {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace moderato::interchange
