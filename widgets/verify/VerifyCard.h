#pragma once

#include "core/usecases/QualityUpdate.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace moderato::widgets {

class ActionTable;
class PeriodChoice;

/// The version in service and when its update is due, the rules, what to verify, the buttons of
/// "verify.verify", "verify.update", "verify.rollBack" and "verify.cancel", and how far it is.
class VerifyCard : public QFrame {
    Q_OBJECT
public:
    /// `trainAction`: goes where a first version is trained.
    VerifyCard(ActionTable& actions, const QString& trainAction, QWidget* parent = nullptr);

    /// Empty: no version is in service.
    void setVersion(const QString& name);
    void setDue(const std::optional<Timestamp>& from, Timestamp now);
    void setRules(const usecases::UpdateRules& rules);
    usecases::UpdateRules rules() const;
    usecases::PublishingPeriod period(Timestamp now) const;
    usecases::DriftDetector detector() const;
    void setProgress(const Progress& progress);
    /// What is going on, or how it ended.
    void setState(const QString& text, bool running);
    QString dueText() const;

Q_SIGNALS:
    /// By the person.
    void rulesChanged(const moderato::usecases::UpdateRules& rules);

private:
    void build(ActionTable& actions, const QString& trainAction);
    QLayout* ruleFields();
    QLayout* buttons(ActionTable& actions);
    QLayout* progressLine(ActionTable& actions);

    QLabel* version_;
    QLabel* due_;
    QPushButton* train_;
    QSpinBox* coincidence_;
    QSpinBox* required_;
    QSpinBox* days_;
    QCheckBox* automatic_;
    PeriodChoice* period_;
    QComboBox* detector_;
    QLabel* state_;
    QProgressBar* bar_;
};

} // namespace moderato::widgets
