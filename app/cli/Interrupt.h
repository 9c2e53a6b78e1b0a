#pragma once

#include "core/base/JobContext.h"

namespace moderato::cli {

/// While it lives, Ctrl+C (and a polite kill) cancels the job instead of ending the program, so that what was
/// begun ends whole; a second one ends the program. One at a time, on the main thread.
class CancelOnInterrupt {
public:
    explicit CancelOnInterrupt(const JobContext& context);
    ~CancelOnInterrupt();
    CancelOnInterrupt(const CancelOnInterrupt&) = delete;
    CancelOnInterrupt& operator=(const CancelOnInterrupt&) = delete;

private:
    JobContext context_;
};

} // namespace moderato::cli
