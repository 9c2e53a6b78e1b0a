#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QString>

namespace moderato::interchange {

/// A whole text in whatever encoding it says or seems to have: a byte-order mark, then HTML's own declaration
/// (where `isHtml`), then UTF-8 if it is that, then the likeliest of the common ones (GB18030, Big5,
/// Windows-1252, …). Bytes that do not fit become U+FFFD. An error's message says why it is no text.
Result<QString> decodeText(const QByteArray& bytes, bool isHtml);

} // namespace moderato::interchange
