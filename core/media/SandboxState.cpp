#include "core/media/SandboxState.h"

#include "core/media/private/Media.h"
#include "core/media/private/Sandbox.h"

#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace moderato::media {

namespace {

bool opens(const char* path, int flags) {
    const int fd = ::open(path, flags | O_CLOEXEC, 0600);
    if (fd >= 0) {
        ::close(fd);
    }
    return fd >= 0;
}

bool reachesFiles() {
    return opens("/", O_RDONLY | O_DIRECTORY) || opens("/etc/passwd", O_RDONLY) ||
           opens("/proc/self/status", O_RDONLY) || opens("/dev/null", O_WRONLY) ||
           opens("/tmp", O_TMPFILE | O_WRONLY) || opens("/", O_TMPFILE | O_WRONLY);
}

/// An interface besides the loopback, or a socket that gets a route to a documentation address.
bool reachesNetwork() {
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0) {
        return false;
    }
    ifreq request{};
    request.ifr_ifindex = 2;
    sockaddr_in far{};
    far.sin_family = AF_INET;
    far.sin_port = htons(9);
    far.sin_addr.s_addr = htonl(0xC0000201); // 192.0.2.1
    const bool found = ::ioctl(fd, SIOCGIFNAME, &request) == 0 ||
                       ::connect(fd, reinterpret_cast<sockaddr*>(&far), sizeof(far)) == 0;
    ::close(fd);
    return found;
}

/// Calls that would do no harm here if they were let through: what is asked for makes no sense.
bool callsAreRefused() {
    const bool exec = ::syscall(SYS_execve, nullptr, nullptr, nullptr) != 0 && errno == EPERM;
    const bool trace = ::syscall(SYS_ptrace, PTRACE_PEEKDATA, 0, 0, 0) != 0 && errno == EPERM;
    const bool spaces = ::syscall(SYS_unshare, -1) != 0 && errno == EPERM;
    const bool ring = ::syscall(SYS_io_uring_setup, 0, nullptr) != 0 && errno == EPERM;
    const bool code =
        ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
    return exec && trace && spaces && ring && code;
}

bool memoryIsBounded() {
    constexpr size_t far = size_t(1) << 40;
    void* place = ::mmap(nullptr, far, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (place != MAP_FAILED) {
        ::munmap(place, far);
    }
    rlimit processor{};
    return place == MAP_FAILED && getrlimit(RLIMIT_CPU, &processor) == 0 &&
           processor.rlim_cur != RLIM_INFINITY;
}

} // namespace

SandboxState trySandbox() {
    return {.noFiles = !reachesFiles(),
            .noNetwork = !reachesNetwork(),
            .fewSystemCalls = callsAreRefused(),
            .limited = memoryIsBounded()};
}

QStringList missing(const SandboxState& state) {
    QStringList sentences;
    if (!state.noFiles) {
        sentences << Media::tr(
            "This system cannot keep the decoder away from files: its kernel has no Landlock.");
    }
    if (!state.noNetwork) {
        sentences << Media::tr("This system cannot keep the decoder off the network.");
    }
    if (!state.fewSystemCalls) {
        sentences << Media::tr(
            "This system cannot restrict what the decoder asks of the kernel: it has no seccomp.");
    }
    if (!state.limited) {
        sentences << Media::tr("This system does not bound the decoder's memory.");
    }
    return sentences;
}

} // namespace moderato::media
