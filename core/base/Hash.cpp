#include "core/base/Hash.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace moderato {

namespace {

/// OpenSSL's, which uses the processor's own instructions: several times as fast as Qt's, and large videos
/// are read as a whole for their sum.
class Sha256 {
public:
    Sha256()
        : context_(EVP_MD_CTX_new()) {
        EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr);
    }
    void add(QByteArrayView data) { EVP_DigestUpdate(context_.get(), data.data(), std::size_t(data.size())); }
    QByteArray hex() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
        unsigned int size = 0;
        EVP_DigestFinal_ex(context_.get(), sum.data(), &size);
        return QByteArray(reinterpret_cast<const char*>(sum.data()), qsizetype(size)).toHex();
    }

private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

} // namespace

QByteArray sha256(QByteArrayView data) {
    Sha256 hash;
    hash.add(data);
    return hash.hex();
}

Result<QByteArray> sha256OfFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return Error::io(
            QCoreApplication::translate("Hash", "The file “%1” cannot be read. Check that it exists and that "
                                                "you may read it.")
                .arg(path),
            file.errorString());
    }
    Sha256 hash;
    QByteArray block(1 << 20, Qt::Uninitialized);
    while (true) {
        const qint64 read = file.read(block.data(), block.size());
        if (read < 0) {
            return Error::io(
                QCoreApplication::translate("Hash", "Reading “%1” failed. Check the disk it is on.")
                    .arg(path),
                file.errorString());
        }
        if (read == 0) {
            return hash.hex();
        }
        hash.add(QByteArrayView(block.constData(), read));
    }
}

} // namespace moderato
