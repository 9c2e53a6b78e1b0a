#include "widgets/common/ActionBar.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>

#include <utility>

namespace moderato::widgets {

ActionBar::ActionBar(QWidget* parent)
    : QWidget(parent)
    , row_(new QHBoxLayout(this)) {
    row_->setContentsMargins(grid, grid, grid, grid);
    row_->setSpacing(grid);
    setProperty("ground", "window");
    setAttribute(Qt::WA_StyledBackground);
}

void ActionBar::setButtons(const std::vector<ActionButton*>& left, const std::vector<ActionButton*>& right,
                           std::vector<ActionButton*> yielding) {
    for (ActionButton* button : left) {
        row_->addWidget(button);
    }
    row_->addStretch();
    for (ActionButton* button : right) {
        row_->addWidget(button);
    }
    yielding_ = std::move(yielding);
}

void ActionBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void ActionBar::fit() {
    for (ActionButton* button : yielding_) {
        button->setCompact(false);
    }
    for (ActionButton* button : yielding_) {
        row_->invalidate();
        if (row_->sizeHint().width() <= width()) {
            break;
        }
        button->setCompact(true);
    }
}

} // namespace moderato::widgets
