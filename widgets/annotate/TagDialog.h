#pragma once

#include "core/usecases/TagLibrary.h"
#include "widgets/common/LatestRead.h"
#include "widgets/topics/TopicBox.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace moderato::widgets {

class MessageBar;
class TagModel;

/// The tag library: every topic with its counts; search, add, rename, merge, retire, bring back, favourite,
/// import of trends, and undo. Not modal. Names are asked for in a row of the window itself. GUI thread;
/// reads and changes run on a thread of its own, one after another.
class TagDialog : public QDialog {
    Q_OBJECT
public:
    explicit TagDialog(usecases::TagLibrary& tags, QWidget* parent = nullptr);
    ~TagDialog() override;

    TagModel& model() { return *model_; }
    QLineEdit& searchField() { return *search_; }
    QLineEdit& nameField() { return *name_; }
    MessageBar& messages() { return *messages_; }
    /// Selects a topic of the list. → whether it is there
    bool select(const QString& topic);
    void reload();
    void importFrom(const QString& path);

Q_SIGNALS:
    /// Topics have changed (also their names on items).
    void changed();
    /// A list is shown that was read after the last change.
    void listed();

private:
    enum class Asking { Nothing, Add, Rename, Merge };
    using Change = std::function<Result<QString>(usecases::TagLibrary&)>; ///< → what was done, for people

    void build();
    void run(Change change, const QString& imports = {});
    void ask(Asking what);
    void accepted();
    void showButtons();
    void import();
    const usecases::TagRow* current() const;

    usecases::TagLibrary& tags_;
    TagModel* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLineEdit* search_;
    QComboBox* part_;
    QLabel* count_;
    MessageBar* messages_;
    QWidget* asking_;
    QLabel* question_;
    QLineEdit* name_;
    QPushButton* add_;
    QPushButton* rename_;
    QPushButton* merge_;
    QPushButton* retire_;
    QPushButton* favourite_;
    QPushButton* import_;
    QPushButton* undo_;
    Asking what_ = Asking::Nothing;
    QString selected_; ///< Stays selected when the list is read again.
    QString undoable_;
    QString imported_; ///< The list of trends that was the last change here.
    LatestRead reader_;
    QThreadPool writer_;
};

} // namespace moderato::widgets
