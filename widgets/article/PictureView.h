#pragma once

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
    int count() const { return int(paths_.size()); }
    int current() const { return current_; }
    void setCurrent(int index);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void onLoaded(const QString& path);
    void paintBig();

    PictureLoader& pictures_;
    QStringList paths_;
    int current_ = 0;
    QWidget* big_;
    QListWidget* strip_;
    QLabel* place_;
};

} // namespace moderato::widgets
