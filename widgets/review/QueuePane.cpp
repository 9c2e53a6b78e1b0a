#include "widgets/review/QueuePane.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/QueueDelegate.h"
#include "widgets/review/QueueModel.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/review/Thumbnails.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>

#include <array>

namespace moderato::widgets {

using domain::ReviewItem;

namespace {

constexpr std::array reasons{ReviewItem::Reason::Flagged, ReviewItem::Reason::Disagreement,
                             ReviewItem::Reason::Uncertain, ReviewItem::Reason::RandomSample,
                             ReviewItem::Reason::New};
constexpr std::array states{ReviewItem::State::Skipped, ReviewItem::State::Escalated,
                            ReviewItem::State::Decided};
constexpr int nameRole = Qt::UserRole + 1; ///< An entry\'s name without its count.
constexpr int stateOffset =
    100; ///< Entries from here on are states, below them reasons; −1 is everything open.

} // namespace

QueuePane::QueuePane(const ReviewServices& services, TaxonomyPtr taxonomy, Thumbnails& thumbnails,
                     QWidget* parent)
    : QWidget(parent)
    , services_(services)
    , filter_(new QComboBox)
    , list_(new QListView)
    , model_(new QueueModel(services, this))
    , delegate_(new QueueDelegate(*model_, thumbnails, this)) {
    worker_.setMaxThreadCount(1);
    delegate_->setTaxonomy(std::move(taxonomy));
    filter_->setAccessibleName(tr("Part of the queue"));
    filter_->setFocusPolicy(Qt::TabFocus);
    filter_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    filter_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    list_->setModel(model_);
    list_->setItemDelegate(delegate_);
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setMouseTracking(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setFocusPolicy(Qt::ClickFocus);
    list_->setAccessibleName(tr("Review queue"));

    auto* head = new QHBoxLayout;
    head->setContentsMargins(grid, grid, grid, halfGrid);
    head->addWidget(filter_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(list_, 1);
    setMinimumWidth(scaled(180));
    fillFilters();

    connect(&thumbnails, &Thumbnails::loaded, this, [this](domain::ContentId id) {
        if (const int place = model_->indexOf(id); place >= 0) {
            list_->update(model_->index(place));
        }
    });
    connect(filter_, &QComboBox::activated, this, [this] {
        Q_EMIT partChosen();
        reload();
    });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid() && !following_) {
                    Q_EMIT chosen(model_->row(now.row()).content);
                }
            });
    connect(model_, &QAbstractItemModel::dataChanged, this, &QueuePane::showCount);
    connect(model_, &QAbstractItemModel::modelReset, this, &QueuePane::showCount);
}

QueuePane::~QueuePane() {
    worker_.clear();
    worker_.waitForDone();
}

void QueuePane::setTaxonomy(TaxonomyPtr taxonomy) {
    delegate_->setTaxonomy(std::move(taxonomy));
    list_->viewport()->update();
}

void QueuePane::fillFilters() {
    const int kept = filter_->currentIndex() < 0 ? -1 : filter_->currentData().toInt();
    const QSignalBlocker quiet(filter_);
    filter_->clear();
    const auto add = [this](const QString& name, qint64 count, int data) {
        filter_->addItem(QStringLiteral("%1  %2").arg(name, Format::number(count)), data);
        filter_->setItemData(filter_->count() - 1, name, nameRole);
    };
    add(tr("All open"), counts_.open, -1);
    for (const auto reason : reasons) {
        add(ReviewWords::reason(reason), counts_.openByReason.value(toCode(reason)), int(reason));
    }
    filter_->insertSeparator(filter_->count());
    const std::array<qint64, 3> closed{counts_.skipped, counts_.escalated, counts_.decided};
    for (std::size_t i = 0; i < states.size(); ++i) {
        add(ReviewWords::state(states[i]), closed[i], stateOffset + int(states[i]));
    }
    filter_->setCurrentIndex(std::max(0, filter_->findData(kept)));
}

void QueuePane::reload() {
    usecases::QueueFilter filter;
    const int choice = filter_->currentData().toInt();
    if (choice >= stateOffset) {
        filter.state = ReviewItem::State(choice - stateOffset);
    } else if (choice >= 0) {
        filter.reason = ReviewItem::Reason(choice);
    }
    model_->read(filter);
    readCounts();
}

void QueuePane::readCounts() {
    const quint64 wish = ++latest_;
    worker_.start([this, wish, counts = services_.counts] {
        auto read = counts();
        QMetaObject::invokeMethod(
            this,
            [this, wish, read = std::move(read)] {
                if (wish == latest_ && read.ok()) {
                    counts_ = *read;
                    fillFilters();
                    showCount();
                    Q_EMIT counted();
                }
            },
            Qt::QueuedConnection);
    });
}

qint64 QueuePane::total() const {
    const usecases::QueueFilter& filter = model_->filter();
    const qint64 counted = filter.reason ? counts_.openByReason.value(toCode(*filter.reason))
                           : filter.state == ReviewItem::State::Open    ? counts_.open
                           : filter.state == ReviewItem::State::Decided ? counts_.decided
                           : filter.state == ReviewItem::State::Skipped ? counts_.skipped
                                                                        : counts_.escalated;
    return std::max<qint64>(counted, model_->rowCount());
}

qint64 QueuePane::waiting() const {
    return std::max<qint64>(0, total() - model_->closed());
}

QString QueuePane::placeOf(domain::ContentId id) const {
    const int place = model_->indexOf(id);
    return place < 0 ? QString() : Format::place(place + 1, total());
}

void QueuePane::showCount() {
    const int row = filter_->currentIndex();
    filter_->setItemText(row, QStringLiteral("%1  %2").arg(filter_->itemData(row, nameRole).toString(),
                                                           Format::number(waiting())));
}

void QueuePane::setCurrent(domain::ContentId id) {
    following_ = true;
    const int place = model_->indexOf(id);
    if (place < 0) {
        list_->clearSelection();
        list_->setCurrentIndex({});
    } else {
        const QModelIndex index = model_->index(place);
        list_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        list_->scrollTo(index);
    }
    following_ = false;
}

} // namespace moderato::widgets
