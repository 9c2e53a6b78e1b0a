#pragma once

#include "core/usecases/QualityLabels.h"

#include <QFrame>

#include <map>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace moderato::widgets {

class ActionTable;

/// The labels that consumption made: a histogram a task, the rules they come from, and the button of
/// "verify.labelAgain".
class LabelsCard : public QFrame {
    Q_OBJECT
public:
    LabelsCard(ActionTable& actions, const QString& importAction, QWidget* parent = nullptr);

    void setLabels(const std::map<QString, usecases::QualityTaskSummary>& labels);
    void setRules(const usecases::QualityRules& rules);
    usecases::QualityRules rules() const;
    /// What the last labelling did.
    void setState(const QString& text);
    void setEditable(bool editable);

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    /// By the person.
    void rulesChanged(const moderato::usecases::QualityRules& rules);

private:
    void addRules(ActionTable& actions);
    void takeLevels();

    QWidget* empty_;
    QLabel* note_;
    QWidget* histograms_;
    QGridLayout* grid_;
    int columns_ = 2; ///< That the histograms lie in now.
    QComboBox* reference_;
    QSpinBox* impressions_;
    QLineEdit* levels_;
    QSpinBox* verdictShare_;         ///< Per cent.
    std::vector<double> boundaries_; ///< The last that could be read.
    QLabel* state_;
};

} // namespace moderato::widgets
