#include "core/media/DecoderProcess.h"
#include "core/media/Frames.h"
#include "core/media/InputFile.h"
#include "core/media/Overview.h"
#include "core/media/Probe.h"
#include "core/media/Sampling.h"
#include "core/media/Sound.h"
#include "core/media/Steps.h"
#include "core/media/private/Media.h"
#include "core/media/private/PixelMemory.h"
#include "core/media/private/Sandbox.h"
#include "core/media/private/WireMessage.h"
#include "core/media/private/WorkerPipe.h"

#include <QCoreApplication>

#include <exception>
#include <unistd.h>

namespace moderato::media {

namespace {

/// A worker that holds this much more than in the beginning has lost memory to some damaged file.
constexpr qint64 lostBytes = qint64(256) << 20;

template <class T> DecodeReply replyOf(Result<T> result) {
    return result ? DecodeReply(*std::move(result)) : DecodeReply(result.error());
}

DecodeReply answer(const DecodeRequest& r, InputFile file, Steps& steps) {
    using What = DecodeRequest::What;
    const std::chrono::microseconds time(r.microseconds);
    switch (r.what) {
    case What::Probe:
        return replyOf(probe(file));
    case What::Frame:
        return replyOf(frameAt(file, time, r.maxSize));
    case What::Cover:
        return replyOf(coverFrame(file, r.maxSize));
    case What::Picture:
        return replyOf(loadPicture(file, r.maxSize));
    case What::Sample:
        return replyOf(sampleFrames(file, r.sampling));
    case What::FramesAt:
        return replyOf(framesAt(file, r.times, r.maxSize));
    case What::KeyFrame:
        return replyOf(steps.keyFrameAt(std::move(file), time, r.maxSize));
    case What::FramesUpTo:
        return replyOf(steps.framesUpTo(std::move(file), r.pts, r.count, r.maxSize));
    case What::FrameTable:
        return replyOf(readFrameTable(file));
    case What::Sound:
        return replyOf(decodeSound(file, r.sampleRate));
    case What::Overview:
        return replyOf(readOverview(file, r.overview));
    case What::Stop:
        break;
    }
    return Error{};
}

/// After a lack of memory the worker ends: a fresh one starts with all of it.
ReplyMessage answerSafely(const DecodeRequest& request, int descriptor, Steps& steps) {
    try {
        Result<InputFile> file = InputFile::adopt(descriptor, request.name);
        return {file ? answer(request, *std::move(file), steps) : DecodeReply(file.error()), false};
    } catch (const std::exception& exception) {
        return {Error::invalid(Media::tr("The file needs more memory than is given to it. It is damaged or "
                                         "far too large."),
                               QString::fromLocal8Bit(exception.what())),
                true};
    }
}

std::optional<QByteArray> encodeSafely(const ReplyMessage& message, SharedMemory& memory) {
    try {
        return encode(message, memory);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

QByteArray bytesOf(ReplyMessage message, SharedMemory& memory, Steps& steps, qint64 ownBytes) {
    const auto holdsTooMuch = [&] { return privateBytes() > ownBytes + lostBytes; };
    message.isLast = message.isLast || (holdsTooMuch() && (!steps.close() || holdsTooMuch()));
    if (const auto bytes = encodeSafely(message, memory)) {
        return *bytes;
    }
    memory.clear();
    const Error tooMuch = Error::invalid(
        Media::tr("The answer is too large to be handed over. Ask for fewer or smaller pictures."));
    return encode({tooMuch, true}, memory).value_or(QByteArray());
}

} // namespace

int runDecodeWorker() {
    leaveSystem();
    int argc = 1;
    char name[] = "moderato-decoder";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv); // Finds the plug-ins for pictures.
    loadEverything();
    const SandboxState state = shutIn();
    const qint64 ownBytes = privateBytes();
    if (!writeMessage(encodeHello(state))) {
        return 1;
    }
    std::shared_ptr<SharedMemory> memory;
    QByteArray message;
    std::vector<int> descriptors;
    Steps steps(isMessageWaiting);
    while (readMessage(message, descriptors)) {
        const auto request = decodeRequest(message);
        if (request && request->what == DecodeRequest::What::Stop) {
            continue; // What it was about has been answered.
        }
        if (descriptors.size() == 2) {
            memory.reset();
            memory = SharedMemory::adopt(descriptors[1]);
        }
        if (!request || descriptors.empty() || !memory) {
            return 1;
        }
        allowProcessorSeconds(request->secondsOfProcessor);
        memory->clear();
        const PicturesIn pictures(*memory);
        ReplyMessage reply = answerSafely(*request, descriptors[0], steps);
        if (!writeMessage(bytesOf(std::move(reply), *memory, steps, ownBytes))) {
            return 1;
        }
    }
    return 0;
}

} // namespace moderato::media
