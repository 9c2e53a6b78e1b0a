#pragma once

#include "core/usecases/TrainRun.h"

#include <QObject>

#include <memory>

namespace moderato::widgets {

/// Carries the rounds of a training from the job's thread to the GUI thread; a page that is gone hears
/// nothing.
class RoundRelay : public QObject {
    Q_OBJECT
public:
    /// `receiver`'s method hears each round.
    template <class Receiver, class Method>
    static std::shared_ptr<RoundRelay> to(Receiver* receiver, Method method) {
        qRegisterMetaType<moderato::usecases::TrainRound>("moderato::usecases::TrainRound");
        const std::shared_ptr<RoundRelay> relay(new RoundRelay, [](RoundRelay* r) { r->deleteLater(); });
        connect(relay.get(), &RoundRelay::round, receiver, method);
        return relay;
    }

Q_SIGNALS:
    void round(const moderato::usecases::TrainRound& round);
};

} // namespace moderato::widgets
