#pragma once

#include <QtGlobal>

namespace moderato::domain {

/// What went when an imported list of trends was taken back.
struct TrendsRemoved {
    qint64 topics = 0;  ///< That the list named.
    qint64 removed = 0; ///< Of them: gone, because nothing but the list knew them.
    qint64 retired = 0; ///< Of them: only models had named them.
};

} // namespace moderato::domain
