#pragma once

#include "widgets/common/Panel.h"
#include "widgets/common/Taxonomy.h"
#include "widgets/review/ReviewServices.h"

namespace moderato::widgets {

/// What people decided on the item: who, when, what; what was undone is struck through.
class HistoryPanel : public Panel {
    Q_OBJECT
public:
    explicit HistoryPanel(QWidget* parent = nullptr);

    void setItem(const usecases::ItemView& item, const Taxonomy& taxonomy);

private:
    QLabel* lines_;
};

} // namespace moderato::widgets
