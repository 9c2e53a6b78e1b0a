#pragma once

#include "core/base/Result.h"
#include "widgets/common/CareEffect.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QString>
#include <QThreadPool>

#include <functional>

namespace moderato::widgets {

/// Reads pictures of content on a worker thread and keeps the latest of them, never larger than they are
/// shown. The files are strangers': `Decode` is given by the application (the sandboxed decoder); without
/// one, a reader that refuses rare formats and pictures of more than 100 megapixels. What care takes off is
/// taken off on the worker thread, before a picture can be asked for. GUI thread; a picture that cannot be
/// read is remembered as a null image.
class PictureLoader : public QObject {
    Q_OBJECT
public:
    /// Called on worker threads. `bound`: the picture may be made smaller, never larger.
    using Decode = std::function<Result<QImage>(const QString& path, QSize bound)>;

    explicit PictureLoader(Decode decode = {}, QObject* parent = nullptr);
    ~PictureLoader() override;

    /// The picture as care lets it be seen, if it is there; else it is asked for and `loaded` says when.
    QImage get(const QString& path);
    /// Gets it ready for an item that is shown with `care`.
    void preload(const QString& path, const CareEffect& care = {});

    /// Of the item that is shown now.
    void setCare(const CareEffect& care);
    /// Pictures as they are, while a key is held.
    void setRevealed(bool revealed);
    /// Why it could not be read; empty: it was, or is still being read.
    QString problem(const QString& path) const { return problems_.value(path); }
    bool isLoading(const QString& path) const { return loading_.contains(path); }

    static Result<QImage> readGuarded(const QString& path, QSize bound);

Q_SIGNALS:
    void loaded(const QString& path);
    /// Care has changed, or was lifted: ask again for what is shown.
    void lookChanged();

private:
    struct Entry {
        QImage clear;
        QImage veiled; ///< With `care`.
        CareEffect care;
    };
    void keep(const QString& path, Entry entry);
    Decode decode_;
    QThreadPool workers_;
    CareEffect care_;
    bool revealed_ = false;
    QCache<QString, Entry> cache_; ///< Cost in KiB.
    QSet<QString> loading_;
    QHash<QString, QString> problems_;
};

} // namespace moderato::widgets
