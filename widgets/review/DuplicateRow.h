#pragma once

#include "core/usecases/NearDuplicates.h"
#include "widgets/common/Taxonomy.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace moderato::widgets {

class ElidedLabel;

/// A near duplicate: picture, title, how alike, what was decided, and whether it is an exception. A click
/// opens the item.
class DuplicateRow : public QWidget {
    Q_OBJECT
public:
    DuplicateRow(const usecases::NearDuplicate& member, const Taxonomy& taxonomy, QWidget* parent = nullptr);

    domain::ContentId content() const { return content_; }
    void setThumbnail(const QPixmap& picture);
    QString text() const;

    /// "distance 12", "83 % of frames", "91 % of the text".
    static QString similarity(const usecases::NearDuplicate& member);
    static bool isUndecided(const usecases::NearDuplicate& member);

Q_SIGNALS:
    void opened(moderato::domain::ContentId id);
    void exceptionChanged(moderato::domain::ContentId id, bool isException);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    domain::ContentId content_;
    QLabel* picture_;
    ElidedLabel* title_;
    ElidedLabel* line_;
    QToolButton* except_;
};

} // namespace moderato::widgets
