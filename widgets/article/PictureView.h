#pragma once

#include "widgets/common/LookedAt.h"

#include <QHash>
#include <QImage>
#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;

namespace moderato::widgets {

class PictureLoader;

/// A set of pictures: one large, all of them as a strip below it. GUI thread.
class PictureView : public QWidget {
    Q_OBJECT
public:
    explicit PictureView(PictureLoader& pictures, QWidget* parent = nullptr);

    void setPictures(const QStringList& paths);
    /// Those that a model looked at, by path: a frame with the rank, in the strip too.
    void setMarks(QHash<QString, LookedAt> marks);
    int count() const { return int(paths_.size()); }
    int current() const { return current_; }
    void setCurrent(int index);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void onLoaded(const QString& path);
    void paintBig();
    void showPlace();
    QString nameOf(int index) const;

    PictureLoader& pictures_;
    QStringList paths_;
    QHash<QString, LookedAt> marks_;
    int current_ = 0;
    QWidget* big_;
    QListWidget* strip_;
    QLabel* place_;
};

} // namespace moderato::widgets
