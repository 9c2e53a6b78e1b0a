#include "widgets/common/PanelColumn.h"

#include "widgets/common/Theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace moderato::widgets {

PanelColumn makePanelColumn() {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    auto* inside = new QWidget;
    inside->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(grid, grid, grid, grid);
    column->setSpacing(grid);
    area->setWidget(inside);
    return {area, column};
}

} // namespace moderato::widgets
