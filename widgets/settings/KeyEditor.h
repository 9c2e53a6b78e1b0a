#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace moderato::widgets {

class ActionTable;
class KeyModel;

/// Shows and changes keys. A key that another action of the same place has is refused, and says whose it is.
class KeyEditor : public QWidget {
    Q_OBJECT
public:
    explicit KeyEditor(ActionTable& actions, QWidget* parent = nullptr);

    /// Reads the table of actions again (pages may have added some).
    void read();

private:
    QString currentId() const;
    void showCurrent();
    void change(const QKeySequence& key);
    void refuse(const QString& key, const QString& otherId);

    ActionTable& actions_;
    KeyModel* model_;
    QSortFilterProxyModel* found_;
    QLineEdit* search_;
    QTableView* table_;
    QLabel* name_;
    QKeySequenceEdit* edit_;
    QPushButton* none_;
    QPushButton* reset_;
    QLabel* answer_;
};

} // namespace moderato::widgets
