#pragma once

#include <QFrame>
#include <QStringList>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace moderato::widgets {

class ActionTable;

/// How well `typed` fits `text`: the letters in order, better at the starts of words and side by side. Below
/// 0: not at all.
int fuzzyScore(const QString& typed, const QString& text);

/// Everything a person can do, found by typing (Ctrl+K). Recent ones first while nothing is typed. A frame
/// over the window, not a dialog.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(ActionTable& actions, QWidget* window);

    void open();
    /// Ids in the order in which they are offered for what is typed.
    QStringList matches(const QString& typed) const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void run();

    ActionTable& actions_;
    QLineEdit* typed_;
    QListView* list_;
    QStandardItemModel* model_;
};

} // namespace moderato::widgets
