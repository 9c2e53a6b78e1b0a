#pragma once

#include <QCoreApplication>

namespace moderato::media {

/// The sentences of this room, for the translators.
struct Media {
    Q_DECLARE_TR_FUNCTIONS(Media)
};

} // namespace moderato::media
