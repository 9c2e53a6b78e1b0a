#pragma once

#include "core/usecases/TrainRun.h"
#include "widgets/common/Taxonomy.h"

#include <QFrame>

class QLabel;
class QTableView;

namespace moderato::widgets {

class ActionButton;
class ActionTable;
class ChangeModel;
class MetricModel;

/// A version beside the one in service: figures on the same held-out decisions, and the items that changed
/// sides (a double click opens one). Holds the buttons of "train.promote" and "train.rollBack".
class ResultCard : public QFrame {
    Q_OBJECT
public:
    ResultCard(ActionTable& actions, TaxonomyPtr taxonomy, QWidget* parent = nullptr);

    void setComparison(const usecases::VersionComparison& comparison);
    void showNothing(const QString& text);

Q_SIGNALS:
    void itemActivated(moderato::domain::ContentId id);

private:
    void fitMetrics();

    ActionButton* promote_ = nullptr; ///< Filled while it is what comes next.
    QLabel* heading_;
    QLabel* summary_;
    MetricModel* metrics_;
    QTableView* metricTable_;
    QLabel* changedText_;
    ChangeModel* changes_;
    QTableView* changeTable_;
};

} // namespace moderato::widgets
