#pragma once

// Private to widgets/player.
#include "widgets/common/LatestRead.h"
#include "widgets/player/PlayerServices.h"

#include <QObject>

#include <memory>
#include <optional>

namespace moderato::widgets {

/// Asks the confined decoder for one file's frame table, key frames and runs of frames, each kind on a thread
/// of its own where the latest wish wins. GUI thread; answers of a file that is no longer open never come.
/// Key frames and runs come also when they are overtaken, so that something moves while a handle is dragged.
class FrameLoader : public QObject {
    Q_OBJECT
public:
    explicit FrameLoader(QObject* parent = nullptr)
        : QObject(parent) {}
    ~FrameLoader() override;

    void setServices(std::shared_ptr<const PlayerServices> services) { services_ = std::move(services); }

    /// Another file (or none): what still runs for the one before is cancelled.
    void setPath(const QString& path);
    void loadTable();
    void loadKeyFrame(double seconds, QSize maxSize);
    void loadRun(qint64 pts, int count, QSize maxSize);
    bool hasRuns() const { return bool(services_->framesUpTo); }
    bool isLoadingRun() const { return loadingRun_; }
    void cancelRun();

Q_SIGNALS:
    void tableLoaded(const FrameTimesPtr& times);
    void keyFrameLoaded(const StillFrame& frame);
    void runLoaded(const std::vector<StillFrame>& frames);

private:
    struct KeyWish {
        double seconds = 0;
        QSize maxSize;
    };
    struct RunWish {
        qint64 pts = 0;
        int count = 1;
        QSize maxSize;
    };
    void onKeyFrame(const Result<StillFrame>& frame);
    void onRun(const Result<std::vector<StillFrame>>& frames);

    std::shared_ptr<const PlayerServices> services_ = std::make_shared<PlayerServices>();
    QString path_;
    JobContext file_; ///< Of everything that runs for `path_`…
    JobContext run_;  ///< …but runs, which end with a seek elsewhere.
    bool loadingRun_ = false;
    bool loadingKey_ = false;
    std::optional<KeyWish> nextKey_;
    std::optional<RunWish> nextRun_;
    LatestRead tables_;
    LatestRead keyFrames_;
    LatestRead runs_;
};

} // namespace moderato::widgets
