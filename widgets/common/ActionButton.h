#pragma once

#include <QPushButton>

class QAction;

namespace moderato::widgets {

class ActionTable;

/// A button for an action of the table: icon, text and its key ("Confirm  C"), enabled as the action is; a
/// click triggers it. Follows the action when its key or text changes. Primary is filled with the accent: at
/// most one on a page.
class ActionButton : public QPushButton {
    Q_OBJECT
public:
    enum class Emphasis { Normal, Primary, Danger, Quiet };

    ActionButton(ActionTable& actions, const QString& id, Emphasis emphasis = Emphasis::Normal,
                 QWidget* parent = nullptr);

    const QString& actionId() const { return id_; }
    /// Another wording for this place ("Confirm fun"); empty: the action's own text.
    void setLabel(const QString& label);
    void setEmphasis(Emphasis emphasis);
    /// Narrow places: the text gives way to icon and key.
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    ActionTable& actions_;
    QString id_;
    QAction* action_ = nullptr;
    QString label_;
    QString key_;
    bool compact_ = false;
};

} // namespace moderato::widgets
