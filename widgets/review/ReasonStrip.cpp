#include "widgets/review/ReasonStrip.h"

#include "widgets/common/Chip.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace moderato::widgets {

ReasonStrip::ReasonStrip(QList<usecases::Decide::Reason> reasons, QWidget* parent)
    : QFrame(parent)
    , reasons_(std::move(reasons)) {
    setObjectName(QStringLiteral("ReasonStrip"));
    setProperty("card", true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Reason to disallow"));
    hide();
    auto* heading = new QLabel(tr("Disallow, because…  (1–9, Esc leaves it as it is)"));
    setRole(heading, "strong");
    auto* chips = new QWidget;
    auto* flow = new FlowLayout(chips, grid);
    flow->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < reasons_.size(); ++i) {
        auto* chip = new Chip({.text = reasons_[i].text,
                               .voice = Voice::Given,
                               .color = {},
                               .score = -1,
                               .letter = i < 9 ? QString::number(i + 1) : QString()});
        chip->setFocusPolicy(Qt::NoFocus);
        connect(chip, &Chip::clicked, this, [this, i] { take(i); });
        flow->addWidget(chip);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid, grid, grid, grid);
    layout->setSpacing(grid);
    layout->addWidget(heading);
    layout->addWidget(chips);
}

void ReasonStrip::place(const QRect& above) {
    const int width = std::min(above.width() - 2 * grid, scaled(760));
    const int height =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    setGeometry(above.left() + grid, above.top() - height - halfGrid, width, height);
}

void ReasonStrip::open(const QRect& above) {
    place(above);
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void ReasonStrip::close() {
    hide();
}

void ReasonStrip::take(int index) {
    if (index >= 0 && index < reasons_.size()) {
        close();
        Q_EMIT picked(reasons_[index].code);
    }
}

bool ReasonStrip::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // while it asks, every key is its own
        return true;
    }
    return QFrame::event(event);
}

void ReasonStrip::keyPressEvent(QKeyEvent* event) {
    if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
        take(event->key() - Qt::Key_1);
    } else if (event->key() == Qt::Key_Escape) {
        close();
        Q_EMIT cancelled();
    }
}

void ReasonStrip::focusOutEvent(QFocusEvent* event) {
    QFrame::focusOutEvent(event);
    if (isOpen() && event->reason() != Qt::ActiveWindowFocusReason &&
        event->reason() != Qt::PopupFocusReason) {
        close();
        Q_EMIT cancelled();
    }
}

} // namespace moderato::widgets
