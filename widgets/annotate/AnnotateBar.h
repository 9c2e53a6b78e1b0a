#pragma once

#include <QWidget>

#include <vector>

namespace moderato::widgets {

class ActionButton;
class ActionTable;

/// What an annotator can do with the item, each with its key. Where it is narrow, the lesser ones show icon
/// and key only. GUI thread.
class AnnotateBar : public QWidget {
    Q_OBJECT
public:
    /// The actions must be in the table already.
    AnnotateBar(ActionTable& actions, QWidget* parent = nullptr);

    /// "Answer", or "Go on" where the answer is given and only looked at.
    void setAnswer(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    ActionButton* answer_;
    std::vector<ActionButton*> buttons_; ///< In the order in which they give way.
};

} // namespace moderato::widgets
