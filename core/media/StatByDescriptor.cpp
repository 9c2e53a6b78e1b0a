// The C library asks for the size of an open file through a system call that takes names as well
// (newfstatat), and the filter cannot see the name. The call is caught, and answered by one that only takes
// descriptors.

#include "core/media/private/Sandbox.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

namespace moderato::media {

#if defined(__x86_64__) || defined(__aarch64__)

namespace {

struct CaughtCall {
    long long descriptor;
    const char* name;
    void* about;
    long long flags;
};

#if defined(__x86_64__)
CaughtCall caught(const mcontext_t& m) {
    return {m.gregs[REG_RDI], reinterpret_cast<const char*>(m.gregs[REG_RSI]),
            reinterpret_cast<void*>(m.gregs[REG_RDX]), m.gregs[REG_R10]};
}
void setResult(mcontext_t& m, long result) {
    m.gregs[REG_RAX] = result;
}
#else
CaughtCall caught(const mcontext_t& m) {
    return {static_cast<long long>(m.regs[0]), reinterpret_cast<const char*>(m.regs[1]),
            reinterpret_cast<void*>(m.regs[2]), static_cast<long long>(m.regs[3])};
}
void setResult(mcontext_t& m, long result) {
    m.regs[0] = static_cast<unsigned long long>(result);
}
#endif

void onCaughtCall(int, siginfo_t* info, void* raw) {
    mcontext_t& machine = static_cast<ucontext_t*>(raw)->uc_mcontext;
    const CaughtCall call = caught(machine);
    long result = -EPERM;
    if (info->si_syscall == SYS_newfstatat && call.descriptor >= 0 && (call.flags & AT_EMPTY_PATH) != 0 &&
        call.name && call.name[0] == '\0') {
        const int before = errno;
        result = syscall(SYS_fstat, int(call.descriptor), call.about) == 0 ? 0 : -errno;
        errno = before;
    }
    setResult(machine, result);
}

} // namespace

bool answerStatByDescriptor(void* filter) {
    struct sigaction action {};
    action.sa_sigaction = onCaughtCall;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    return sigaction(SIGSYS, &action, nullptr) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_TRAP, SCMP_SYS(newfstatat), 0) == 0;
}

#else

bool answerStatByDescriptor(void* filter) {
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fstatat64), 0) == 0;
}

#endif

} // namespace moderato::media
