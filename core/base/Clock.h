#pragma once

#include <QString>

#include <chrono>

namespace moderato {

using Milliseconds = std::chrono::milliseconds;
/// A moment in UTC, to the millisecond: what the database stores as an integer.
using Timestamp = std::chrono::sys_time<Milliseconds>;

/// Where the time comes from; injected, so that tests decide what time it is.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
public:
    Timestamp now() const override;
};

class FixedClock final : public Clock {
public:
    explicit FixedClock(Timestamp now)
        : now_(now) {}
    Timestamp now() const override { return now_; }
    void advance(Milliseconds by) { now_ += by; }

private:
    Timestamp now_;
};

/// ISO 8601 in UTC with milliseconds, "2026-11-21T10:18:54.000Z".
QString toIso(Timestamp time);
/// Milliseconds since 1970 and back.
inline qint64 toUnixMs(Timestamp time) {
    return time.time_since_epoch().count();
}
inline Timestamp fromUnixMs(qint64 ms) {
    return Timestamp(Milliseconds(ms));
}

} // namespace moderato
