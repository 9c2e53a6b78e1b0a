#pragma once

#include "core/base/Error.h"

#include <QImage>
#include <QString>

#include <functional>

namespace moderato::usecases {

/// Where frames of a reader's face come from: the camera, or a recorded clip that stands in for it. Frames
/// live in memory only. Owned and called by one thread; the events come on any thread.
class FaceFeed {
public:
    struct Events {
        std::function<void(const QImage&)> frame;
        std::function<void(const Error&)> failed; ///< No frame comes any more; the sentence says what to do.
        std::function<void()> ended;              ///< A clip is over.
    };

    virtual ~FaceFeed() = default;

    /// What a session says of where it came from: "camera", "clip".
    virtual QString source() const = 0;
    virtual void start(Events events) = 0;
    /// At once: when it returns, the camera is off and no event comes any more. May be called twice.
    virtual void stop() = 0;
    /// A clip begins anew, where it runs; a camera knows no beginning.
    virtual void rewind() {}
};

} // namespace moderato::usecases
