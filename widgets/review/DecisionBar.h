#pragma once

#include "widgets/common/ActionBar.h"

namespace moderato::widgets {

class ActionTable;

/// What a person can do with the item. GUI thread.
class DecisionBar : public ActionBar {
    Q_OBJECT
public:
    /// The actions must be in the table already.
    DecisionBar(ActionTable& actions, QWidget* parent = nullptr);

    /// "food": what Confirm confirms; empty: nothing to confirm.
    void setAnswer(const QString& name);
    ActionButton& confirm() { return *confirm_; }

private:
    ActionButton* confirm_;
};

} // namespace moderato::widgets
