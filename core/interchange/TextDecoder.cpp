#include "core/interchange/private/TextDecoder.h"

#include "core/interchange/private/Import.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <memory>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

namespace moderato::interchange {

namespace {

/// Empty where ICU does not know the encoding.
std::optional<QString> decodeAs(const QByteArray& bytes, const QByteArray& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open(encoding.constData(), &status), &ucnv_close);
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    QString text;
    text.resize(bytes.size() * 2 +
                16); // No encoding gives more than two units a byte; what does not fit is cut.
    const int32_t length =
        ucnv_toUChars(converter.get(), reinterpret_cast<UChar*>(text.data()), int32_t(text.size()),
                      bytes.constData(), int32_t(bytes.size()), &status);
    if (U_FAILURE(status)) {
        return std::nullopt;
    }
    text.resize(length);
    return text;
}

/// GB2312 and GBK are read as GB18030 and Latin-1 as Windows-1252, which contain them, as browsers do.
QByteArray widened(QByteArray encoding) {
    encoding = encoding.trimmed().toLower();
    if (encoding == "gb2312" || encoding == "gbk" || encoding == "gb_2312-80") {
        return "gb18030";
    }
    if (encoding == "iso-8859-1" || encoding == "latin1" || encoding == "us-ascii" || encoding == "ascii") {
        return "windows-1252";
    }
    return encoding;
}

QByteArray declaredInHtml(const QByteArray& bytes) {
    static const QRegularExpression pattern(R"((?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40}))",
                                            QRegularExpression::CaseInsensitiveOption);
    return widened(pattern.match(QString::fromLatin1(bytes.left(4096))).captured(1).toLatin1());
}

QByteArray guessed(const QByteArray& bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              &ucsdet_close);
    if (U_FAILURE(status)) {
        return {};
    }
    ucsdet_setText(detector.get(), bytes.constData(), int32_t(std::min<qsizetype>(bytes.size(), 65536)),
                   &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || !match || ucsdet_getConfidence(match, &status) < 10) {
        return {};
    }
    return widened(ucsdet_getName(match, &status));
}

} // namespace

Result<QString> decodeText(const QByteArray& bytes, bool isHtml) {
    if (const auto mark = QStringConverter::encodingForData(bytes); mark && bytes.size() > 1) {
        const bool hasMark = bytes.startsWith("\xEF\xBB\xBF") || bytes.startsWith("\xFF\xFE") ||
                             bytes.startsWith("\xFE\xFF") || bytes.startsWith(QByteArray("\0\0\xFE\xFF", 4));
        if (hasMark) {
            QStringDecoder decoder(*mark);
            return QString(decoder.decode(bytes));
        }
    }
    if (bytes.contains('\0')) {
        return Error::invalid(Import::tr(
            "This is not a text file: it holds binary data. Check that the right file was chosen."));
    }
    if (const QByteArray declared = isHtml ? declaredInHtml(bytes) : QByteArray();
        !declared.isEmpty() && declared != "utf-8" && declared != "utf8" && !declared.startsWith("utf-16")) {
        if (const auto text = decodeAs(bytes, declared)) {
            return *text;
        }
    }
    if (QByteArrayView(bytes).isValidUtf8()) {
        return QString::fromUtf8(bytes);
    }
    if (const QByteArray encoding = guessed(bytes); !encoding.isEmpty()) {
        if (const auto text = decodeAs(bytes, encoding)) {
            return *text;
        }
    }
    return QString::fromUtf8(bytes);
}

} // namespace moderato::interchange
