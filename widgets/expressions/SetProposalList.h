#pragma once

#include "core/usecases/ExpressionSets.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace moderato::widgets {

/// What readers' results propose for one category: the feature, its share with n and interval, and a button
/// to accept and one to refuse. GUI thread.
class SetProposalList : public QWidget {
    Q_OBJECT
public:
    explicit SetProposalList(QWidget* parent = nullptr);

    void setProposals(std::vector<usecases::SetProposal> proposals, const usecases::ProposalRules& rules);
    /// "98 % of readers, n = 40 (95 % interval 87 … 100 %)"
    static QString evidence(const usecases::SetProposal& proposal);

Q_SIGNALS:
    void accepted(const moderato::usecases::SetProposal& proposal);
    void refused(const moderato::usecases::SetProposal& proposal);

private:
    QWidget* row(const usecases::SetProposal& proposal);

    QLabel* empty_;
    QVBoxLayout* column_;
    QWidget* rows_ = nullptr;
};

} // namespace moderato::widgets
