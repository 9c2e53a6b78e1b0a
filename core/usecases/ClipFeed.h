#pragma once

#include "core/base/JobContext.h"
#include "core/media/DecoderProcess.h"
#include "core/usecases/FaceFeed.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace moderato::usecases {

/// A recorded clip of a face as the camera: its frames come when a camera would have brought them, decoded in
/// the confined process. A clip that is decoded more slowly than it plays falls behind, it is never cut.
class ClipFeed final : public FaceFeed {
public:
    ClipFeed(QString path, media::DecoderOptions decoder);
    ~ClipFeed() override { stop(); }

    QString source() const override { return QStringLiteral("clip"); }
    void start(Events events) override;
    void stop() override;
    void rewind() override;

private:
    void play(const Events& events, const JobContext& context);
    /// → false: it was told to stop, or to begin anew
    bool waitUntil(std::chrono::steady_clock::time_point due, const JobContext& context);

    const QString path_;
    media::DecoderProcess decoder_;
    JobContext context_;
    std::thread thread_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool begins_ = false; ///< It is to begin anew.
};

} // namespace moderato::usecases
