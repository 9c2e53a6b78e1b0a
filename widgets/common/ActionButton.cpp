#include "widgets/common/ActionButton.h"

#include "widgets/common/Actions.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace moderato::widgets {

namespace {
constexpr int gap = 6;
} // namespace

ActionButton::ActionButton(ActionTable& actions, const QString& id, Emphasis emphasis, QWidget* parent)
    : QPushButton(parent)
    , actions_(actions)
    , id_(id)
    , action_(actions.find(id)) {
    Q_ASSERT_X(action_, "ActionButton", qPrintable(id));
    setObjectName(QStringLiteral("button.%1").arg(id));
    setFocusPolicy(Qt::TabFocus);
    setAutoDefault(false);
    setEmphasis(emphasis);
    connect(this, &QPushButton::clicked, this, [this] { actions_.trigger(id_); });
    connect(action_, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::setEmphasis(Emphasis emphasis) {
    const char* const names[] = {"normal", "primary", "danger", "quiet"};
    setProperty("emphasis", QByteArray(names[int(emphasis)]));
    style()->unpolish(this);
    style()->polish(this);
    QWidget::update();
}

void ActionButton::setLabel(const QString& label) {
    label_ = label;
    follow();
}

void ActionButton::setCompact(bool compact) {
    compact_ = compact;
    follow();
}

void ActionButton::follow() {
    const QString label = label_.isEmpty() ? action_->text() : label_;
    key_ = actions_.keyText(id_);
    setText(key_.isEmpty() ? label : QStringLiteral("%1  %2").arg(label, key_));
    setAccessibleName(label);
    setToolTip(action_->toolTip());
    setEnabled(action_->isEnabled());
    setCheckable(action_->isCheckable());
    setChecked(action_->isChecked());
    updateGeometry();
    QWidget::update();
}

QSize ActionButton::sizeHint() const {
    const QFontMetrics body(font());
    const QFontMetrics small(textFont(TextSize::Small));
    const QString label = label_.isEmpty() ? action_->text() : label_;
    int width = 2 * 10;
    if (!action_->icon().isNull()) {
        width += scaled(16) + gap;
    }
    if (!compact_) {
        width += body.horizontalAdvance(label) + gap;
    }
    if (!key_.isEmpty()) {
        width += small.horizontalAdvance(key_) + 10;
    }
    return {width, std::max(scaled(20) + 12, body.height() + 10)};
}

QSize ActionButton::minimumSizeHint() const {
    return sizeHint();
}

void ActionButton::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString label = label_.isEmpty() ? action_->text() : label_;
    option.text.clear();
    option.icon = {};
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const Tokens& t = tokens(palette());
    const bool primary = property("emphasis").toString() == QLatin1String("primary");
    const bool danger = property("emphasis").toString() == QLatin1String("danger");
    const QColor ink = !isEnabled() ? t.textFaint : primary ? t.onAccent : danger ? t.dangerText : t.text;
    const QColor keyInk = !isEnabled() ? t.textFaint : primary ? t.onAccent : t.textMuted;

    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics small(textFont(TextSize::Small));
    const int keyWidth = key_.isEmpty() ? 0 : small.horizontalAdvance(key_) + 10;
    QRect area = rect().adjusted(10, 0, -10, 0);
    const int content = sizeHint().width() - 20;
    if (area.width() > content) {
        area.setLeft(area.left() + (area.width() - content) / 2);
    }
    if (!action_->icon().isNull()) {
        const int size = scaled(16);
        const QIcon shape = widgets::icon(actions_.spec(id_).icon, ink);
        shape.paint(&painter, QRect(area.left(), (height() - size) / 2, size, size), Qt::AlignCenter,
                    isEnabled() ? QIcon::Normal : QIcon::Disabled);
        area.setLeft(area.left() + size + gap);
    }
    if (!compact_) {
        painter.setFont(font());
        painter.setPen(ink);
        const QFontMetrics body(font());
        const int room = area.width() - keyWidth - (keyWidth ? gap : 0);
        painter.drawText(QRect(area.left(), 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         body.elidedText(label, Qt::ElideRight, room + 1));
        area.setLeft(area.left() + std::min(room, body.horizontalAdvance(label)) + gap);
    }
    if (keyWidth) {
        const QRectF cap(area.left() + 0.5, (height() - small.height() - 2) / 2 + 0.5, keyWidth - 1,
                         small.height() + 1);
        QColor edge = keyInk;
        edge.setAlphaF(0.45F);
        painter.setPen(QPen(edge, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cap, 4, 4);
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(keyInk);
        painter.drawText(cap, Qt::AlignCenter, key_);
    }
}

} // namespace moderato::widgets
