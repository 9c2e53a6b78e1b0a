#include "core/media/DecoderProcess.h"
#include "core/media/Frames.h"
#include "core/media/Probe.h"
#include "core/media/private/Confinement.h"
#include "core/media/private/Wire.h"

#include <unistd.h>

namespace moderato::media {

namespace {

QByteArray answer(const Request& request)
{
    switch (request.kind) {
    case Request::Kind::Probe:
        return encode(probe(request.path));
    case Request::Kind::FrameAt:
        return encode(frameAt(request.path, request.time, request.maxSize));
    case Request::Kind::CoverFrame:
        return encode(coverFrame(request.path, request.maxSize));
    case Request::Kind::Picture:
        return encode(loadPicture(request.path, request.maxSize));
    }
    return {};
}

} // namespace

int runDecodeWorker()
{
    confineThisProcess();
    QByteArray message;
    while (readMessage(STDIN_FILENO, message, {}) == ReadOutcome::Message) {
        const auto request = decodeRequest(message);
        if (!request || !writeMessage(STDIN_FILENO, answer(*request))) {
            return 1;
        }
    }
    return 0;
}

} // namespace moderato::media
