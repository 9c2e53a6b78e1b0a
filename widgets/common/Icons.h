#pragma once

#include <QIcon>
#include <QString>

namespace moderato::widgets {

/// An icon of the set in resources/icons by its file name without ".svg", tinted by the text colour of the
/// theme it is painted in (faint when disabled, accent when checked) and crisp at any scale. An unknown name
/// gives an empty icon and a warning in the log.
QIcon icon(const QString& name);
/// In a fixed colour.
QIcon icon(const QString& name, const QColor& color);
/// For painting in delegates.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio);
/// The names of all icons there are.
QStringList iconNames();

} // namespace moderato::widgets
