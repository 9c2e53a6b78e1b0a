#include "widgets/annotate/NextPane.h"

#include "widgets/annotate/NextDelegate.h"
#include "widgets/common/Format.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"
#include "widgets/review/Thumbnails.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {

using usecases::NextItems;

namespace {

constexpr int listLength = 200;
const Setting<QString> strategySetting{"annotate/strategy", QStringLiteral("mixed")};

} // namespace

NextModel::NextModel(QObject* parent)
    : TableModel({{NextPane::tr("Item"), Qt::AlignLeft | Qt::AlignVCenter}}, parent) {}

int NextModel::indexOf(domain::ContentId id) const {
    const auto row = std::find_if(rows().begin(), rows().end(),
                                  [&](const NextRow& one) { return one.item.content == id; });
    return row == rows().end() ? -1 : int(row - rows().begin());
}

int NextModel::nextOpen(int row) const {
    for (int step = 1; step <= rowCount(); ++step) {
        const int place = (row + step + rowCount()) % rowCount();
        if (this->row(place).state == NextRow::State::Open) {
            return place;
        }
    }
    return -1;
}

void NextModel::setState(domain::ContentId id, NextRow::State state) {
    if (const int place = indexOf(id); place >= 0) {
        NextRow changed = row(place);
        changed.state = state;
        replaceRow(place, std::move(changed));
    }
}

QVariant NextModel::cell(const NextRow& row, int, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return row.item.title;
    case Qt::ToolTipRole:
        return row.item.why;
    case Qt::AccessibleTextRole:
        return NextPane::tr("%1. %2").arg(row.item.title, row.item.why);
    default:
        return {};
    }
}

NextPane::NextPane(const AnnotateServices& services, Thumbnails& thumbnails, QWidget* parent)
    : QWidget(parent)
    , services_(services)
    , model_(new NextModel(this))
    , list_(new QListView)
    , strategy_(new QComboBox)
    , notice_(new QLabel) {
    const std::pair<NextItems::Strategy, QString> strategies[] = {
        {NextItems::Strategy::Mixed, tr("A bit of everything")},
        {NextItems::Strategy::Gain, tr("What teaches most")},
        {NextItems::Strategy::Uncertain, tr("What the model is unsure of")},
        {NextItems::Strategy::Diverse, tr("What is new")},
        {NextItems::Strategy::Disagreement, tr("Where opinions differ")},
        {NextItems::Strategy::Random, tr("At random")}};
    for (const auto& [strategy, name] : strategies) {
        strategy_->addItem(name, toCode(strategy));
    }
    strategy_->setCurrentIndex(std::max(0, strategy_->findData(strategySetting.read(QSettings()))));
    strategy_->setAccessibleName(tr("What comes next"));
    strategy_->setFocusPolicy(Qt::TabFocus);
    strategy_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list_->setModel(model_);
    list_->setItemDelegate(new NextDelegate(*model_, thumbnails, list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setMouseTracking(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAccessibleName(tr("Items to label"));
    setRole(notice_, "small");
    notice_->setWordWrap(true);
    notice_->setContentsMargins(grid, 0, grid, halfGrid);
    notice_->hide();
    auto* top = new QVBoxLayout;
    top->setContentsMargins(grid, grid, grid, grid);
    top->addWidget(strategy_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(notice_);
    layout->addWidget(list_, 1);
    setMinimumWidth(scaled(200));
    setProperty("ground", "surface");
    setAttribute(Qt::WA_StyledBackground);
    connect(strategy_, &QComboBox::activated, this, [this] {
        QSettings settings;
        strategySetting.write(settings, strategy_->currentData().toString());
        Q_EMIT orderChosen();
        reload();
    });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!following_ && index.isValid()) {
                    Q_EMIT chosen(model_->row(index.row()).item.content);
                }
            });
    connect(&thumbnails, &Thumbnails::loaded, list_->viewport(), qOverload<>(&QWidget::update));
    onScale(this, [this] { list_->doItemsLayout(); });
}

void NextPane::reload() {
    reading_ = true;
    const auto strategy = usecases::nextStrategyFromCode(strategy_->currentData().toString());
    reader_.start([order = services_.order, strategy = strategy.value_or(NextItems::Strategy::Mixed),
                   person = personName()] { return order(strategy, listLength, person); },
                  [this](Result<NextItems::Order> order) {
                      reading_ = false;
                      if (!order.ok()) {
                          Q_EMIT failed(order.error());
                          return;
                      }
                      std::vector<NextRow> rows;
                      for (NextItems::Item& item : order->items) {
                          rows.push_back({std::move(item), NextRow::State::Open});
                      }
                      following_ = true;
                      model_->setRows(std::move(rows));
                      following_ = false;
                      notice_->setText(order->notice);
                      notice_->setVisible(!order->notice.isEmpty());
                      Q_EMIT listed();
                  });
}

void NextPane::setCurrent(domain::ContentId id) {
    following_ = true;
    const int place = model_->indexOf(id);
    list_->setCurrentIndex(place < 0 ? QModelIndex() : model_->index(place, 0));
    if (place >= 0) {
        list_->scrollTo(model_->index(place, 0));
    }
    following_ = false;
}

QString NextPane::placeOf(domain::ContentId id) const {
    const int place = model_->indexOf(id);
    return place < 0 ? tr("not in this list") : Format::place(place + 1, model_->rowCount());
}

} // namespace moderato::widgets
