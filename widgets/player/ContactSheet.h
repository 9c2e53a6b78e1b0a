#pragma once

#include "widgets/player/TimelineData.h"

#include <QAbstractScrollArea>

#include <vector>

namespace moderato::widgets {

/// All of a video at a glance, over its picture: cover candidates first, then the filmstrip, time under each.
/// Arrows choose, a click or Return jumps there, Escape closes. GUI thread.
class ContactSheet : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ContactSheet(QWidget* parent = nullptr);

    /// Nothing: a sentence stands in its place.
    void setData(TimelineDataPtr data);
    void setRevealed(bool revealed);
    /// Shows it, with the picture nearest to `seconds` chosen.
    void open(double seconds);
    bool isOpen() const { return isVisibleTo(parentWidget()); }

    int count() const { return int(cells_.size()); }
    int current() const { return current_; }
    void setCurrent(int index);

Q_SIGNALS:
    void chosen(double seconds);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Cell {
        const TimelinePicture* picture;
        bool isCover = false;
        QRect rect; ///< In the content, above the scrolling.
    };
    struct Heading {
        QString text;
        int top = 0;
    };
    void lay();
    void choose(int index);
    void moveBy(int columns, int rows);
    void paintCell(QPainter& painter, const Cell& cell, bool isCurrent) const;

    TimelineDataPtr data_;
    bool revealed_ = false;
    std::vector<Cell> cells_;
    std::vector<Heading> headings_;
    int columns_ = 1;
    int current_ = 0;
};

} // namespace moderato::widgets
