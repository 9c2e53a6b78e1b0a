#pragma once

#include "core/domain/Ids.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>

#include <functional>

namespace moderato::widgets {

/// Small pictures of items for rows, got one after another on a thread of its own and kept. GUI thread.
class Thumbnails : public QObject {
    Q_OBJECT
public:
    /// Called on the worker thread. The picture as care lets it be seen; a null one: the item has none.
    using Load = std::function<QImage(domain::ContentId)>;

    explicit Thumbnails(Load load, QObject* parent = nullptr);
    ~Thumbnails() override;

    /// The picture, if it is there; else it is asked for and `loaded` says when. The latest wish comes first.
    QPixmap get(domain::ContentId id);
    /// Care or the library has changed: everything is asked for again when it is shown.
    void clear();
    /// Items that had no picture may have one now.
    void askMissingAgain();

Q_SIGNALS:
    void loaded(moderato::domain::ContentId id);

private:
    Load load_;
    QCache<domain::ContentId, QPixmap> cache_; ///< A null picture: the item has none.
    QSet<domain::ContentId> loading_;
    QSet<domain::ContentId> missing_; ///< Had no picture when they were asked for.
    int wishes_ = 0;
    quint64 round_ = 0; ///< Grows with every `clear`; answers of older ones are dropped.
    QThreadPool worker_;
};

struct ReviewServices;
/// Of a library's items, as care lets this person see them; articles have none.
Thumbnails::Load thumbnailLoader(const ReviewServices& services);

} // namespace moderato::widgets
