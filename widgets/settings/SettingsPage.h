#pragma once

#include "widgets/common/Page.h"

class QBoxLayout;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace moderato::widgets {

class ActionTable;
class KeyEditor;
class MessageBar;
class Theme;

/// What a person sets: name, look, language, care, keys. Everything takes effect at once and is kept, but for
/// the language, which the next start brings.
class SettingsPage : public Page {
    Q_OBJECT
public:
    SettingsPage(Theme& theme, ActionTable& actions, QWidget* parent = nullptr);

    void activated() override;

Q_SIGNALS:
    /// One of `preferences` has changed ("care/muted").
    void preferenceChanged(const QString& key);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QFormLayout* section(const QString& title, QVBoxLayout* column);
    QLabel* label(const QString& text);
    void addPerson(QVBoxLayout* column);
    void addLook(QVBoxLayout* column);
    void addCare(QVBoxLayout* column);

    Theme& theme_;
    QBoxLayout* columns_ = nullptr; ///< Side by side, or stacked where the window is narrow.
    MessageBar* message_;
    KeyEditor* keys_;
};

} // namespace moderato::widgets
