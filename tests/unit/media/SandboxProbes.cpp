#include "SandboxProbes.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace moderato::test {

namespace {

QByteArray report;

/// `result` < 0 with errno, as system calls do it.
void tried(const char* name, long result, bool outOfSightCounts = false) {
    const bool refused =
        result < 0 && (errno == EPERM || errno == EACCES || (outOfSightCounts && errno == ENOENT));
    report += QByteArray(name) + (refused ? " refused" : " allowed") + '\n';
}

void triedFile(const char* name, long fd) {
    tried(name, fd, true);
    if (fd >= 0) {
        ::close(int(fd));
    }
}

void tryFiles() {
    triedFile("read /etc/passwd", ::open("/etc/passwd", O_RDONLY));
    triedFile("read the home folder",
              ::open(std::getenv("HOME") ? std::getenv("HOME") : "/root", O_RDONLY | O_DIRECTORY));
    triedFile("read the root folder", ::open("/", O_RDONLY | O_DIRECTORY));
    triedFile("read the working folder", ::open(".", O_RDONLY | O_DIRECTORY));
    triedFile("openat2", ::syscall(SYS_openat2, AT_FDCWD, "/etc/passwd", nullptr, 0));
    struct stat about {};
    tried("look at /etc/passwd", ::stat("/etc/passwd", &about), true);
    tried("look whether /etc/passwd is there", ::access("/etc/passwd", F_OK), true);
    triedFile("own memory by name", ::open("/proc/self/mem", O_RDWR));
    triedFile("create", ::creat("/tmp/moderato-probe", 0600));
    tried("remove", ::unlink("/tmp/moderato-probe"), true);
    tried("make a folder", ::mkdir("/tmp/moderato-probe-folder", 0700), true);
    tried("remove a folder", ::rmdir("/tmp/moderato-probe-folder"), true);
    tried("link", ::symlink("/etc/passwd", "/tmp/moderato-probe-link"), true);
    tried("rename", ::rename("/tmp/moderato-probe-link", "/tmp/moderato-probe-other"), true);
    ::unlink("/tmp/moderato-probe-other");
    triedFile("nameless file", ::open("/tmp", O_TMPFILE | O_WRONLY, 0600));
    triedFile("memory file", ::memfd_create("probe", 0));
}

void tryNetwork() {
    for (const int family : {AF_INET, AF_INET6, AF_UNIX, AF_NETLINK}) {
        const int fd = ::socket(family, family == AF_NETLINK ? SOCK_RAW : SOCK_STREAM, 0);
        const int code = errno;
        errno = family == AF_INET6 && code == EAFNOSUPPORT ? EPERM : code;
        tried(family == AF_INET    ? "internet socket"
              : family == AF_INET6 ? "internet socket, version 6"
              : family == AF_UNIX  ? "local socket"
                                   : "kernel socket",
              fd);
        if (fd >= 0) {
            ::close(fd);
        }
    }
    sockaddr_in address{};
    address.sin_family = AF_INET;
    tried("connect", ::connect(STDIN_FILENO, reinterpret_cast<sockaddr*>(&address), sizeof(address)));
    int ends[2];
    const int paired = ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
    tried("pair of sockets", paired);
    if (paired == 0) {
        ::close(ends[0]);
        ::close(ends[1]);
    }
}

void tryPrograms() {
    char name[] = "/nowhere/at/all";
    char* words[] = {name, nullptr};
    // A program that is not there: where it may be asked for, the answer is ENOENT.
    tried("execute", ::execve(name, words, nullptr));
    tried("execute by descriptor", ::syscall(SYS_execveat, -1, "", words, nullptr, AT_EMPTY_PATH));
    const pid_t child = pid_t(::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr));
    if (child == 0) {
        ::_exit(0);
    }
    tried("fork", child);
    if (child > 0) {
        ::waitpid(child, nullptr, 0);
    }
    void* code =
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    tried("executable memory", code == MAP_FAILED ? -1 : 0);
    void* data = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    tried("memory made executable", ::mprotect(data, 4096, PROT_READ | PROT_EXEC));
    if (code != MAP_FAILED) {
        ::munmap(code, 4096);
    }
    ::munmap(data, 4096);
}

void tryOtherProcesses() {
    tried("signal to the parent", ::kill(::getppid(), 0));
    tried("signal to everybody", ::kill(-1, 0));
    tried("signal to a thread of the parent", ::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0));
    tried("trace", ::ptrace(PTRACE_PEEKDATA, ::getppid(), nullptr, nullptr));
    char byte = 0;
    const iovec piece{&byte, 1};
    tried("read another's memory", ::process_vm_readv(::getpid(), &piece, 1, &piece, 1, 0));
    tried("write another's memory", ::process_vm_writev(::getpid(), &piece, 1, &piece, 1, 0));
    triedFile("handle of a process", ::syscall(SYS_pidfd_open, ::getpid(), 0));
}

void tryKernel() {
    tried("mount", ::mount("none", "/nowhere/at/all", "tmpfs", 0, nullptr));
    tried("other root", ::chroot("/nowhere/at/all"));
    io_uring_params ring{};
    triedFile("ring of requests", ::syscall(SYS_io_uring_setup, 1, &ring));
    bpf_attr program{};
    triedFile("kernel program", ::syscall(SYS_bpf, BPF_MAP_CREATE, &program, sizeof(program)));
    tried("keys", ::syscall(SYS_keyctl, 0, -3, 0, 0, 0));
    tried("enter a namespace", ::setns(-1, 0));
    tried("make a namespace", ::unshare(CLONE_FILES));
    triedFile("fault handler", ::syscall(SYS_userfaultfd, O_CLOEXEC | 1));
    triedFile("performance events", ::syscall(SYS_perf_event_open, nullptr, 0, -1, -1, 0));
    tried("personality", ::syscall(SYS_personality, 0xFFFFFFFF));
    tried("be traceable", ::prctl(PR_SET_DUMPABLE, 1));
    tried("more processor for others to miss", ::nice(1) == -1 ? -1 : 0);
}

} // namespace

QByteArray tryToBreakOut() {
    report.clear();
    tryFiles();
    tryNetwork();
    tryPrograms();
    tryOtherProcesses();
    tryKernel();
    return report;
}

} // namespace moderato::test
