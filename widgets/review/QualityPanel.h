#pragma once

#include "widgets/common/Panel.h"
#include "widgets/review/ReviewServices.h"

namespace moderato::widgets {

/// How people took the item, task by task, against the reference; the verdict at the top (S1.2, S1.11),
/// low-quality marks below.
class QualityPanel : public Panel {
    Q_OBJECT
public:
    explicit QualityPanel(QWidget* parent = nullptr);

    void setItem(const usecases::ItemView& item, QAction* import);

private:
    QVBoxLayout* rows_;
    QLabel* marks_;
};

} // namespace moderato::widgets
