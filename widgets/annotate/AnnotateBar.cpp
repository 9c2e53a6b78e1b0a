#include "widgets/annotate/AnnotateBar.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>

namespace moderato::widgets {

AnnotateBar::AnnotateBar(ActionTable& actions, QWidget* parent)
    : QWidget(parent) {
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
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(grid, grid, grid, grid);
    layout->setSpacing(grid);
    for (ActionButton* button : {answer_, topics, segment, skip, alike, blind}) {
        layout->addWidget(button);
    }
    layout->addStretch();
    for (ActionButton* button : {gold, tags, undo, previous, next}) {
        layout->addWidget(button);
    }
    buttons_ = {gold, tags, undo, previous, next, blind, alike, segment, skip, topics};
    setProperty("ground", "window");
    setAttribute(Qt::WA_StyledBackground);
}

void AnnotateBar::setAnswer(const QString& text) {
    answer_->setLabel(text);
    fit();
}

void AnnotateBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void AnnotateBar::fit() {
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
