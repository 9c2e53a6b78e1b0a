#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace moderato::widgets {

class ActionButton;

/// A row of what can be done, each with its key: on the left what one does, on the right the rest. Where it
/// is narrow, the lesser ones show icon and key only. GUI thread.
class ActionBar : public QWidget {
    Q_OBJECT
public:
    explicit ActionBar(QWidget* parent = nullptr);

protected:
    /// Once. `yielding`: in the order in which they give way.
    void setButtons(const std::vector<ActionButton*>& left, const std::vector<ActionButton*>& right,
                    std::vector<ActionButton*> yielding);
    /// After a button's text has changed.
    void fit();
    void resizeEvent(QResizeEvent* event) override;

private:
    QHBoxLayout* row_;
    std::vector<ActionButton*> yielding_;
};

} // namespace moderato::widgets
