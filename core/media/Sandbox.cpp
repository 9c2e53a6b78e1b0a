#include "core/media/private/Sandbox.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <linux/capability.h>
#include <malloc.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

extern "C" {
#include <libavutil/cpu.h>
#include <libavutil/log.h>
}

namespace moderato::media {

namespace {

/// What decoding may take on top of the program itself, with the memory that answers are put into.
[[maybe_unused]] constexpr rlim_t decodingMemory = rlim_t(4) << 30;
/// The heap that is kept from one request to the next: taking it anew costs more than decoding a small file.
constexpr int keptHeap = 64 << 20;
constexpr int largestHeapPiece = 32 << 20; // The C library's own bound.
constexpr rlim_t openFiles = 64;
constexpr int lastPossibleCapability = 63;

[[maybe_unused]] rlim_t mappedBytes() {
    unsigned long pages = 0;
    if (FILE* file = std::fopen("/proc/self/statm", "re")) {
        [[maybe_unused]] const int got = std::fscanf(file, "%lu", &pages);
        std::fclose(file);
    }
    return rlim_t(pages) * rlim_t(sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    setrlimit(resource, &both);
}

void limitEverything() {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, openFiles);
    limit(RLIMIT_MEMLOCK, 0);
    limit(RLIMIT_MSGQUEUE, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // They reserve terabytes of addresses.
    limit(RLIMIT_AS, mappedBytes() + decodingMemory);
#endif
}

bool writeText(const char* path, const char* text, int size) {
    const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
    const bool written = fd >= 0 && ::write(fd, text, size_t(size)) == size;
    if (fd >= 0) {
        ::close(fd);
    }
    return written;
}

void mapUser(uid_t user, gid_t group) {
    char line[64];
    writeText("/proc/self/setgroups", "deny", 4);
    writeText("/proc/self/uid_map", line, std::snprintf(line, sizeof(line), "%u %u 1", user, user));
    writeText("/proc/self/gid_map", line, std::snprintf(line, sizeof(line), "%u %u 1", group, group));
}

/// An empty folder in memory becomes the root: works only in a mount namespace, where nobody else sees it.
void enterEmptyRoot() {
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
        ::mount("none", "/proc", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_RDONLY, "size=4k") == 0 &&
        ::chdir("/proc") == 0 && syscall(SYS_pivot_root, ".", ".") == 0) {
        ::umount2(".", MNT_DETACH);
        [[maybe_unused]] const int moved = ::chdir("/");
    }
}

void dropRights() {
    for (int capability = 0; capability <= lastPossibleCapability; ++capability) {
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
    }
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const __user_cap_data_struct nothing[2] = {};
    syscall(SYS_capset, &header, nothing);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0);
}

/// The kernel's struct of today; this system's headers may know fewer fields.
struct LandlockRights {
    std::uint64_t files;
    std::uint64_t network;
    std::uint64_t scoped;
};

/// Every right that this kernel's Landlock handles is asked for and none is granted.
void denyFiles() {
    constexpr unsigned askForVersion = 1;
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, askForVersion);
    if (version < 1) {
        return;
    }
    const int fileRights = version >= 5 ? 16 : version >= 3 ? 15 : version >= 2 ? 14 : 13;
    const LandlockRights rights{(std::uint64_t(1) << fileRights) - 1, version >= 4 ? 3U : 0U,
                                version >= 6 ? 3U : 0U};
    const size_t size = version >= 6   ? sizeof(LandlockRights)
                        : version >= 4 ? offsetof(LandlockRights, scoped)
                                       : offsetof(LandlockRights, network);
    const int ruleset = int(syscall(SYS_landlock_create_ruleset, &rights, size, 0));
    if (ruleset >= 0) {
        syscall(SYS_landlock_restrict_self, ruleset, 0);
        ::close(ruleset);
    }
}

} // namespace

void leaveSystem() {
    close_range(STDERR_FILENO + 1, ~0U, 0);
    std::signal(SIGPIPE, SIG_IGN);
    const uid_t user = geteuid();
    const gid_t group = getegid();
    if (unshare(CLONE_NEWUSER) == 0) {
        mapUser(user, group);
    }
    // Each for itself: a system may allow one and not the other.
    for (const int space : {CLONE_NEWNET, CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWUTS}) {
        [[maybe_unused]] const int ignored = unshare(space);
    }
    prctl(PR_SET_PDEATHSIG, SIGKILL); // After unshare(), which clears it.
}

void loadEverything() {
    std::setlocale(LC_ALL, "");
    tzset();
    for (const char* format : {"png", "jpeg", "gif", "webp", "bmp"}) {
        QByteArray nothing;
        QBuffer buffer(&nothing);
        buffer.open(QIODevice::ReadOnly);
        [[maybe_unused]] const bool loaded = QImageReader(&buffer, format).canRead();
    }
    mallopt(M_MMAP_THRESHOLD, largestHeapPiece);
    mallopt(M_TRIM_THRESHOLD, keptHeap);
    av_log_set_level(AV_LOG_QUIET);
    av_cpu_count();
    av_get_cpu_flags();
}

SandboxState shutIn() {
    limitEverything();
    allowProcessorSeconds(60);
    enterEmptyRoot();
    dropRights();
    prctl(PR_SET_PDEATHSIG, SIGKILL); // Again: a change of rights may clear it.
    denyFiles();
    allowOnlyDecodingCalls();
    return trySandbox();
}

void allowProcessorSeconds(int seconds) {
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    rlimit processor{rlim_t(used.tv_sec) + rlim_t(std::max(seconds, 1)) + 1, RLIM_INFINITY};
    setrlimit(RLIMIT_CPU, &processor);
}

qint64 privateBytes() {
    const struct mallinfo2 about = mallinfo2();
    return qint64(about.uordblks + about.hblkhd);
}

} // namespace moderato::media
