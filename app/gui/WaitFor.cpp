#include "app/gui/WaitFor.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace moderato {

bool waitFor(const std::function<bool()>& condition, int seconds) {
    QElapsedTimer since;
    since.start();
    // Wakes the loop where no event comes: conditions are looked at after every event and at least this
    // often.
    QTimer tick;
    tick.start(5);
    while (!condition()) {
        if (since.elapsed() > seconds * 1000) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace moderato
