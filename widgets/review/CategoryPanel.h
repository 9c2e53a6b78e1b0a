#pragma once

#include "widgets/common/Panel.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/review/ReviewServices.h"

#include <array>

namespace moderato::widgets {

class Chip;
class ScoreRow;

/// What the model in service takes the item's category for, what the version before took it for, what the
/// source says, and what a person has decided: each in its own voice.
class CategoryPanel : public Panel {
    Q_OBJECT
public:
    explicit CategoryPanel(QWidget* parent = nullptr);

    /// `train`: the action that gets a model where there is none; may be nullptr.
    void setItem(const usecases::ItemView& item, const Taxonomy& taxonomy, QAction* train);

Q_SIGNALS:
    /// A row was clicked: this category is right.
    void picked(const QString& category);

private:
    void setAnswers(const usecases::ItemView& item, const Taxonomy& taxonomy);

    std::array<ScoreRow*, 3> rows_;
    std::array<QString, 3> codes_;
    QLabel* was_;
    QLabel* person_;
    Chip* decided_;
    QLabel* who_;
    QLabel* source_;
    Chip* given_;
};

} // namespace moderato::widgets
