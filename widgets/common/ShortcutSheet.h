#pragma once

#include <QDialog>

class QLineEdit;
class QVBoxLayout;

namespace moderato::widgets {

class ActionTable;

/// All keys by group, as they are now ("?"). Not modal; Escape closes it.
class ShortcutSheet : public QDialog {
    Q_OBJECT
public:
    ShortcutSheet(ActionTable& actions, QWidget* parent);
};

} // namespace moderato::widgets
