#pragma once

#include "widgets/expressions/ReaderServices.h"

#include <QWidget>

#include <chrono>
#include <optional>

class QLabel;
class QStackedWidget;

namespace moderato::widgets {

class ArticleView;
class MpvView;
class PictureView;

/// The item and nothing else: no prediction, no mark, no figure that could tell a reader what to feel. A
/// video plays by itself, with its sound. GUI thread.
class ReaderContent : public QWidget {
    Q_OBJECT
public:
    ReaderContent(PictureLoader::Decode decode, PlayerServices player, QWidget* parent = nullptr);
    ~ReaderContent() override;

    void show(const ReaderItemPtr& item);
    void clear();

    bool isVideo() const { return isVideo_; }
    bool isPlaying() const;
    void togglePlay();
    /// Seconds into the video; 0 for all else.
    double position() const;
    double duration() const;
    MpvView& video() { return *video_; }

Q_SIGNALS:
    /// Where the reader is: time into the video (nothing: the item has none), and whether it goes on.
    void moved(std::optional<std::chrono::microseconds> inItem, bool goesOn);
    void ended();

private:
    void videoChanged();

    PictureLoader loader_;
    QStackedWidget* stack_;
    MpvView* video_;
    ArticleView* article_;
    PictureView* pictures_;
    QLabel* problem_;
    QLabel* title_;
    bool isVideo_ = false;
    bool hasEnded_ = false;
};

} // namespace moderato::widgets
