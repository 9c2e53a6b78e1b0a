#include "core/media/private/Confinement.h"

#include <linux/landlock.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace moderato::media {

namespace {

void limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit bound{value, value};
    ::setrlimit(resource, &bound);
}

/// Denies writing, creating, removing and executing everywhere; reading stays. Kernels without Landlock answer with an error, and the
/// limits below still hold.
void denyWriting()
{
    landlock_ruleset_attr rights{};
    rights.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR
                               | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR
                               | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
                               | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    const int ruleset = int(::syscall(SYS_landlock_create_ruleset, &rights, sizeof(rights), 0));
    if (ruleset >= 0) {
        ::syscall(SYS_landlock_restrict_self, ruleset, 0);
        ::close(ruleset);
    }
}

} // namespace

void confineThisProcess()
{
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
        ::unshare(CLONE_NEWNET); // works for root where user namespaces are switched off
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_AS, rlim_t(6) << 30); // address space, of which the program's libraries map more than one GiB
    denyWriting();
}

} // namespace moderato::media
