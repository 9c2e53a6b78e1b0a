#include "core/media/private/Sandbox.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace moderato::media {

namespace {

[[maybe_unused]] constexpr rlim_t memoryLimit = rlim_t(2) << 30;

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    setrlimit(resource, &both);
}

} // namespace

void shutIn() {
    close_range(3, ~0U, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // They reserve terabytes of addresses.
    limit(RLIMIT_AS, memoryLimit);
#endif
    prctl(PR_SET_DUMPABLE, 0);
    if (unshare(CLONE_NEWNET) != 0) {
        // Without rights of its own a process needs a user namespace for it. Where the system forbids that
        // too, the list of protocols and formats still keeps FFmpeg off the network.
        [[maybe_unused]] const int ignored = unshare(CLONE_NEWUSER | CLONE_NEWNET);
    }
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

} // namespace moderato::media
