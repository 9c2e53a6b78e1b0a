#pragma once

#include "core/domain/TopicAnswer.h"
#include "widgets/common/Panel.h"
#include "widgets/player/PlayerState.h"
#include "widgets/topics/TopicBox.h"

namespace moderato::widgets {

/// Topics of parts of a video: the part between the player's marks, with a topic, becomes a row; a click goes
/// there. GUI thread.
class SegmentsPanel : public Panel {
    Q_OBJECT
public:
    explicit SegmentsPanel(TopicBox::Find find, QWidget* parent = nullptr);

    /// Nothing typed survives. `isVideo`: false hides the panel.
    void setItem(std::vector<domain::TopicSegment> segments, std::vector<TopicOffer> candidates,
                 bool isVideo);
    void setCandidates(std::vector<TopicOffer> candidates);
    /// What the player has marked.
    void setState(const PlayerState& state);
    /// Both marks are there, on frames whose time stamps are known.
    bool isMarked() const;
    /// Asks for the topic of the marked part.
    void ask();
    const std::vector<domain::TopicSegment>& segments() const { return segments_; }
    bool isChanged() const { return segments_ != original_; }
    TopicBox& box() { return *box_; }

Q_SIGNALS:
    void segmentsChanged();
    /// Go there: seconds from the first frame.
    void seekRequested(double seconds);
    void finished();

private:
    void add(const QString& topic);
    void showRows();
    void showHint();

    TopicBox* box_;
    QLabel* hint_;
    QWidget* rows_;
    std::vector<domain::TopicSegment> original_;
    std::vector<domain::TopicSegment> segments_;
    PlayerState state_;
};

} // namespace moderato::widgets
