#include "widgets/annotate/AnnotateBar.h"

#include "widgets/common/ActionButton.h"

namespace moderato::widgets {

AnnotateBar::AnnotateBar(ActionTable& actions, QWidget* parent)
    : ActionBar(parent) {
    using Emphasis = ActionButton::Emphasis;
    const auto make = [&](const char* id, Emphasis emphasis = Emphasis::Normal) {
        return new ActionButton(actions, QLatin1String(id), emphasis, this);
    };
    answer_ = make("annotate.answer", Emphasis::Primary);
    auto* topics = make("annotate.topics");
    auto* segment = make("annotate.segment");
    auto* skip = make("annotate.skip");
    auto* alike = make("annotate.alike");
    auto* blind = make("annotate.blind");
    auto* gold = make("annotate.gold", Emphasis::Quiet);
    auto* tags = make("annotate.tags", Emphasis::Quiet);
    auto* undo = make("annotate.undo", Emphasis::Quiet);
    auto* previous = make("annotate.previous", Emphasis::Quiet);
    auto* next = make("annotate.next", Emphasis::Quiet);
    setButtons({answer_, topics, segment, skip, alike, blind}, {gold, tags, undo, previous, next},
               {gold, tags, undo, previous, next, blind, alike, segment, skip, topics});
}

void AnnotateBar::setAnswer(const QString& text) {
    answer_->setLabel(text);
    fit();
}

} // namespace moderato::widgets
