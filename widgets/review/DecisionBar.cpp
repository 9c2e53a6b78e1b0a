#include "widgets/review/DecisionBar.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>

namespace moderato::widgets {

DecisionBar::DecisionBar(ActionTable& actions, QWidget* parent)
    : QWidget(parent) {
    using Emphasis = ActionButton::Emphasis;
    const auto make = [&](const char* id, Emphasis emphasis = Emphasis::Normal) {
        return new ActionButton(actions, QLatin1String(id), emphasis, this);
    };
    confirm_ = make("review.confirm", Emphasis::Primary);
    auto* correct = make("review.correct");
    auto* disallow = make("review.disallow", Emphasis::Danger);
    auto* skip = make("review.skip");
    auto* escalate = make("review.escalate");
    auto* topics = make("review.topics");
    auto* undo = make("review.undo", Emphasis::Quiet);
    auto* redo = make("review.redo", Emphasis::Quiet);
    auto* previous = make("review.previous", Emphasis::Quiet);
    auto* next = make("review.next", Emphasis::Quiet);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid, grid, grid, grid);
    layout->setSpacing(grid);
    for (ActionButton* button : {confirm_, correct, disallow, skip, escalate, topics}) {
        layout->addWidget(button);
    }
    layout->addStretch();
    for (ActionButton* button : {undo, redo, previous, next}) {
        layout->addWidget(button);
    }
    buttons_ = {redo, undo, previous, next, topics, escalate, skip};
    setProperty("ground", "window");
    setAttribute(Qt::WA_StyledBackground);
}

void DecisionBar::setAnswer(const QString& name) {
    confirm_->setLabel(name.isEmpty() ? QString() : tr("Confirm: %1").arg(name));
    fit();
}

void DecisionBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void DecisionBar::fit() {
    for (ActionButton* button : buttons_) {
        button->setCompact(false);
    }
    for (ActionButton* button : buttons_) {
        layout()->invalidate();
        if (layout()->sizeHint().width() <= width()) {
            break;
        }
        button->setCompact(true);
    }
}

} // namespace moderato::widgets
