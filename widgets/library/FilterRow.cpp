#include "widgets/library/FilterRow.h"

#include "widgets/common/FlowLayout.h"
#include "widgets/common/Theme.h"
#include "widgets/library/LibraryModel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>

namespace moderato::widgets {

FilterRow::FilterRow(TaxonomyPtr taxonomy, QWidget* parent)
    : QWidget(parent)
    , kind_(add(QStringLiteral("kind"), tr("Kind")))
    , category_(add(QStringLiteral("category"), tr("Category")))
    , state_(add(QStringLiteral("state"), tr("State")))
    , decided_(add(QStringLiteral("decided"), tr("Decided")))
    , sort_(add(QStringLiteral("sort"), tr("Order")))
    , clear_(new QPushButton(tr("Show all"), this))
    , count_(new QLabel(this)) {
    kind_->addItem(tr("All kinds"));
    for (const auto kind :
         {domain::ContentKind::Article, domain::ContentKind::Video, domain::ContentKind::Pictures}) {
        kind_->addItem(kindName(kind), toCode(kind));
    }
    category_->addItem(tr("All categories"));
    for (const domain::Category& category : taxonomy->categories()) {
        category_->addItem(taxonomy->name(category.code), category.code);
    }
    category_->setMaxVisibleItems(24);
    state_->addItem(tr("Any state"));
    for (const auto state : {domain::RecommendationState::Active, domain::RecommendationState::Suspended,
                             domain::RecommendationState::Dropped}) {
        state_->addItem(stateName(state), toCode(state));
    }
    decided_->addItem(tr("Decided or not"));
    decided_->addItem(tr("Decided"), QStringLiteral("yes"));
    decided_->addItem(tr("Undecided"), QStringLiteral("no"));
    sort_->addItem(tr("Newest first"), int(usecases::LibrarySort::Newest));
    sort_->addItem(tr("Oldest first"), int(usecases::LibrarySort::Oldest));
    sort_->addItem(tr("By title"), int(usecases::LibrarySort::Title));
    sort_->addItem(tr("Least certain first"), int(usecases::LibrarySort::LeastCertain));

    auto* boxes = new QWidget(this);
    auto* flow = new FlowLayout(boxes, grid);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, grid, 12, grid);
    row->setSpacing(grid);
    row->addWidget(boxes, 1);
    const QSettings settings;
    for (QComboBox* box : {kind_, category_, state_, decided_, sort_}) {
        flow->addWidget(box);
        const QVariant stored = settings.value(QStringLiteral("library/%1").arg(box->objectName()));
        if (const int place = stored.isValid() ? box->findData(stored) : -1; place >= 0) {
            box->setCurrentIndex(place);
        }
        connect(box, &QComboBox::currentIndexChanged, this, &FilterRow::chosen);
    }
    clear_->setProperty("emphasis", "link");
    clear_->setVisible(isFiltered());
    connect(clear_, &QPushButton::clicked, this, &FilterRow::clear);
    flow->addWidget(clear_);
    row->addWidget(count_);
    setRole(count_, "muted");
    count_->setObjectName(QStringLiteral("libraryCount"));
}

QComboBox* FilterRow::add(const QString& id, const QString& name) {
    auto* box = new QComboBox(this);
    box->setObjectName(id);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

usecases::LibraryFilter FilterRow::filter() const {
    usecases::LibraryFilter filter;
    filter.kind = domain::contentKindFromCode(kind_->currentData().toString());
    filter.category = category_->currentData().toString();
    filter.state = domain::recommendationStateFromCode(state_->currentData().toString());
    if (const QString decided = decided_->currentData().toString(); !decided.isEmpty()) {
        filter.decided = decided == QLatin1String("yes");
    }
    return filter;
}

usecases::LibrarySort FilterRow::sort() const {
    return usecases::LibrarySort(sort_->currentData().toInt());
}

bool FilterRow::isFiltered() const {
    return kind_->currentIndex() > 0 || category_->currentIndex() > 0 || state_->currentIndex() > 0 ||
           decided_->currentIndex() > 0;
}

void FilterRow::clear() {
    {
        const QSignalBlocker blockers[] = {QSignalBlocker(kind_), QSignalBlocker(category_),
                                           QSignalBlocker(state_), QSignalBlocker(decided_)};
        for (QComboBox* box : {kind_, category_, state_, decided_}) {
            box->setCurrentIndex(0);
        }
    }
    chosen();
}

void FilterRow::setCount(const QString& text) {
    count_->setText(text);
}

void FilterRow::chosen() {
    QSettings settings;
    for (const QComboBox* box : {kind_, category_, state_, decided_, sort_}) {
        settings.setValue(QStringLiteral("library/%1").arg(box->objectName()), box->currentData());
    }
    clear_->setVisible(isFiltered());
    Q_EMIT changed();
}

} // namespace moderato::widgets
