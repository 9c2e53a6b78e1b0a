#pragma once

#include <QKeyEvent>
#include <QObject>
#include <QString>

#include <deque>
#include <memory>
#include <variant>

class QWidget;

namespace moderato::widgets {

class ActionTable;

/// Keeps what a person presses while a decision is being written or an item is being read, and gives it on in
/// order afterwards: to the text field or list that has the focus by then, else to the action that the key
/// stands for. No key is lost and none reaches the wrong item. GUI thread.
class TypeAhead : public QObject {
    Q_OBJECT
public:
    /// `page`: keys are kept while they go to its window and it is visible.
    TypeAhead(ActionTable& actions, const QString& pageId, QWidget* page);

    void hold();
    /// Gives on what was kept, until somebody holds again.
    void release();
    bool isHolding() const { return holding_; }
    /// An action that was clicked meanwhile.
    void addAction(const QString& id);
    void clear() { kept_.clear(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Kept = std::variant<QString, std::shared_ptr<QKeyEvent>>;
    void give(const Kept& kept);
    QString actionFor(const QKeyEvent& key) const;

    ActionTable& actions_;
    QString pageId_;
    QWidget* page_;
    std::deque<Kept> kept_;
    bool holding_ = false;
};

} // namespace moderato::widgets
