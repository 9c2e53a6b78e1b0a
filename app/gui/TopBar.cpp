#include "app/gui/TopBar.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace moderato {

using namespace widgets;

TopBar::TopBar(QWidget* parent)
    : QFrame(parent)
    , library_(new QLabel(this))
    , page_(new QLabel(this))
    , search_(new QLineEdit(this)) {
    setObjectName(QStringLiteral("topBar"));
    setRole(library_, "muted");
    setRole(page_, "head");
    search_->setObjectName(QStringLiteral("search"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Full-text search"));
    search_->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    onScale(search_, [this] { search_->setFixedWidth(scaled(280)); });
    search_->installEventFilter(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, 6, 12, 6);
    row->setSpacing(grid);
    row->addWidget(library_);
    row->addWidget(page_);
    row->addStretch(1);
    row->addWidget(search_);
    connect(search_, &QLineEdit::textChanged, this, &TopBar::typed);
    connect(search_, &QLineEdit::returnPressed, this, [this] { Q_EMIT submitted(search_->text()); });
}

void TopBar::setPlace(const QString& library, const QString& page) {
    library_->setText(QStringLiteral("%1  ·").arg(library));
    page_->setText(page);
}

void TopBar::setSearchKey(const QString& key) {
    search_->setPlaceholderText(key.isEmpty() ? tr("Search everything")
                                              : tr("Search everything  %1", "key").arg(key));
}

void TopBar::focusSearch() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

bool TopBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Down) {
            if (key == Qt::Key_Escape) {
                search_->clear();
            }
            Q_EMIT left();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace moderato
