#include "widgets/common/CommandPalette.h"

#include "widgets/common/Actions.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {

namespace {

constexpr const char* recentKey = "palette/recent";
constexpr int recentCount = 8;
constexpr int IdRole = Qt::UserRole + 1;
constexpr int KeyRole = Qt::UserRole + 2;
constexpr int GroupRole = Qt::UserRole + 3;

/// Icon, text, the group in muted text and the key at the right.
class RowDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, scaled(32)}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Tokens& t = tokens(option.palette);
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.accentSoft);
            painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), radius, radius);
        }
        QRect area = option.rect.adjusted(12, 0, -12, 0);
        const int size = scaled(16);
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(area.left(), area.center().y() - size / 2, size, size), Qt::AlignCenter,
                   enabled ? QIcon::Normal : QIcon::Disabled);
        area.setLeft(area.left() + size + grid);
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(enabled ? t.textMuted : t.textFaint);
        const QString key = index.data(KeyRole).toString();
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, key);
        area.setRight(area.right() - QFontMetrics(painter->font()).horizontalAdvance(key) - 2 * grid);
        painter->setFont(textFont());
        painter->setPen(enabled ? t.text : t.textFaint);
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->drawText(area, Qt::AlignVCenter, text);
        area.setLeft(area.left() + QFontMetrics(painter->font()).horizontalAdvance(text) + 12);
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(enabled ? t.textMuted : t.textFaint);
        painter->drawText(area, Qt::AlignVCenter, index.data(GroupRole).toString());
    }
};

} // namespace

int fuzzyScore(const QString& typed, const QString& text) {
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar c : typed) {
        if (c.isSpace()) {
            continue;
        }
        qsizetype found = -1;
        // The start of a word wins over the same letter inside one, unless the run goes on.
        if (at == last + 1 && at < text.size() && text[at].toCaseFolded() == c.toCaseFolded()) {
            found = at;
        }
        for (qsizetype i = at; found < 0 && i < text.size(); ++i) {
            const bool wordStart = i == 0 || !text[i - 1].isLetterOrNumber();
            if (wordStart && text[i].toCaseFolded() == c.toCaseFolded()) {
                found = i;
            }
        }
        if (found < 0) {
            found = text.indexOf(c, at, Qt::CaseInsensitive);
        }
        if (found < 0) {
            return -1;
        }
        const bool wordStart = found == 0 || !text[found - 1].isLetterOrNumber();
        score += found == last + 1 ? 12 : wordStart ? 10 : 1;
        score += found == 0 ? 6 : 0;
        last = found;
        at = found + 1;
    }
    return score * 8 - int(std::min<qsizetype>(text.size(), 60)) / 4 + 16;
}

CommandPalette::CommandPalette(ActionTable& actions, QWidget* window)
    : QFrame(window)
    , actions_(actions)
    , typed_(new QLineEdit(this))
    , list_(new QListView(this))
    , model_(new QStandardItemModel(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setProperty("card", true);
    setAutoFillBackground(true);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 110));
    setGraphicsEffect(shadow);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(grid, grid, grid, grid);
    column->setSpacing(grid);
    column->addWidget(typed_);
    column->addWidget(list_);
    typed_->setPlaceholderText(tr("Type what you want to do"));
    typed_->setObjectName(QStringLiteral("paletteText"));
    typed_->installEventFilter(this);
    list_->setModel(model_);
    list_->setItemDelegate(new RowDelegate(list_));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setUniformItemSizes(true);
    connect(typed_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(list_, &QListView::clicked, this, &CommandPalette::run);
    hide();
}

void CommandPalette::open() {
    const QWidget* window = parentWidget();
    const int width = std::min(scaled(560), window->width() - 8 * grid);
    const int height = std::min(scaled(420), window->height() - 16 * grid);
    setGeometry((window->width() - width) / 2, std::min(scaled(72), window->height() / 8), width, height);
    typed_->clear();
    fill();
    show();
    raise();
    typed_->setFocus();
}

QStringList CommandPalette::matches(const QString& typed) const {
    const QSettings settings;
    const QStringList recent = settings.value(QLatin1String(recentKey)).toStringList();
    struct Match {
        QString id;
        int score;
    };
    QList<Match> found;
    for (const QString& id : actions_.ids()) {
        const ActionSpec& spec = actions_.spec(id);
        if (spec.text.isEmpty() || spec.hold) {
            continue;
        }
        const auto place = recent.indexOf(id);
        const int bonus = place < 0 ? 0 : int(recentCount - place);
        if (typed.trimmed().isEmpty()) {
            found.append({id, bonus});
            continue;
        }
        const int own = fuzzyScore(typed, actions_.find(id)->text().remove(QLatin1Char('&')));
        const int group = fuzzyScore(typed, spec.group + QLatin1Char(' ') + spec.text) - 8;
        const int best = std::max(own, group);
        if (own >= 0 || group >= 0) {
            found.append({id, best + bonus});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Match& a, const Match& b) { return a.score > b.score; });
    QStringList ids;
    for (const Match& match : found) {
        ids << match.id;
    }
    return ids;
}

void CommandPalette::fill() {
    actions_.refresh();
    model_->clear();
    // What can be done now comes before what cannot; the order within is that of the match.
    QList<QStandardItem*> disabled;
    for (const QString& id : matches(typed_->text())) {
        const QAction* action = actions_.find(id);
        auto* item = new QStandardItem(action->icon(), action->text().remove(QLatin1Char('&')));
        item->setData(id, IdRole);
        item->setData(actions_.keyText(id), KeyRole);
        item->setData(actions_.spec(id).group, GroupRole);
        item->setEnabled(action->isEnabled());
        if (action->isEnabled()) {
            model_->appendRow(item);
        } else {
            disabled << item;
        }
    }
    for (QStandardItem* item : disabled) {
        model_->appendRow(item);
    }
    list_->setCurrentIndex(model_->index(0, 0));
}

void CommandPalette::run() {
    const QString id = list_->currentIndex().data(IdRole).toString();
    const QAction* action = actions_.find(id);
    if (!action || !action->isEnabled()) {
        return;
    }
    QSettings settings;
    QStringList recent = settings.value(QLatin1String(recentKey)).toStringList();
    recent.removeAll(id);
    recent.prepend(id);
    settings.setValue(QLatin1String(recentKey), recent.mid(0, recentCount));
    hide();
    parentWidget()->setFocus();
    actions_.trigger(id);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == typed_ && event->type() == QEvent::FocusOut && isVisible()) {
        hide();
    }
    if (watched == typed_ &&
        (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool press = event->type() == QEvent::KeyPress;
        const auto step = [this](int by) {
            const int row =
                std::clamp(list_->currentIndex().row() + by, 0, std::max(0, model_->rowCount() - 1));
            list_->setCurrentIndex(model_->index(row, 0));
        };
        switch (key->key()) {
        case Qt::Key_Escape:
            if (press) {
                hide();
                parentWidget()->setFocus();
            }
            break;
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (press) {
                step(key->key() == Qt::Key_Up ? -1 : 1);
            }
            break;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (press) {
                step(key->key() == Qt::Key_PageUp ? -8 : 8);
            }
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (press) {
                run();
            }
            break;
        default:
            return QFrame::eventFilter(watched, event);
        }
        event->accept();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace moderato::widgets
