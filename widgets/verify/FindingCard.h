#pragma once

#include "widgets/verify/FindingModels.h"

#include <QFrame>

class QLabel;
class QTableView;

namespace moderato::widgets {

/// What one verification found: the accuracy beside the required one, each task's figures, how the accuracy
/// decays, where it drifts; and the verifications before it, of which one is shown.
class FindingCard : public QFrame {
    Q_OBJECT
public:
    explicit FindingCard(QWidget* parent = nullptr);

    /// The newest first; shows the newest.
    void setHistory(std::vector<domain::QualityVerification> history,
                    QHash<domain::ModelVersionId, QString> versions, domain::ModelTask task);
    /// A sentence in place of findings.
    void showNothing(const QString& text);

private:
    void show(const domain::QualityVerification& found);
    void showDrifts(const domain::QualityVerification& found);
    void fit();

    QLabel* accuracy_;
    QLabel* verdict_;
    QLabel* summary_;
    TaskFindingModel* tasks_;
    QTableView* taskTable_;
    DecayModel* decay_;
    QTableView* decayTable_;
    QLabel* drifts_;
    QLabel* historyName_;
    VerificationModel* history_;
    QTableView* historyTable_;
};

} // namespace moderato::widgets
