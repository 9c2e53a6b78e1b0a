#pragma once

#include "widgets/common/Panel.h"
#include "widgets/review/ReviewServices.h"

#include <QPointer>

class QCheckBox;
class QPushButton;

namespace moderato::widgets {

class FlowLayout;
struct QualityEvidence;

/// How people took the item, task by task, against the reference, beside what the model in service predicts;
/// the verdict and what it does to the rank at the top (S1.2, S1.9, S1.11), low-quality marks by people and
/// those predicted below (S1.13), and the switch for what the model looked at (S1.7).
class QualityPanel : public Panel {
    Q_OBJECT
public:
    /// Actions that get what is missing or show more; any may be nullptr.
    struct Actions {
        QAction* import = nullptr;
        QAction* train = nullptr;    ///< Goes to the Train page.
        QAction* lookedAt = nullptr; ///< Checkable: marks what the model looked at.
        QString lookedAtKey = {};
        QAction* judge = nullptr; ///< Opens the menu of an expert's own labels.
        QString judgeKey = {};
    };

    explicit QualityPanel(QWidget* parent = nullptr);

    void setItem(const usecases::ItemView& item, const Actions& actions);

private:
    void showNothing(const QString& missing, QAction* gets);
    void offer(QAction* action, const QString& text);
    void showVerdict(const usecases::ItemView& item);
    void showMarks(const usecases::ItemView& item);
    void showPredictedMarks(const usecases::ItemView& item);
    void showModels(const usecases::ItemView& item, QAction* train);
    void showLookedAt(const QualityEvidence& evidence, const Actions& actions);
    void showJudge(const Actions& actions);
    void bind(QAction* lookedAt);

    QLabel* rank_;
    QVBoxLayout* rows_;
    QLabel* legend_;
    QLabel* marks_;
    QLabel* predictedMarks_; ///< What the chips below it are, or that there are none.
    QWidget* chips_;
    FlowLayout* flow_;
    QLabel* missing_;         ///< That no model has predicted.
    QPushButton* getMissing_; ///< What is missing, by an action of another page.
    QCheckBox* lookedAt_;
    QLabel* lookedAtWhat_;
    QPushButton* judge_;
    QPointer<QAction> missingAction_, lookedAtAction_, judgeAction_;
};

} // namespace moderato::widgets
