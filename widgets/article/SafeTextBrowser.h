#pragma once

#include "widgets/common/LookedAt.h"

#include <QHash>
#include <QTextBrowser>

#include <vector>

namespace moderato::widgets {

class PictureLoader;

/// A text browser that can load nothing but pictures it was handed, under "moderato-image:N". Whatever else a
/// document asks for (a file, an address, a style sheet) gets an empty picture, so that Qt's own fall-backs
/// have nothing to try. Links are shown and can be copied, never followed.
class SafeTextBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit SafeTextBrowser(PictureLoader& pictures, QWidget* parent = nullptr);

    /// Addresses of the next document's pictures and the files they stand for.
    void setPictures(QHash<QString, QString> paths);
    /// Widest picture in pixels.
    void setPictureWidth(int width);
    /// A bar at the left of the text between two positions of the document, thicker with the weight 0…1.
    struct SideBar {
        int from = 0, to = 0;
        double weight = 0;

        bool operator==(const SideBar&) const = default;
    };
    void setSideBars(std::vector<SideBar> bars);
    const std::vector<SideBar>& sideBars() const { return sideBars_; }
    /// Pictures that get a frame with their rank, by path.
    void setPictureMarks(QHash<QString, LookedAt> marks);
    QVariant loadResource(int type, const QUrl& name) override;
    /// How often something that is not allowed was asked for.
    int refusals() const { return refusals_; }

Q_SIGNALS:
    void resized();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void onLoaded(const QString& path);
    QImage fitted(const QImage& image) const;
    QImage marked(QImage image, const QString& path) const;

    PictureLoader& pictures_;
    QHash<QString, QString> paths_;
    std::vector<SideBar> sideBars_;
    QHash<QString, LookedAt> marks_;
    int pictureWidth_ = 560;
    int refusals_ = 0;
};

} // namespace moderato::widgets
