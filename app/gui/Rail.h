#pragma once

#include <QFrame>
#include <QHash>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace moderato {

/// The pages' icons with their names at the left of the window; one is current.
class Rail : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);

    /// `atEnd`: below the gap, where settings belong.
    void add(const QString& id, const QString& title, const QString& iconName, const QAction* action,
             bool atEnd);
    void setCurrent(const QString& id);

Q_SIGNALS:
    void chosen(const QString& id);

private:
    QVBoxLayout* column_;
    QHash<QString, QToolButton*> buttons_;
};

} // namespace moderato
