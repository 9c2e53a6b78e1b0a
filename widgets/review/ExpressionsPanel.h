#pragma once

#include "widgets/common/Panel.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/review/ReviewServices.h"

namespace moderato::widgets {

class MatchCurve;
class MatchScale;

/// How readers' expressions matched what goes with the item's category: never without n and an interval
/// (S4.4, S4.5).
class ExpressionsPanel : public Panel {
    Q_OBJECT
public:
    explicit ExpressionsPanel(QWidget* parent = nullptr);

    void setItem(const usecases::ItemView& item, const Taxonomy& taxonomy, QAction* import);

private:
    MatchScale* scale_;
    QLabel* figures_;
    QLabel* rules_;
    MatchCurve* curve_;
    QLabel* positive_;
    QLabel* negative_;
};

} // namespace moderato::widgets
