// The list of system calls that stay (seccomp). Everything else is refused with EPERM, so that a library that
// tries its luck goes on without.

#include "core/media/private/Sandbox.h"

#include <cerrno>
#include <csignal>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace moderato::media {

namespace {

struct FilterReleaser {
    void operator()(void* filter) const { seccomp_release(filter); }
};

/// No argument of these reaches beyond this process and what it has open.
constexpr int harmless[] = {
    // what is open: read it, look at it, wait for it
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(lseek), SCMP_SYS(_llseek),
    SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(fstat64), SCMP_SYS(fadvise64), SCMP_SYS(recvmsg),
    SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(fcntl), SCMP_SYS(fcntl64),
    // memory
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // threads
    SCMP_SYS(futex), SCMP_SYS(futex_waitv), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list),
    SCMP_SYS(rseq), SCMP_SYS(eventfd2), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler), SCMP_SYS(sched_get_priority_max),
    SCMP_SYS(sched_get_priority_min), SCMP_SYS(set_tid_address), SCMP_SYS(gettid), SCMP_SYS(getpid),
    SCMP_SYS(getcpu), SCMP_SYS(membarrier), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(restart_syscall),
    // signals of its own
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    // the time, chance, and who it is
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(getrusage), SCMP_SYS(times),
    SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname),
    SCMP_SYS(sysinfo)};

bool allowHarmless(scmp_filter_ctx filter) {
    for (const int call : harmless) {
        const int added = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
        if (added != 0 && added != -EDOM) { // EDOM: this processor's system has no such call.
            return false;
        }
    }
    return true;
}

bool allow(scmp_filter_ctx filter, int call, const scmp_arg_cmp& condition) {
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &condition) == 0;
}

/// These are allowed with some arguments only.
bool allowPartly(scmp_filter_ctx filter) {
    constexpr scmp_datum_t threadFlags = CLONE_VM | CLONE_THREAD | CLONE_SIGHAND;
    constexpr scmp_datum_t newSpaces =
        CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS;
    const auto executable = scmp_datum_t(PROT_EXEC);
    const scmp_arg_cmp ownLimits[] = {SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A1(SCMP_CMP_EQ, RLIMIT_CPU)};
    const scmp_arg_cmp readLimits[] = {SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0)};
    return // writing goes to the program and nowhere else
        allow(filter, SCMP_SYS(write), SCMP_A0(SCMP_CMP_EQ, STDOUT_FILENO)) &&
        allow(filter, SCMP_SYS(write), SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO)) &&
        allow(filter, SCMP_SYS(writev), SCMP_A0(SCMP_CMP_EQ, STDERR_FILENO)) &&
        // memory is never executable
        allow(filter, SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, executable, 0)) &&
        allow(filter, SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, executable, 0)) &&
        // threads, no processes; clone3 hides its flags, and the C library then takes clone
        allow(filter, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, threadFlags | newSpaces, threadFlags)) &&
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
        // the size of what is open: by descriptor, through the handler below
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(statx), 0) == 0 &&
        // its own signals (abort) and names, its own limit of processor time
        allow(filter, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(getpid()))) &&
        allow(filter, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME)) &&
        seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, ownLimits) == 0 &&
        seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, readLimits) == 0;
}

} // namespace

bool allowOnlyDecodingCalls() {
    const std::unique_ptr<void, FilterReleaser> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    return filter && answerStatByDescriptor(filter.get()) && allowHarmless(filter.get()) &&
           allowPartly(filter.get()) && seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0 &&
           seccomp_load(filter.get()) == 0;
}

} // namespace moderato::media
