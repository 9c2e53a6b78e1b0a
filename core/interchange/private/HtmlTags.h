#pragma once

#include <QString>

#include <initializer_list>

namespace moderato::interchange {

bool isIn(const QString& name, std::initializer_list<const char*> names);

/// Elements that go with everything in them.
bool dropsContent(const QString& name);

/// Elements that begin a new line.
bool isBlock(const QString& name);

/// The tag of the allow-list that stands for this one in the output; empty: only its content is shown.
QString shownName(const QString& name);

} // namespace moderato::interchange
