#include "core/media/DecoderProcess.h"
#include "core/media/Frames.h"
#include "core/media/Probe.h"
#include "core/media/private/Media.h"
#include "core/media/private/Sandbox.h"
#include "core/media/private/WireMessage.h"
#include "core/media/private/WorkerPipe.h"

#include <QCoreApplication>

#include <exception>

namespace moderato::media {

namespace {

template <class T> DecodeReply replyOf(Result<T> result) {
    return result ? DecodeReply(*std::move(result)) : DecodeReply(result.error());
}

DecodeReply answer(const DecodeRequest& request) {
    using What = DecodeRequest::What;
    switch (request.what) {
    case What::Probe:
        return replyOf(probe(request.path));
    case What::Frame:
        return replyOf(
            frameAt(request.path, std::chrono::microseconds(request.microseconds), request.maxSize));
    case What::Cover:
        return replyOf(coverFrame(request.path, request.maxSize));
    case What::Picture:
        return replyOf(loadPicture(request.path, request.maxSize));
    }
    return Error{};
}

DecodeReply answerSafely(const DecodeRequest& request) {
    try {
        return answer(request);
    } catch (const std::exception& exception) {
        return Error::invalid(
            Media::tr("The file needs more memory than is given to it. It is damaged or far too large."),
            QString::fromLocal8Bit(exception.what()));
    }
}

} // namespace

int runDecodeWorker() {
    shutIn();
    int argc = 1;
    char name[] = "decode-worker";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv); // Finds the plug-ins for pictures.
    if (!writeMessage("ready")) {
        return 1;
    }
    QByteArray message;
    while (readMessage(message)) {
        const auto request = decodeRequest(message);
        if (!request) {
            return 1;
        }
        QByteArray reply = encode(answerSafely(*request));
        if (reply.size() > maxReplyBytes) {
            reply = encode(
                DecodeReply(Error::invalid(Media::tr("The picture is too large to be shown in full."))));
        }
        if (!writeMessage(reply)) {
            return 1;
        }
    }
    return 0;
}

} // namespace moderato::media
