#pragma once

#include "widgets/common/Actions.h"
#include "widgets/common/LatestRead.h"
#include "widgets/common/Page.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/train/Training.h"

class QBoxLayout;
class QTabBar;
class QTableView;

namespace moderato::widgets {

class DataSetCard;
class MessageBar;
class ResultCard;
class RunCard;
class VersionModel;

/// Turns decisions into the next version: the data set, a run with its curve, the comparison with the version
/// in service, and the versions there are. Promoting predicts everything anew and tells the other pages.
class TrainPage : public Page {
    Q_OBJECT
public:
    TrainPage(TrainParts parts, TaxonomyPtr taxonomy, ActionTable& actions, QWidget* parent = nullptr);

    void activated() override;
    void reload() override;

    Training& training() { return *training_; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addActions();
    void arrange();
    void arrangeColumns();
    void connectTraining();
    void read();
    void showStep();
    void start();
    domain::ModelTask task() const;
    QString selectedVersion() const;

    TrainParts parts_;
    ActionTable& actions_;
    Training* training_;
    MessageBar* message_;
    QTabBar* tasks_;
    DataSetCard* data_;
    RunCard* run_ = nullptr;
    ResultCard* result_ = nullptr;
    VersionModel* versions_;
    QTableView* versionTable_;
    QBoxLayout* columns_ = nullptr; ///< Side by side, or stacked where the window is narrow.
    bool canRollBack_ = false;
    QString outcome_; ///< How the last run ended.
    LatestRead reader_;
};

} // namespace moderato::widgets
