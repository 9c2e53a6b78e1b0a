// A small decoder process for tests: `real` is the program's own; `naughty` does what a file's name says;
// `free` and `shut-in` print what SandboxProbes can do before and after the sandbox is closed.

#include "SandboxProbes.h"
#include "core/media/DecoderProcess.h"
#include "core/media/private/Sandbox.h"
#include "core/media/private/WireMessage.h"
#include "core/media/private/WorkerPipe.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace moderato;
using namespace moderato::media;

namespace {

QByteArray reply(const DecodeReply& reply, SharedMemory& memory, bool isLast = false) {
    return *encode(ReplyMessage{reply, isLast}, memory);
}

/// A picture that is said to be larger than the memory.
QByteArray liarsReply(SharedMemory& memory) {
    QByteArray bytes = reply(QImage(8, 8, QImage::Format_RGB32), memory);
    bytes[11] = char(0x7F); // The width, after a flag, a tag and 64 bits of place: 8 becomes eight million.
    return bytes;
}

int naughty() {
    writeMessage(encodeHello({true, true, true, true}));
    QByteArray message;
    std::vector<int> descriptors;
    std::shared_ptr<SharedMemory> memory;
    while (readMessage(message, descriptors)) {
        const QString name = decodeRequest(message)->name;
        if (descriptors.size() == 2) {
            memory = SharedMemory::adopt(descriptors[1]);
        }
        ::close(descriptors[0]);
        if (name.contains("crash")) {
            std::signal(SIGSEGV, SIG_DFL);
            std::raise(SIGSEGV);
        } else if (name.contains("hang")) {
            ::sleep(60);
        } else if (name.contains("garbage")) {
            writeMessage("no message at all");
        } else if (name.contains("liar")) {
            writeMessage(liarsReply(*memory));
            writeMessage(reply(Error::invalid("left"), *memory));
            return 0;
        } else if (name.contains("retire")) {
            writeMessage(reply(MediaInfo{}, *memory, true));
            return 0;
        } else if (name.contains("huge")) {
            [[maybe_unused]] const auto put = ::write(STDOUT_FILENO, "\xFF\xFF\xFF\xFF", 4);
        } else {
            writeMessage(reply(MediaInfo{}, *memory));
        }
    }
    return 0;
}

int printProbes(bool shut) {
    int argc = 1;
    char name[] = "probes";
    char* argv[] = {name, nullptr};
    if (shut) {
        leaveSystem();
    }
    const QCoreApplication application(argc, argv);
    QByteArray text;
    if (shut) {
        loadEverything();
        const SandboxState state = shutIn();
        text = encodeHello(state) + '\n';
    }
    text += test::tryToBreakOut();
    return ::write(STDOUT_FILENO, text.constData(), size_t(text.size())) == text.size() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    const QByteArray mode = argc > 1 ? argv[1] : "";
    return mode == "real"      ? runDecodeWorker()
           : mode == "naughty" ? naughty()
           : mode == "free"    ? printProbes(false)
           : mode == "shut-in" ? printProbes(true)
                               : 1;
}
