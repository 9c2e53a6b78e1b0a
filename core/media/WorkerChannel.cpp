// The child's side of WorkerPipe.h.

#include "core/media/private/WireMessage.h"
#include "core/media/private/WorkerPipe.h"

#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace moderato::media {

namespace {

void collect(msghdr& header, std::vector<int>& descriptors) {
    for (cmsghdr* part = CMSG_FIRSTHDR(&header); part; part = CMSG_NXTHDR(&header, part)) {
        if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_RIGHTS) {
            const size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            const size_t before = descriptors.size();
            descriptors.resize(before + count);
            std::memcpy(descriptors.data() + before, CMSG_DATA(part), count * sizeof(int));
        }
    }
}

bool readAll(char* data, qint64 size, std::vector<int>& descriptors) {
    while (size > 0) {
        iovec piece{data, size_t(size)};
        alignas(cmsghdr) char control[CMSG_SPACE(maxDescriptors * sizeof(int))];
        msghdr header{};
        header.msg_iov = &piece;
        header.msg_iovlen = 1;
        header.msg_control = control;
        header.msg_controllen = sizeof(control);
        const ssize_t got = ::recvmsg(STDIN_FILENO, &header, MSG_CMSG_CLOEXEC);
        if (got <= 0 && !(got < 0 && errno == EINTR)) {
            return false;
        }
        if (got > 0) {
            collect(header, descriptors);
            data += got;
            size -= got;
        }
    }
    return true;
}

bool writeAll(const char* data, qint64 size) {
    while (size > 0) {
        const ssize_t put = ::write(STDOUT_FILENO, data, size_t(size));
        if (put <= 0 && !(put < 0 && errno == EINTR)) {
            return false;
        }
        data += std::max<ssize_t>(put, 0);
        size -= std::max<ssize_t>(put, 0);
    }
    return true;
}

} // namespace

bool readMessage(QByteArray& message, std::vector<int>& descriptors) {
    descriptors.clear();
    char prefix[4];
    if (!readAll(prefix, sizeof(prefix), descriptors)) {
        return false;
    }
    const qint64 size = qFromLittleEndian<quint32>(prefix);
    if (size > maxRequestBytes) {
        return false;
    }
    message.resize(size);
    return readAll(message.data(), size, descriptors);
}

bool isMessageWaiting() {
    pollfd waited{STDIN_FILENO, POLLIN, 0};
    return ::poll(&waited, 1, 0) > 0;
}

bool writeMessage(const QByteArray& message) {
    char prefix[4];
    qToLittleEndian(quint32(message.size()), prefix);
    return writeAll(prefix, sizeof(prefix)) && writeAll(message.constData(), message.size());
}

} // namespace moderato::media
