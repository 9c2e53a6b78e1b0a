#pragma once

#include "core/base/JobContext.h"
#include "core/usecases/TrainRun.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QProgressBar;
class QSpinBox;

namespace moderato::widgets {

class ActionTable;
class CurveView;

/// Starts a run and shows how it goes: seed, where it starts from, the buttons of "train.start" and
/// "train.cancel", progress and the curve.
class RunCard : public QFrame {
    Q_OBJECT
public:
    explicit RunCard(ActionTable& actions, QWidget* parent = nullptr);

    /// The methods that a task has to choose from.
    void setTask(domain::ModelTask task);
    /// Task and data are the page's.
    usecases::TrainOptions options() const;
    void setScoreName(const QString& name);
    void begin();
    void addRound(const usecases::TrainRound& round);
    void setProgress(const Progress& progress);
    /// What is going on, or how it ended.
    void setState(const QString& text, bool running);
    CurveView& curve() { return *curve_; }

private:
    QSpinBox* seed_;
    QComboBox* from_;
    QComboBox* method_; ///< Its data: a preset of `ml::TrainingSettings`; empty: the default.
    QProgressBar* bar_;
    QLabel* state_;
    QLabel* latest_; ///< The figures of the last round.
    CurveView* curve_;
};

} // namespace moderato::widgets
