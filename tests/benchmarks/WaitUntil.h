#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace moderato::bench {

/// Runs the event loop as a program does, asleep while nothing comes, until `done`; false after `limitMs`.
/// QTest::qWaitFor looks only every 10 ms, which is too coarse to measure with.
template <class Done> bool waitUntil(Done done, int limitMs) {
    QElapsedTimer since;
    since.start();
    QTimer limit; // wakes the loop at the latest then
    limit.setSingleShot(true);
    limit.start(limitMs);
    while (!done()) {
        if (since.elapsed() >= limitMs) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace moderato::bench
