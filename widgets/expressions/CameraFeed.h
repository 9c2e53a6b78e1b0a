#pragma once

#include "core/usecases/FaceFeed.h"

#include <QObject>

#include <memory>

namespace moderato::widgets {

/// The machine's camera (Qt Multimedia), at a small size where it has one. Pictures only: no sound is asked
/// for. Lives on the GUI thread; frames come on whichever thread the system's driver uses.
class CameraFeed final : public usecases::FaceFeed {
public:
    CameraFeed();
    ~CameraFeed() override;

    QString source() const override { return QStringLiteral("camera"); }
    void start(Events events) override;
    void stop() override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace moderato::widgets
