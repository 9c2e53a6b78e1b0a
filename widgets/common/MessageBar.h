#pragma once

#include "core/base/Error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace moderato::widgets {

/// Says on the page itself what happened and offers what to do; never a modal box. Hidden while there is
/// nothing to say. An error stays until it is dismissed or replaced, an information too.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(Kind kind, const QString& text, const QString& actionText = {},
                     std::function<void()> action = {});
    /// The error's sentence; nothing where it is a cancel. The detail goes to the log.
    void showError(const Error& error, const QString& actionText = {}, std::function<void()> action = {});
    void clear();
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();

    Kind kind_ = Kind::Info;
    QLabel* icon_;
    QLabel* text_;
    QPushButton* action_;
    QToolButton* close_;
    std::function<void()> run_;
};

} // namespace moderato::widgets
