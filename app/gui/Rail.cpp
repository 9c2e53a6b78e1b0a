#include "app/gui/Rail.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QToolButton>
#include <QVBoxLayout>

namespace moderato {

using namespace widgets;

Rail::Rail(QWidget* parent)
    : QFrame(parent)
    , column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("rail"));
    column_->setContentsMargins(halfGrid, grid, halfGrid, grid);
    column_->setSpacing(halfGrid);
    column_->addStretch(1);
}

void Rail::add(const QString& id, const QString& title, const QString& iconName, const QAction* action,
               bool atEnd) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("rail.%1").arg(id));
    button->setText(title);
    button->setIcon(icon(iconName));
    onScale(button, [button] { button->setIconSize(QSize(scaled(20), scaled(20))); });
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setToolTip(action ? action->toolTip() : title);
    setRole(button, "rail");
    connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    buttons_.insert(id, button);
    // The stretch is item number (count of upper buttons).
    int stretch = 0;
    while (column_->itemAt(stretch)->widget()) {
        ++stretch;
    }
    column_->insertWidget(atEnd ? column_->count() : stretch, button);
}

void Rail::setCurrent(const QString& id) {
    if (QToolButton* button = buttons_.value(id)) {
        button->setChecked(true);
    }
}

} // namespace moderato
