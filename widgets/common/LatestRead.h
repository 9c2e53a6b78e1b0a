#pragma once

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <utility>

namespace moderato::widgets {

/// Reads for what is on the screen, on one thread of its own, so that long jobs never hold them up: the
/// latest request wins. One that has been overtaken before it began is dropped, the answer of one that is
/// overtaken while it runs is thrown away. Lives on the GUI thread, where `then` is called; waits for a read
/// that runs when it is destroyed.
class LatestRead : public QObject {
public:
    explicit LatestRead(QObject* parent = nullptr)
        : QObject(parent) {
        pool_.setMaxThreadCount(1);
    }
    ~LatestRead() override {
        ++latest_;
        pool_.clear();
        pool_.waitForDone();
    }

    /// `work()` on the reading thread, `then(answer)` here.
    template <class Work, class Then> void start(Work work, Then then) {
        const quint64 ticket = ++latest_;
        pool_.clear();
        pool_.start([this, ticket, work = std::move(work), then = std::move(then)]() mutable {
            if (ticket != latest_) {
                return;
            }
            auto answer = work();
            QMetaObject::invokeMethod(
                this,
                [this, ticket, answer = std::move(answer), then = std::move(then)]() mutable {
                    if (ticket == latest_) {
                        then(std::move(answer));
                    }
                },
                Qt::QueuedConnection);
        });
    }
    /// What runs has been overtaken; nothing new is asked.
    void drop() { ++latest_; }

private:
    std::atomic<quint64> latest_ = 0;
    QThreadPool pool_;
};

} // namespace moderato::widgets
