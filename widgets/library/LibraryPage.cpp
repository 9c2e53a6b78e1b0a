#include "widgets/library/LibraryPage.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Format.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Theme.h"
#include "widgets/library/FilterRow.h"
#include "widgets/library/LibraryDelegate.h"
#include "widgets/library/LibraryModel.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace moderato::widgets {

namespace {
constexpr int typingMs = 30;
} // namespace

LibraryPage::LibraryPage(usecases::LibraryList& list, TaxonomyPtr taxonomy, ActionTable& actions,
                         const QString& importAction, QWidget* parent)
    : Page(QStringLiteral("library"), tr("Library"), QStringLiteral("library"), parent)
    , list_(list)
    , actions_(actions)
    , importAction_(importAction)
    , model_(new LibraryModel(list, taxonomy, this))
    , filters_(new FilterRow(taxonomy, this))
    , message_(new MessageBar(this))
    , table_(new QTableView(this))
    , stack_(new QStackedWidget(this))
    , typing_(new QTimer(this)) {
    table_->setObjectName(QStringLiteral("libraryTable"));
    table_->setModel(model_);
    table_->setItemDelegate(new LibraryDelegate(table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setMouseTracking(true);
    table_->setWordWrap(false);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* header = table_->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(LibraryModel::TitleColumn, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    onScale(table_, [this] {
        arrangeColumns();
        table_->verticalHeader()->setDefaultSectionSize(scaled(36));
    });

    stack_->addWidget(table_);
    stack_->addWidget(emptyView());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(message_);
    column->addWidget(filters_);
    column->addWidget(stack_, 1);
    setProperty("ground", "surface");
    setAttribute(Qt::WA_StyledBackground);

    typing_->setSingleShot(true);
    typing_->setInterval(typingMs);
    connect(typing_, &QTimer::timeout, this, &LibraryPage::ask);
    connect(filters_, &FilterRow::changed, this, &LibraryPage::ask);
    connect(model_, &LibraryModel::found, this, &LibraryPage::showFound);
    connect(model_, &LibraryModel::failed, this,
            [this](const Error& error) { message_->showError(error, tr("Try again"), [this] { ask(); }); });
    connect(table_, &QTableView::doubleClicked, this, &LibraryPage::openCurrent);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { actions_.refresh(); });
    addActions();
}

void LibraryPage::arrangeColumns() {
    // Where it is narrow the title comes first; what the filters also say gives way.
    table_->setColumnHidden(LibraryModel::LanguageColumn, width() < scaled(760));
    table_->setColumnHidden(LibraryModel::StateColumn, width() < scaled(680));
    table_->setColumnWidth(LibraryModel::CategoryColumn, std::min(scaled(264), width() / 3));
    table_->setColumnWidth(LibraryModel::LanguageColumn, scaled(88));
    table_->setColumnWidth(LibraryModel::StateColumn, scaled(104));
    table_->setColumnWidth(LibraryModel::AgeColumn, scaled(120));
}

void LibraryPage::resizeEvent(QResizeEvent* event) {
    arrangeColumns();
    Page::resizeEvent(event);
}

QWidget* LibraryPage::emptyView() {
    auto* view = new QWidget(this);
    auto* column = new QVBoxLayout(view);
    column->setSpacing(2 * grid);
    emptyText_ = new QLabel(view);
    emptyText_->setAlignment(Qt::AlignCenter);
    setRole(emptyText_, "muted");
    column->addStretch(1);
    column->addWidget(emptyText_);
    emptyImport_ = actions_.find(importAction_)
                       ? static_cast<QWidget*>(
                             new ActionButton(actions_, importAction_, ActionButton::Emphasis::Primary, view))
                       : new QWidget(view);
    column->addWidget(emptyImport_, 0, Qt::AlignHCenter);
    column->addStretch(2);
    return view;
}

void LibraryPage::addActions() {
    ActionSpec open;
    open.id = QStringLiteral("library.open");
    open.text = tr("Open in review");
    open.keys = {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)};
    open.icon = QStringLiteral("clipboard-check");
    open.group = title();
    open.scope = id();
    actions_.add(
        open, this, [this] { openCurrent(); }, [this] { return table_->currentIndex().isValid(); });

    ActionSpec all;
    all.id = QStringLiteral("library.showAll");
    all.text = tr("Show all");
    all.icon = QStringLiteral("filter");
    all.group = title();
    all.scope = id();
    actions_.add(all, this, [this] { filters_->clear(); });
}

void LibraryPage::activated() {
    if (!asked_) {
        ask();
    }
    table_->setFocus();
    actions_.refresh();
}

void LibraryPage::reload() {
    if (asked_) {
        const QModelIndex index = table_->currentIndex();
        keep_ = index.isValid() ? model_->row(index.row()).content : domain::ContentId();
        keepScroll_ = table_->verticalScrollBar()->value();
        model_->reload();
        count();
    }
}

bool LibraryPage::search(const QString& text) {
    text_ = text.trimmed();
    typing_->start();
    return true;
}

void LibraryPage::ask() {
    asked_ = true;
    usecases::LibraryFilter filter = filters_->filter();
    filter.text = text_;
    model_->show(filter, filters_->sort());
    count();
}

void LibraryPage::count() {
    struct Counts {
        Result<qint64> shown, all;
    };
    counter_.start(
        [this, filter = model_->filter()] {
            return Counts{list_.count(filter), list_.count(usecases::LibraryFilter{})};
        },
        [this](const Counts& counts) {
            if (!counts.shown || !counts.all) {
                return;
            }
            const QString place = Format::place(*counts.shown, *counts.all);
            filters_->setCount(place);
            Q_EMIT placeChanged(tr("%1 items", "count such as: 12 of 340").arg(place));
        });
}

void LibraryPage::showFound() {
    const bool any = model_->rowCount() > 0;
    stack_->setCurrentIndex(any ? 0 : 1);
    if (any) {
        message_->clear();
        const auto& rows = model_->rows();
        const auto kept =
            std::find_if(rows.begin(), rows.end(), [this](const auto& row) { return row.content == keep_; });
        const bool found = keep_.isValid() && kept != rows.end();
        table_->setCurrentIndex(model_->index(found ? int(kept - rows.begin()) : 0, 0));
        if (found) {
            table_->verticalScrollBar()->setValue(keepScroll_);
        }
        keep_ = {};
    } else {
        const bool narrowed = !text_.isEmpty() || filters_->isFiltered();
        emptyText_->setText(narrowed ? tr("No item fits what is searched and filtered.")
                                     : tr("The library is empty."));
        emptyImport_->setVisible(!narrowed);
    }
    actions_.refresh();
}

void LibraryPage::openCurrent() {
    const QModelIndex index = table_->currentIndex();
    if (index.isValid()) {
        Q_EMIT itemRequested(model_->row(index.row()).content, QStringLiteral("review"));
    }
}

} // namespace moderato::widgets
