#pragma once

#include "core/usecases/ExpressionSets.h"
#include "widgets/common/LatestRead.h"
#include "widgets/common/Taxonomy.h"

#include <QThreadPool>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTableView;

namespace moderato::widgets {

class ActionTable;
class MessageBar;
class SetFeatureModel;
class SetHistoryModel;
class SetProposalList;

/// What the editor asks of the library; called on worker threads.
struct ExpressionSetServices {
    std::function<Result<std::vector<domain::ExpressionSet>>()> sets;
    std::function<Result<std::vector<domain::ExpressionSetChange>>()> history; ///< Of all, the newest first.
    std::function<Result<std::vector<usecases::SetProposal>>(const usecases::ProposalRules&)> proposals;
    std::function<Status(const domain::ExpressionSet&, const QString& person)> edit;
    std::function<Status(const usecases::SetProposal&, const QString&person)> accept, refuse;
};

/// Those of a real library; `sets` must outlive the editor.
ExpressionSetServices expressionSetServices(usecases::ExpressionSets& sets);

/// What each category should evoke and what not (S4.2): its features with a box a side, what readers' results
/// propose, and the history. An edit is kept at once; undo and “take back” are edits too, so that the history
/// shows both. GUI thread; reads and writes happen on workers of its own, writes in their order.
class ExpressionSetEditor : public QWidget {
    Q_OBJECT
public:
    /// Adds the action "sets.undo" for the page of the id `scope`.
    ExpressionSetEditor(ExpressionSetServices services, TaxonomyPtr taxonomy, ActionTable& actions,
                        const QString& scope, QWidget* parent = nullptr);
    ~ExpressionSetEditor() override;

    void read();
    /// Category code; empty: none yet.
    QString category() const;
    void choose(const QString& category);
    bool isRead() const { return isRead_; }
    /// Edits that are not in the library yet.
    int pending() const { return pending_; }

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct State {
        std::vector<domain::ExpressionSet> sets;
        std::vector<domain::ExpressionSetChange> history;
        std::vector<usecases::SetProposal> proposals;
    };

    void build();
    QWidget* buildProposals();
    QWidget* buildHistory();
    QSpinBox* spinBox(const char* name, const QString& accessible, int low, int high, const QString& suffix);
    void addActions(const QString& scope);
    void fill(State state);
    void fillCategories();
    void showCategory();
    void expect(const domain::ExpressionSet& set);
    void edit(const domain::ExpressionSet& set);
    void accept(const usecases::SetProposal& proposal);
    void undo();
    void takeBack();
    /// Runs on the writing thread; then reads again.
    void write(std::function<Status(const QString& person)> work);
    domain::ExpressionSet setOf(const QString& category) const;
    usecases::ProposalRules rules() const;

    ExpressionSetServices services_;
    TaxonomyPtr taxonomy_;
    ActionTable& actions_;
    State state_;
    std::vector<domain::ExpressionSet> before_; ///< What undo goes back to, the latest last.
    MessageBar* message_;
    QListWidget* categories_;
    QLabel* heading_;
    SetFeatureModel* features_;
    QTableView* table_;
    SetProposalList* proposals_;
    SetHistoryModel* history_;
    QTableView* changes_;
    QPushButton* takeBack_;
    QSpinBox* above_ = nullptr;
    QSpinBox* below_ = nullptr;
    QSpinBox* least_ = nullptr;
    QBoxLayout* columns_ = nullptr;
    bool isRead_ = false;
    int pending_ = 0;
    LatestRead reader_;
    QThreadPool writer_;
};

} // namespace moderato::widgets
