#include "widgets/topics/TopicList.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolButton>

#include <algorithm>

namespace moderato::widgets {
namespace {

/// Why it is there and how often it was used: "shipin · recent · 12 uses", or the model's score.
QString trailing(const QModelIndex& index) {
    QStringList parts;
    if (const QString through = index.data(TopicListModel::ThroughRole).toString(); !through.isEmpty()) {
        parts << through;
    }
    const double score = index.data(TopicListModel::ScoreRole).toDouble();
    const qint64 uses = index.data(TopicListModel::UsesRole).toLongLong();
    if (index.data(TopicListModel::FavouriteRole).toBool()) {
        parts << TopicListModel::tr("favourite");
    } else if (index.data(TopicListModel::RecentRole).toBool()) {
        parts << TopicListModel::tr("recent");
    }
    if (score >= 0) {
        parts << Format::score(score);
    } else if (uses > 0) {
        parts << TopicListModel::tr("%n use(s)", nullptr, int(uses));
    }
    return parts.join(QStringLiteral(" · "));
}

class OfferDelegate : public QStyledItemDelegate {
public:
    OfferDelegate(const TopicList& list, QObject* parent)
        : QStyledItemDelegate(parent)
        , list_(list) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const QFontMetrics names(textFont()), notes(textFont(TextSize::Small));
        const int width = names.horizontalAdvance(index.data().toString()) +
                          notes.horizontalAdvance(trailing(index)) + 4 * grid;
        return {width, scaled(list_.orientation() == Qt::Vertical ? 28 : 32)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Tokens& colors = tokens(option.palette);
        const bool row = list_.orientation() == Qt::Horizontal;
        const bool selected = option.state & QStyle::State_Selected;
        const bool model = index.data(TopicListModel::ScoreRole).toDouble() >= 0;
        QRectF rect = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(selected       ? QPen(colors.accent, 1)
                        : row && model ? QPen(colors.lineStrong, 1)
                                       : QPen(Qt::NoPen));
        painter->setBrush(selected                                 ? QBrush(colors.accentSoft)
                          : option.state & QStyle::State_MouseOver ? QBrush(colors.raised)
                                                                   : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(rect, radius, radius);
        rect.adjust(grid, 0, -grid, 0);
        const QString note = trailing(index);
        const QFontMetrics notes(textFont(TextSize::Small));
        painter->setFont(textFont(TextSize::Small));
        painter->setPen(colors.textMuted);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, note);
        rect.setRight(rect.right() - notes.horizontalAdvance(note) - (note.isEmpty() ? 0 : grid));
        painter->setFont(textFont());
        painter->setPen(index.data(TopicListModel::NewRole).toBool() ? colors.accentText : colors.text);
        painter->drawText(
            rect, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetrics(textFont()).elidedText(index.data().toString(), Qt::ElideRight, int(rect.width())));
        painter->restore();
    }

private:
    const TopicList& list_;
};

} // namespace

TopicList::TopicList(QWidget* box)
    : QFrame(box->window())
    , box_(box)
    , model_(new TopicListModel(this))
    , view_(new QListView)
    , heading_(new QLabel)
    , turn_(new QToolButton) {
    setObjectName(QStringLiteral("TopicList"));
    setProperty("card", true);
    hide();
    setRole(heading_, "small");
    view_->setModel(model_);
    view_->setItemDelegate(new OfferDelegate(*this, view_));
    view_->setFocusPolicy(Qt::NoFocus);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setMouseTracking(true);
    view_->setAccessibleName(tr("Topics to choose from"));
    turn_->setAutoRaise(true);
    turn_->setFocusPolicy(Qt::NoFocus);
    turn_->setIconSize({scaled(16), scaled(16)});
    auto* head = new QHBoxLayout;
    head->setContentsMargins(grid, halfGrid, halfGrid, 0);
    head->addWidget(heading_, 1);
    head->addWidget(turn_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, halfGrid);
    layout->setSpacing(halfGrid);
    layout->addLayout(head);
    layout->addWidget(view_, 1);
    connect(view_, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT taken(model_->offers()[std::size_t(index.row())]); });
    connect(turn_, &QToolButton::clicked, this, [this] {
        setOrientation(orientation_ == Qt::Vertical ? Qt::Horizontal : Qt::Vertical);
        Q_EMIT orientationChosen(orientation_);
    });
    setOrientation(Qt::Vertical);
}

void TopicList::setOffers(std::vector<TopicOffer> offers, const QString& heading) {
    heading_->setText(heading);
    const int row = std::max(0, view_->currentIndex().row());
    const bool same = model_->offers() == offers;
    model_->setOffers(std::move(offers));
    if (model_->rowCount() > 0) {
        view_->setCurrentIndex(model_->index(same ? row : 0));
    }
    place();
}

void TopicList::setOrientation(Qt::Orientation orientation) {
    orientation_ = orientation;
    const bool column = orientation == Qt::Vertical;
    view_->setFlow(column ? QListView::TopToBottom : QListView::LeftToRight);
    view_->setWrapping(false);
    view_->setHorizontalScrollBarPolicy(column ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    view_->setVerticalScrollBarPolicy(column ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    turn_->setIcon(icon(column ? QStringLiteral("ellipsis") : QStringLiteral("list")));
    turn_->setToolTip(column ? tr("Show as a row") : tr("Show as a column"));
    turn_->setAccessibleName(turn_->toolTip());
    view_->doItemsLayout();
    place();
}

void TopicList::open() {
    if (parentWidget() != box_->window()) {
        setParent(box_->window());
    }
    place();
    show();
    raise();
}

void TopicList::place() {
    QWidget* window = box_->window();
    if (parentWidget() != window || model_->rowCount() == 0) {
        return;
    }
    const bool column = orientation_ == Qt::Vertical;
    const QPoint below = box_->mapTo(window, QPoint(0, box_->height() + 2));
    const int head = scaled(32);
    QSize size(column ? std::max(box_->width(), scaled(240)) : std::max(box_->width(), scaled(560)),
               column ? head + 2 * grid + std::min(model_->rowCount(), 10) * scaled(28)
                      : head + scaled(32) + 3 * grid);
    size.setWidth(std::min(size.width(), window->width() - 2 * grid));
    size.setHeight(std::min(size.height(), window->height() - 2 * grid));
    int y = below.y();
    const int barsBelow = scaled(88); // what the keys do stays to be seen
    if (y + size.height() > window->height() - barsBelow) { // no room below: above the box
        y = std::max(grid, box_->mapTo(window, QPoint(0, -2)).y() - size.height());
    }
    setGeometry(std::clamp(below.x(), grid, std::max(grid, window->width() - grid - size.width())), y,
                size.width(), size.height());
}

void TopicList::move(int step) {
    const int count = model_->rowCount();
    if (count > 0) {
        const int row = (view_->currentIndex().row() + step + count) % count;
        view_->setCurrentIndex(model_->index(row));
        view_->scrollTo(model_->index(row));
    }
}

const TopicOffer* TopicList::current() const {
    const int row = view_->currentIndex().row();
    return row >= 0 && row < model_->rowCount() ? &model_->offers()[std::size_t(row)] : nullptr;
}

} // namespace moderato::widgets
