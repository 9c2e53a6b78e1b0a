#pragma once

#include <QWidget>

#include <vector>

namespace moderato::widgets {

class ActionButton;
class ActionTable;

/// What a person can do with the item, each with its key. Where it is narrow, the lesser ones show icon and
/// key only. GUI thread.
class DecisionBar : public QWidget {
    Q_OBJECT
public:
    /// The actions must be in the table already.
    DecisionBar(ActionTable& actions, QWidget* parent = nullptr);

    /// "food": what Confirm confirms; empty: nothing to confirm.
    void setAnswer(const QString& name);
    ActionButton& confirm() { return *confirm_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    ActionButton* confirm_;
    std::vector<ActionButton*> buttons_; ///< In the order in which they give way.
};

} // namespace moderato::widgets
