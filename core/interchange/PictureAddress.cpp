#include "core/interchange/private/PictureAddress.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace moderato::interchange {

namespace {

/// As browsers do: control characters and spaces do not count at the ends, tabs and line ends nowhere.
QString normalized(const QString& address) {
    QString clean;
    for (const QChar c : address) {
        if (c.unicode() > 0x20 || (c == ' ' && !clean.isEmpty())) {
            clean += c;
        }
    }
    return clean.trimmed();
}

} // namespace

QString schemeOf(const QString& address) {
    const QString clean = normalized(address);
    const QString scheme = clean.left(std::max<qsizetype>(clean.indexOf(':'), 0)).toLower();
    const bool valid = std::ranges::all_of(scheme, [](QChar c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    });
    return valid ? scheme : QString();
}

QString hostOf(const QString& address) {
    QString clean = normalized(address).replace('\\', '/');
    const QString host = QUrl(clean.startsWith("//") ? "http:" + clean : clean).host();
    return (host.isEmpty() ? clean : host).left(100);
}

PictureAddress resolvePicture(const QString& address, const QString& baseFolder) {
    using Kind = PictureAddress::Kind;
    const QString clean = normalized(address).replace('\\', '/');
    const QString scheme = schemeOf(clean);
    if (clean.isEmpty()) {
        return {};
    }
    if (scheme == "data" || scheme == "blob") {
        return {Kind::Embedded, {}, scheme};
    }
    if (scheme == "file") {
        return {Kind::File, {}, QFileInfo(clean).fileName().left(100)};
    }
    if (scheme == "javascript" || scheme == "vbscript") {
        return {Kind::Script, {}, scheme};
    }
    if (!scheme.isEmpty() || clean.startsWith("//")) {
        return {Kind::Remote, {}, hostOf(clean)};
    }
    const qsizetype end = clean.indexOf(u'?') >= 0 ? clean.indexOf(u'?') : clean.indexOf(u'#');
    const QString relative = QUrl::fromPercentEncoding((end < 0 ? clean : clean.left(end)).toUtf8());
    const QString name = QFileInfo(relative).fileName().left(100);
    const QString folder = baseFolder.isEmpty() ? QString() : QFileInfo(baseFolder).canonicalFilePath();
    const QString joined = QDir::cleanPath(relative.startsWith('/') ? relative : folder + '/' + relative);
    const auto inside = [&](const QString& path) {
        return path.startsWith(folder.endsWith('/') ? folder : folder + '/');
    };
    if (folder.isEmpty() || relative.contains(QChar(0)) || !inside(joined)) {
        return {Kind::Outside, {}, name};
    }
    const QFileInfo file(joined);
    if (!file.isFile()) {
        return {Kind::Missing, {}, name};
    }
    const QString real = file.canonicalFilePath();
    return inside(real) ? PictureAddress{Kind::Local, real, name} : PictureAddress{Kind::Outside, {}, name};
}

} // namespace moderato::interchange
