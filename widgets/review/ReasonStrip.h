#pragma once

#include "core/usecases/Decide.h"

#include <QFrame>

namespace moderato::widgets {

/// Why an item is disallowed: the reasons with their keys 1–9, above the bar; Escape leaves everything as it
/// is. GUI thread.
class ReasonStrip : public QFrame {
    Q_OBJECT
public:
    ReasonStrip(QList<usecases::Decide::Reason> reasons, QWidget* parent);

    /// `above`: the bar it stands on, in the parent's coordinates.
    void open(const QRect& above);
    /// Where it is open, to where the bar is now.
    void place(const QRect& above);
    void close();
    bool isOpen() const { return !isHidden(); }

Q_SIGNALS:
    void picked(const QString& reason);
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void take(int index);

    QList<usecases::Decide::Reason> reasons_;
};

} // namespace moderato::widgets
