#include "core/media/private/Sandbox.h"

#include <cstdio>
#include <linux/landlock.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace moderato::media {

namespace {

/// What decoding may take on top of the program itself, whose libraries map more than a gigabyte.
[[maybe_unused]] constexpr rlim_t decodingMemory = rlim_t(2) << 30;

[[maybe_unused]] rlim_t mappedBytes() {
    unsigned long pages = 0;
    if (FILE* file = std::fopen("/proc/self/statm", "re")) {
        [[maybe_unused]] const int got = std::fscanf(file, "%lu", &pages);
        std::fclose(file);
    }
    return rlim_t(pages) * rlim_t(sysconf(_SC_PAGESIZE));
}

/// Nothing can be created, written, removed or executed any more; reading stays. Kernels without Landlock
/// refuse, and the limits still hold.
void denyWriting() {
    landlock_ruleset_attr rights{};
    rights.handled_access_fs =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
        LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
        LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    const int ruleset = int(syscall(SYS_landlock_create_ruleset, &rights, sizeof(rights), 0));
    if (ruleset >= 0) {
        syscall(SYS_landlock_restrict_self, ruleset, 0);
        close(ruleset);
    }
}

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
    limit(RLIMIT_AS, mappedBytes() + decodingMemory);
#endif
    prctl(PR_SET_DUMPABLE, 0);
    if (unshare(CLONE_NEWNET) != 0) {
        // Without rights of its own a process needs a user namespace for it. Where the system forbids that
        // too, the list of protocols and formats still keeps FFmpeg off the network.
        [[maybe_unused]] const int ignored = unshare(CLONE_NEWUSER | CLONE_NEWNET);
    }
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    denyWriting();
}

} // namespace moderato::media
