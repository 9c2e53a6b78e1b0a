#include "tests/benchmarks/FaceRenders.h"

#include <QDataStream>
#include <QDir>
#include <QFile>

namespace moderato::bench {
namespace {

FacePicture pictureOf(const ml::FaceRender& render, int person, bool isNeutral) {
    FacePicture picture{person, isNeutral, render.size, {}, render.landmarks, render.shown};
    for (std::size_t i = 0; i + 2 < render.pixels.size(); i += 3) {
        const int sum = 299 * render.pixels[i] + 587 * render.pixels[i + 1] + 114 * render.pixels[i + 2];
        picture.pixels.push_back(std::uint8_t((sum + 500) / 1000));
    }
    return picture;
}

} // namespace

QImage FacePicture::image() const {
    return QImage(pixels.data(), size, size, size, QImage::Format_Grayscale8).copy();
}

std::vector<FacePicture> renderFaces(const ml::FaceRenderer& renderer, int people, int each, int size,
                                     std::uint64_t seed) {
    ml::FaceScenes scenes(seed);
    std::vector<FacePicture> faces;
    for (int person = 0; person < people; ++person) {
        const ml::FacePerson who = scenes.person(renderer);
        faces.push_back(pictureOf(renderer.render(who, scenes.neutral(), size), person, true));
        for (int i = 0; i < each; ++i) {
            faces.push_back(pictureOf(renderer.render(who, scenes.expressive(), size), person, false));
        }
    }
    return faces;
}

Status saveFaces(const QString& path, const std::vector<FacePicture>& faces) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return Error::io(QStringLiteral("%1 cannot be written").arg(path));
    }
    QDataStream out(&file);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << qint32(faces.size());
    for (const FacePicture& face : faces) {
        out << qint32(face.person) << face.isNeutral << qint32(face.size)
            << QByteArray(reinterpret_cast<const char*>(face.pixels.data()), qsizetype(face.pixels.size()));
        for (const ml::FacePoint& point : face.landmarks) {
            out << point.x << point.y;
        }
        for (const float value : face.shown.values) {
            out << value;
        }
    }
    return {};
}

namespace {

Result<std::vector<FacePicture>> loadFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error::io(QStringLiteral("%1 cannot be read: render first").arg(path));
    }
    QDataStream in(&file);
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    qint32 count = 0;
    in >> count;
    std::vector<FacePicture> faces;
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        FacePicture face;
        qint32 person = 0, size = 0;
        QByteArray pixels;
        in >> person >> face.isNeutral >> size >> pixels;
        face.person = person;
        face.size = size;
        face.pixels.assign(pixels.begin(), pixels.end());
        for (ml::FacePoint& point : face.landmarks) {
            in >> point.x >> point.y;
        }
        for (float& value : face.shown.values) {
            in >> value;
        }
        faces.push_back(std::move(face));
    }
    return faces;
}

} // namespace

Result<std::vector<FacePicture>> loadFaces(const QString& path) {
    const QDir folder(path);
    if (!folder.exists()) {
        return loadFile(path);
    }
    std::vector<FacePicture> faces;
    for (const QString& name : folder.entryList({QStringLiteral("*.bin")}, QDir::Files, QDir::Name)) {
        auto more = loadFile(folder.filePath(name));
        if (!more) {
            return more.error();
        }
        const int before = faces.empty() ? 0 : faces.back().person + 1;
        for (FacePicture& face : *more) {
            face.person += before;
            faces.push_back(std::move(face));
        }
    }
    return faces;
}

} // namespace moderato::bench
