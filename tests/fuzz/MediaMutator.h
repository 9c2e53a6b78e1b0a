#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <random>
#include <vector>

namespace moderato::test {

/// Damages media files, the same way for the same seed on every system. It knows where the headers of MP4,
/// Matroska and RIFF files are and lies in them more often than elsewhere: wrong sizes, counts and types get
/// further into a decoder than noise does.
class MediaMutator {
public:
    struct Mutant {
        QString source; ///< The name of the file it was made from.
        QString done;   ///< What was done to it, for the log: "flip 12 bits, cut at 3000".
        QByteArray bytes;
    };

    /// Reads every file in the folders (empty ones and those above `maxBytes` are left out).
    explicit MediaMutator(const QStringList& folders, qint64 maxBytes = 8 << 20);

    qsizetype sources() const { return sources_.size(); }
    /// One of the sources with one to four kinds of damage. Nothing is left empty.
    Mutant make(quint64 seed) const;

private:
    struct Source {
        QString name;
        QByteArray bytes;
        std::vector<qsizetype> headers; ///< Where sizes and types of boxes, elements and chunks stand.
    };

    QList<Source> sources_;
};

} // namespace moderato::test
