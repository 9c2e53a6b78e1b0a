#pragma once

class QScrollArea;
class QVBoxLayout;

namespace moderato::widgets {

/// A place for panels under each other that scrolls where they do not fit.
struct PanelColumn {
    QScrollArea* area;
    QVBoxLayout* column; ///< Inside the area.
};

/// Owned by whoever takes the area.
PanelColumn makePanelColumn();

} // namespace moderato::widgets
