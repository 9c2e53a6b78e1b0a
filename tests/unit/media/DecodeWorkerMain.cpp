// A small decoder process for tests: `real` is the program's own; `naughty` does what a file's name says;
// `shut-in` tells by its exit status which of the restrictions do not hold.

#include "core/media/DecoderProcess.h"
#include "core/media/private/Sandbox.h"
#include "core/media/private/WireMessage.h"
#include "core/media/private/WorkerPipe.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <ifaddrs.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace moderato;
using namespace moderato::media;

namespace {

int naughty() {
    writeMessage("ready");
    QByteArray message;
    while (readMessage(message)) {
        const QString path = decodeRequest(message)->path;
        if (path.contains("crash")) {
            std::signal(SIGSEGV, SIG_DFL);
            std::raise(SIGSEGV);
        } else if (path.contains("hang")) {
            ::sleep(60);
        } else if (path.contains("garbage")) {
            writeMessage("no message at all");
        } else if (path.contains("leave")) {
            writeMessage(encode(DecodeReply(Error::invalid("left"))));
            return 0;
        } else if (path.contains("huge")) {
            writeMessage(QByteArray());
            ::write(STDOUT_FILENO, "\xFF\xFF\xFF\xFF", 4);
        } else {
            writeMessage(encode(DecodeReply(MediaInfo{})));
        }
    }
    return 0;
}

bool seesNetwork() {
    ifaddrs* list = nullptr;
    if (getifaddrs(&list) != 0) {
        return false;
    }
    bool found = false;
    for (const ifaddrs* entry = list; entry; entry = entry->ifa_next) {
        found = found || std::strcmp(entry->ifa_name, "lo") != 0;
    }
    freeifaddrs(list);
    return found;
}

int shutInCheck() {
    const int fd = ::open("/dev/null", O_RDONLY);
    shutIn();
    rlimit files{};
    getrlimit(RLIMIT_FSIZE, &files);
    rlimit memory{};
    getrlimit(RLIMIT_AS, &memory);
    int missing = 0;
    missing |= files.rlim_cur == 0 ? 0 : 1;
    missing |= memory.rlim_cur < (rlim_t(4) << 30) ? 0 : 2;
    missing |= prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 ? 0 : 4;
    missing |= fcntl(fd, F_GETFD) == -1 ? 0 : 8;
    missing |= seesNetwork() ? 16 : 0;
    const bool creates = ::open("/tmp", O_TMPFILE | O_WRONLY, 0600) >= 0 || errno != EACCES;
    missing |= creates ? 32 : 0;
    return missing;
}

} // namespace

int main(int argc, char** argv) {
    const QByteArray mode = argc > 1 ? argv[1] : "";
    return mode == "real"      ? runDecodeWorker()
           : mode == "naughty" ? naughty()
           : mode == "shut-in" ? shutInCheck()
                               : 1;
}
