#pragma once

#include "widgets/common/ActionBar.h"

namespace moderato::widgets {

class ActionTable;

/// What an annotator can do with the item. GUI thread.
class AnnotateBar : public ActionBar {
    Q_OBJECT
public:
    /// The actions must be in the table already.
    AnnotateBar(ActionTable& actions, QWidget* parent = nullptr);

    /// "Answer", or "Go on" where the answer is given and only looked at.
    void setAnswer(const QString& text);

private:
    ActionButton* answer_;
};

} // namespace moderato::widgets
