#include "widgets/review/DecisionBar.h"

#include "widgets/common/ActionButton.h"

namespace moderato::widgets {

DecisionBar::DecisionBar(ActionTable& actions, QWidget* parent)
    : ActionBar(parent) {
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
    setButtons({confirm_, correct, disallow, skip, escalate, topics}, {undo, redo, previous, next},
               {redo, undo, previous, next, topics, escalate, skip});
}

void DecisionBar::setAnswer(const QString& name) {
    confirm_->setLabel(name.isEmpty() ? QString() : tr("Confirm: %1").arg(name));
    fit();
}

} // namespace moderato::widgets
