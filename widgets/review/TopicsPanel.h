#pragma once

#include "widgets/common/Panel.h"
#include "widgets/review/ReviewServices.h"

namespace moderato::widgets {

class FlowLayout;
class TopicBox;

/// The item's topics: the person's in the box, the model's below it with their scores; a click on one of the
/// model's takes it.
class TopicsPanel : public Panel {
    Q_OBJECT
public:
    explicit TopicsPanel(const ReviewServices& services, QWidget* parent = nullptr);

    void setItem(const usecases::ItemView& item);
    /// The same item with other predictions: what the person has typed stays.
    void refresh(const usecases::ItemView& item);
    TopicBox& box() { return *box_; }

private:
    void showSuggestions(const usecases::ItemView& item);
    void markTaken();

    TopicBox* box_;
    QLabel* none_;
    QLabel* weights_; ///< How much text, frames and sound each made of the model's opinion.
    QWidget* suggestions_;
    FlowLayout* flow_;
};

} // namespace moderato::widgets
