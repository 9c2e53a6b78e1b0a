#pragma once

#include "widgets/topics/TopicListModel.h"

#include <QFrame>

class QListView;
class QToolButton;
class QLabel;

namespace moderato::widgets {

/// The selection box bound to a topic box (S0.10): floats over the window under (or over) the box, as a
/// column or as a row. It never takes the focus; the box drives it.
class TopicList : public QFrame {
    Q_OBJECT
public:
    explicit TopicList(QWidget* box);

    void setOffers(std::vector<TopicOffer> offers, const QString& heading);
    const std::vector<TopicOffer>& offers() const { return model_->offers(); }
    Qt::Orientation orientation() const { return orientation_; }
    void setOrientation(Qt::Orientation orientation);

    void open();
    void place();
    void move(int step);
    /// Nothing: the list is empty.
    const TopicOffer* current() const;

Q_SIGNALS:
    void taken(const moderato::widgets::TopicOffer& offer);
    /// The person has chosen column or row.
    void orientationChosen(Qt::Orientation orientation);

private:
    QWidget* box_;
    TopicListModel* model_;
    QListView* view_;
    QLabel* heading_;
    QToolButton* turn_;
    Qt::Orientation orientation_ = Qt::Vertical;
};

} // namespace moderato::widgets
