#include "widgets/review/CategoryPicker.h"

#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {
namespace {

/// 0: begins with it, 1: has it, −1: neither.
int fits(const domain::Category& category, const QString& typed) {
    int best = -1;
    QStringList spellings = QStringList{category.code, category.nameEn, category.nameZh} + category.aliases;
    for (const QString& spelling : spellings) {
        const auto at = spelling.indexOf(typed, 0, Qt::CaseInsensitive);
        if (at == 0) {
            return 0;
        }
        best = at > 0 ? 1 : best;
    }
    return best;
}

} // namespace

CategoryPicker::CategoryPicker(QWidget* parent)
    : QFrame(parent)
    , taxonomy_(std::make_shared<Taxonomy>())
    , typed_(new QLineEdit)
    , list_(new QListWidget) {
    setObjectName(QStringLiteral("CategoryPicker"));
    setProperty("card", true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    hide();
    typed_->setPlaceholderText(tr("Right category: 1–9, or type its name"));
    typed_->setAccessibleName(tr("Right category"));
    typed_->installEventFilter(this);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    list_->setAccessibleName(tr("Categories"));
    auto* hint = new QLabel(tr("Enter takes · Esc leaves it as it is"));
    setRole(hint, "small");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid, grid, grid, grid);
    layout->setSpacing(halfGrid);
    layout->addWidget(typed_);
    layout->addWidget(list_, 1);
    layout->addWidget(hint);
    connect(typed_, &QLineEdit::textEdited, this, &CategoryPicker::fill);
    connect(list_, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { take(list_->row(item)); });
}

void CategoryPicker::open(const QStringList& likely, const QRect& over) {
    likely_ = likely;
    typed_->clear();
    fill();
    place(over);
    show();
    raise();
    typed_->setFocus(Qt::ShortcutFocusReason);
}

void CategoryPicker::place(const QRect& over) {
    QRect place = over;
    place.setWidth(std::max(over.width(), scaled(280)));
    place.setHeight(std::min(parentWidget()->height() - 2 * grid, std::max(over.height(), scaled(400))));
    place.moveRight(std::min(place.right(), parentWidget()->width() - grid));
    place.moveBottom(std::min(place.bottom(), parentWidget()->height() - grid));
    place.moveTop(std::max(grid, place.top()));
    setGeometry(place);
}

void CategoryPicker::close() {
    hide();
}

void CategoryPicker::fill() {
    const QString typed = typed_->text().trimmed();
    QStringList first, second;
    if (typed.isEmpty()) {
        first = likely_;
    }
    for (const domain::Category& category : taxonomy_->categories()) {
        const int fit = fits(category, typed);
        if (fit < 0 || first.contains(category.code)) {
            continue;
        }
        (fit == 0 && !typed.isEmpty() ? first : second) << category.code;
    }
    offered_ = first + second;
    list_->clear();
    for (int i = 0; i < offered_.size(); ++i) {
        const QString name = taxonomy_->name(offered_[i]);
        const QString key = typed.isEmpty() && i < 9 ? QString::number(i + 1) : QStringLiteral("\u2007");
        auto* item = new QListWidgetItem(QStringLiteral("%1   %2").arg(key, name), list_);
        item->setData(Qt::AccessibleTextRole, name);
        item->setSizeHint({0, scaled(26)});
    }
    list_->setCurrentRow(offered_.isEmpty() ? -1 : 0);
}

void CategoryPicker::take(int row) {
    if (row >= 0 && row < offered_.size()) {
        const QString code = offered_[row];
        close();
        Q_EMIT picked(code);
    }
}

bool CategoryPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched != typed_ ||
        (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)) {
        return QFrame::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        return false;
    }
    switch (key->key()) {
    case Qt::Key_Escape:
        close();
        Q_EMIT cancelled();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(list_->currentRow());
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const bool page = key->key() == Qt::Key_PageDown || key->key() == Qt::Key_PageUp;
        const bool down = key->key() == Qt::Key_PageDown || key->key() == Qt::Key_Down;
        const int step = (down ? 1 : -1) * (page ? 8 : 1);
        list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, std::max(0, list_->count() - 1)));
        return true;
    }
    default:
        if (typed_->text().isEmpty() && key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9) {
            take(key->key() - Qt::Key_1);
            return true;
        }
        return false;
    }
}

} // namespace moderato::widgets
