#include "app/cli/Interrupt.h"

#include <atomic>
#include <csignal>

namespace moderato::cli {

namespace {

std::atomic<const JobContext*> current = nullptr;

void onSignal(int number) {
    // Only what a signal handler may do: an atomic flag, and the default for the next time.
    if (const JobContext* context = current) {
        context->cancel();
    }
    std::signal(number, SIG_DFL);
}

} // namespace

CancelOnInterrupt::CancelOnInterrupt(const JobContext& context)
    : context_(context) {
    current = &context_;
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

CancelOnInterrupt::~CancelOnInterrupt() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    current = nullptr;
}

} // namespace moderato::cli
