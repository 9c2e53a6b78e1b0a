#pragma once

#include "widgets/common/ProbabilityBar.h"

#include <QAbstractButton>

namespace moderato::widgets {

/// What a chip shows: a name, who says so, a score, a letter.
struct ChipData {
    QString text;
    Voice voice = Voice::Predicted;
    QColor color;      ///< The label's; used where people decided.
    double score = -1; ///< 0…1; below 0: none.
    QString letter;    ///< Goes before the text; may be empty.

    bool operator==(const ChipData&) const = default;
};

/// For delegates: size of a chip and painting it.
QSize chipSize(const ChipData& chip);
void paintChip(QPainter& painter, const QRect& rect, const ChipData& chip, const QPalette& palette,
               bool enabled = true);

/// A small rounded label: outlined where a model says so, filled where a person did. Clickable where somebody
/// listens to `clicked`; with a cross where it can be taken away.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const ChipData& data, QWidget* parent = nullptr);

    void setData(const ChipData& data);
    const ChipData& data() const { return data_; }
    void setRemovable(bool removable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QRect crossRect() const;

    ChipData data_;
    bool removable_ = false;
};

} // namespace moderato::widgets
