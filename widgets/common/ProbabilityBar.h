#pragma once

#include <QColor>
#include <QStyledItemDelegate>
#include <QWidget>

namespace moderato::widgets {

/// Who says so: predictions are outlined and grey, people's decisions filled and in the label's colour, what
/// the source gave is dashed.
enum class Voice { Predicted, Decided, Given };

/// Draws a bar of 0…1 in `rect`; NaN draws the empty track.
void paintBar(QPainter& painter, const QRectF& rect, double value, Voice voice, const QColor& labelColor,
              const QPalette& palette);

/// A bar with the number beside it ("87 %").
class ProbabilityBar : public QWidget {
    Q_OBJECT
public:
    explicit ProbabilityBar(QWidget* parent = nullptr);

    void setValue(double value, Voice voice = Voice::Predicted, const QColor& labelColor = {});
    double value() const { return value_; }
    /// Whether the number stands at the right of the bar.
    void setNumberShown(bool shown);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double value_;
    Voice voice_ = Voice::Predicted;
    QColor color_;
    bool number_ = true;
};

/// The same in a table's cell: DisplayRole is the number 0…1, `VoiceRole` an int of Voice, Qt::DecorationRole
/// the label's colour.
class BarDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int VoiceRole = Qt::UserRole + 2;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace moderato::widgets
