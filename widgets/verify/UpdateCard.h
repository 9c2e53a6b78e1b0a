#pragma once

#include "widgets/verify/FindingModels.h"

#include <QFrame>

class QLabel;
class QTableView;

namespace moderato::widgets {

class CurveView;

/// How an update goes, round by round, and what it came to: whether the candidate went into service, why not,
/// and both versions task by task. Hidden until there is one.
class UpdateCard : public QFrame {
    Q_OBJECT
public:
    explicit UpdateCard(QWidget* parent = nullptr);

    void begin();
    void addRound(const usecases::TrainRound& round);
    void setOutcome(const usecases::UpdateOutcome& outcome, domain::ModelTask task);
    /// In words: what became of the candidate.
    static QString verdictOf(const usecases::UpdateOutcome& outcome);

private:
    QLabel* heading_;
    CurveView* curve_;
    QLabel* verdict_;
    QLabel* summary_;
    TaskComparisonModel* tasks_;
    QTableView* table_;
};

} // namespace moderato::widgets
