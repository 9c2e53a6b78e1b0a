#pragma once

#include <QString>

namespace moderato::interchange {

/// What the address of an article's picture leads to. Only `Local` may be shown.
struct PictureAddress {
    enum class Kind { Local, Missing, Outside, Remote, Embedded, File, Script, None };

    Kind kind = Kind::None;
    QString path; ///< Local: absolute, links resolved.
    QString name; ///< For people: the host of a remote one, else the file's name.
};

/// Resolves an address against the article's folder; never goes to the network.
PictureAddress resolvePicture(const QString& address, const QString& baseFolder);

/// The host of an address, for people.
QString hostOf(const QString& address);

/// "javascript", "http", …; empty where the address is relative. Tricks with control characters are seen
/// through.
QString schemeOf(const QString& address);

} // namespace moderato::interchange
