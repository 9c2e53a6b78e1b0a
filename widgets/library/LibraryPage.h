#pragma once

#include "core/usecases/LibraryList.h"
#include "widgets/common/Actions.h"
#include "widgets/common/LatestRead.h"
#include "widgets/common/Page.h"
#include "widgets/common/Taxonomy.h"

class QLabel;
class QStackedWidget;
class QTableView;
class QTimer;

namespace moderato::widgets {

class FilterRow;
class LibraryModel;
class MessageBar;

/// All content there is: filtered, sorted, searched as one types. Return or a double click opens the item for
/// review. `importAction` is offered where the library is empty.
class LibraryPage : public Page {
    Q_OBJECT
public:
    LibraryPage(usecases::LibraryList& list, TaxonomyPtr taxonomy, ActionTable& actions,
                const QString& importAction, QWidget* parent = nullptr);

    void activated() override;
    void reload() override;
    bool search(const QString& text) override;

    LibraryModel& model() { return *model_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrangeColumns();
    QWidget* emptyView();
    void addActions();
    void ask();
    void count();
    void showFound();
    void openCurrent();

    usecases::LibraryList& list_;
    ActionTable& actions_;
    QString importAction_;
    LibraryModel* model_;
    FilterRow* filters_;
    MessageBar* message_;
    QTableView* table_;
    QStackedWidget* stack_;
    QLabel* emptyText_;
    QWidget* emptyImport_;
    QTimer* typing_;
    QString text_;
    bool asked_ = false;
    domain::ContentId keep_; ///< What was current before a reload, and where the list stood.
    int keepScroll_ = 0;
    LatestRead counter_;
};

} // namespace moderato::widgets
