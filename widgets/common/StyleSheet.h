#pragma once

#include <QString>

namespace moderato::widgets {

struct Tokens;

/// The application's style sheet, made from the tokens at a font scale. Small: what the Fusion style and the
/// palette cannot say.
QString styleSheet(const Tokens& tokens, double fontScale);

} // namespace moderato::widgets
