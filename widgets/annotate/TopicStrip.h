#pragma once

#include "widgets/topics/TopicBox.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace moderato::widgets {

class FlowLayout;

/// The person's topics and the model's candidates in order with their scores, each under a number (S0.9,
/// S0.10): a column beside portrait media and articles, a row under landscape media, until the person chooses
/// otherwise. Candidates can be hidden until the person has answered (blind). GUI thread.
class TopicStrip : public QWidget {
    Q_OBJECT
public:
    explicit TopicStrip(TopicBox::Find find, QWidget* parent = nullptr);

    /// What the model says, and how the page names it.
    struct Candidates {
        std::vector<TopicOffer> offers;
        QString modelLine;
        QString weightsLine; ///< What made the opinion; may be empty.
    };
    /// `hidden`: candidates are not shown, nor offered by the box, until `reveal`.
    void setItem(const QStringList& topics, Voice voice, Candidates candidates, bool hidden);
    void reveal();
    bool isBlind() const { return hidden_; }
    TopicBox& box() { return *box_; }
    /// The candidates as they are shown now; none while they are hidden.
    std::vector<TopicOffer> shown() const { return hidden_ ? std::vector<TopicOffer>() : candidates_.offers; }
    /// Takes the n-th candidate (from 0), or takes it back.
    void toggle(int n);

    Qt::Orientation orientation() const { return orientation_; }
    /// Vertical: a column. Until the person has chosen.
    void setPreferredOrientation(Qt::Orientation orientation);
    void choose(Qt::Orientation orientation);

Q_SIGNALS:
    void orientationChanged(Qt::Orientation orientation);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setOrientation(Qt::Orientation orientation);
    void showCandidates();
    void markTaken();

    TopicBox* box_;
    QLabel* heading_;
    QLabel* none_;
    QLabel* weights_;
    QToolButton* turn_;
    QWidget* list_;
    FlowLayout* flow_;
    QBoxLayout* layout_;
    Candidates candidates_;
    Qt::Orientation orientation_ = Qt::Vertical;
    bool hidden_ = false;
    bool chosen_ = false; ///< The person has chosen column or row.
};

} // namespace moderato::widgets
