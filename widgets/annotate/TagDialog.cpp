#include "widgets/annotate/TagDialog.h"

#include "widgets/annotate/TagModel.h"
#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/MessageBar.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace moderato::widgets {

using usecases::TagChange;
using usecases::TagFilter;
using usecases::TagLibrary;
using usecases::TagRow;

namespace {

struct Listing {
    Result<std::vector<TagRow>> rows;
    std::optional<TagChange> last;
};

} // namespace

TagDialog::TagDialog(TagLibrary& tags, QWidget* parent)
    : QDialog(parent)
    , tags_(tags)
    , model_(new TagModel(this))
    , sorted_(new QSortFilterProxyModel(this))
    , table_(new QTableView)
    , search_(new QLineEdit)
    , part_(new QComboBox)
    , count_(new QLabel)
    , messages_(new MessageBar)
    , asking_(new QWidget)
    , question_(new QLabel)
    , name_(new QLineEdit)
    , add_(new QPushButton(icon(QStringLiteral("plus")), tr("Add…")))
    , rename_(new QPushButton(icon(QStringLiteral("pencil")), tr("Rename…")))
    , merge_(new QPushButton(icon(QStringLiteral("link")), tr("Merge…")))
    , retire_(new QPushButton(tr("Retire")))
    , favourite_(new QPushButton(icon(QStringLiteral("bookmark")), tr("Favourite")))
    , import_(new QPushButton(icon(QStringLiteral("download")), tr("Import trends…")))
    , undo_(new QPushButton(icon(QStringLiteral("undo-2")), tr("Undo"))) {
    setObjectName(QStringLiteral("tagLibrary"));
    setWindowTitle(tr("Tag library"));
    resize(scaled(900), scaled(620));
    writer_.setMaxThreadCount(1);
    build();
    connect(search_, &QLineEdit::textChanged, this, &TagDialog::reload);
    connect(part_, &QComboBox::currentIndexChanged, this, &TagDialog::reload);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        selected_ = current() ? current()->topic.name : QString();
        showButtons();
    });
    connect(add_, &QPushButton::clicked, this, [this] { ask(Asking::Add); });
    connect(rename_, &QPushButton::clicked, this, [this] { ask(Asking::Rename); });
    connect(merge_, &QPushButton::clicked, this, [this] { ask(Asking::Merge); });
    connect(name_, &QLineEdit::returnPressed, this, &TagDialog::accepted);
    connect(import_, &QPushButton::clicked, this, &TagDialog::import);
    connect(retire_, &QPushButton::clicked, this, [this] {
        const TagRow* row = current();
        run([name = row->topic.name, retired = row->topic.retiredAt.has_value(),
             person = personName()](TagLibrary& library) -> Result<QString> {
            const auto done = retired ? library.restore(name, person) : library.retire(name, person);
            if (!done.ok()) {
                return done.error();
            }
            return retired ? tr("#%1 is offered again.").arg(name)
                           : tr("#%1 is not offered any more; what has it keeps it.").arg(name);
        });
    });
    connect(favourite_, &QPushButton::clicked, this, [this] {
        const TagRow* row = current();
        run([name = row->topic.name, on = !row->isFavourite,
             person = personName()](TagLibrary& library) -> Result<QString> {
            const Status done = library.setFavourite(name, person, on);
            return done.ok() ? Result<QString>(QString()) : Result<QString>(done.error());
        });
    });
    connect(undo_, &QPushButton::clicked, this, [this] {
        run([list = imported_](TagLibrary& library) -> Result<QString> {
            Status undone;
            if (list.isEmpty()) {
                const auto change = library.undo();
                undone = change.ok() ? Status() : Status(change.error());
            } else {
                const auto removed = library.removeTrends(list);
                undone = removed.ok() ? Status() : Status(removed.error());
            }
            return undone.ok() ? Result<QString>(tr("Taken back.")) : Result<QString>(undone.error());
        });
    });
    showButtons();
    reload();
}

TagDialog::~TagDialog() {
    writer_.clear();
    writer_.waitForDone();
}

void TagDialog::build() {
    search_->setPlaceholderText(tr("Search topics and synonyms"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(search_->placeholderText());
    part_->addItem(tr("Offered"), int(TagFilter::Part::Offered));
    part_->addItem(tr("Retired"), int(TagFilter::Part::Retired));
    part_->addItem(tr("All"), int(TagFilter::Part::All));
    part_->setAccessibleName(tr("Which topics are listed"));
    setRole(count_, "small");
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(SortRole);
    sorted_->setSortCaseSensitivity(Qt::CaseInsensitive);
    table_->setModel(sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(TagModel::Items, Qt::DescendingOrder);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(TagModel::Synonyms, QHeaderView::Stretch);
    table_->setAccessibleName(tr("Topics"));
    onScale(table_, [this] {
        table_->verticalHeader()->setDefaultSectionSize(scaled(28));
        for (const auto& [column, width] :
             std::initializer_list<std::pair<int, int>>{{TagModel::Name, 240},
                                                        {TagModel::Items, 90},
                                                        {TagModel::LastUsed, 110},
                                                        {TagModel::Trend, 120},
                                                        {TagModel::State, 90}}) {
            table_->setColumnWidth(column, scaled(width));
        }
    });
    name_->setObjectName(QStringLiteral("tagName"));
    auto* no = new QPushButton(tr("Cancel"));
    auto* yes = new QPushButton(tr("OK"));
    no->setAutoDefault(false);
    yes->setAutoDefault(false);
    connect(no, &QPushButton::clicked, this, [this] { ask(Asking::Nothing); });
    connect(yes, &QPushButton::clicked, this, &TagDialog::accepted);
    auto* question = new QHBoxLayout(asking_);
    question->setContentsMargins(0, 0, 0, 0);
    question->addWidget(question_);
    question->addWidget(name_, 1);
    question->addWidget(yes);
    question->addWidget(no);
    asking_->hide();
    auto* top = new QHBoxLayout;
    top->addWidget(search_, 1);
    top->addWidget(part_);
    top->addWidget(count_);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {add_, rename_, merge_, retire_, favourite_}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    for (QPushButton* button : {import_, undo_}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    layout->setSpacing(grid);
    layout->addLayout(top);
    layout->addWidget(messages_);
    layout->addWidget(table_, 1);
    layout->addWidget(asking_);
    layout->addLayout(buttons);
}

const TagRow* TagDialog::current() const {
    const int row = sorted_->mapToSource(table_->currentIndex()).row();
    return model_->has(row) ? &model_->row(row) : nullptr;
}

bool TagDialog::select(const QString& topic) {
    for (int row = 0; row < model_->rowCount(); ++row) {
        if (model_->row(row).topic.name == topic) {
            table_->setCurrentIndex(sorted_->mapFromSource(model_->index(row, 0)));
            return true;
        }
    }
    return false;
}

void TagDialog::showButtons() {
    const TagRow* row = current();
    for (QPushButton* button : {rename_, merge_, retire_, favourite_}) {
        button->setEnabled(row != nullptr);
    }
    const bool retired = row && row->topic.retiredAt;
    retire_->setText(retired ? tr("Bring back") : tr("Retire"));
    merge_->setEnabled(row && !retired);
    favourite_->setText(row && row->isFavourite ? tr("No favourite") : tr("Favourite"));
    undo_->setEnabled(!undoable_.isEmpty());
    undo_->setToolTip(undoable_);
}

void TagDialog::reload() {
    reader_.start(
        [&tags = tags_, filter = TagFilter{search_->text(), TagFilter::Part(part_->currentData().toInt())},
         person = personName()] {
            return Listing{tags.list(filter, person), tags.lastChange().valueOr({})};
        },
        [this](Listing listing) {
            if (!listing.rows.ok()) {
                messages_->showError(listing.rows.error());
                return;
            }
            const QString keep = selected_;
            model_->setRows(std::move(*listing.rows));
            select(keep);
            count_->setText(tr("%n topic(s)", nullptr, model_->rowCount()));
            undoable_.clear();
            if (!imported_.isEmpty()) {
                undoable_ = tr("Take back the list of trends “%1”").arg(imported_);
            } else if (listing.last) {
                const QString& name =
                    listing.last->before.isEmpty() ? listing.last->after : listing.last->before;
                undoable_ = tr("Take back what was done last: #%1").arg(name);
            }
            showButtons();
            Q_EMIT listed();
        });
}

void TagDialog::run(Change change, const QString& imports) {
    ask(Asking::Nothing);
    writer_.start([this, &tags = tags_, change = std::move(change), imports] { // the destructor waits for it
        auto done = change(tags);
        QMetaObject::invokeMethod(
            this,
            [this, done = std::move(done), imports] {
                if (!done.ok()) {
                    messages_->showError(done.error());
                    return;
                }
                imported_ = imports;
                if (done->isEmpty()) {
                    messages_->clear();
                } else {
                    messages_->showMessage(MessageBar::Kind::Info, *done);
                }
                reload();
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    });
}

void TagDialog::ask(Asking what) {
    const TagRow* row = current();
    what_ = row || what == Asking::Add ? what : Asking::Nothing;
    asking_->setVisible(what_ != Asking::Nothing);
    if (what_ == Asking::Nothing) {
        return;
    }
    const QString name = row ? row->topic.name : QString();
    question_->setText(what_ == Asking::Add      ? tr("New topic:")
                       : what_ == Asking::Rename ? tr("New name of #%1:").arg(name)
                                                 : tr("#%1 becomes a synonym of:").arg(name));
    name_->setText(what_ == Asking::Rename ? name : QString());
    name_->selectAll();
    name_->setFocus();
}

void TagDialog::accepted() {
    const TagRow* row = current();
    const QString typed = name_->text().trimmed();
    if (typed.isEmpty() || what_ == Asking::Nothing || (!row && what_ != Asking::Add)) {
        return;
    }
    const QString name = row ? row->topic.name : QString();
    selected_ = typed;
    run([what = what_, name, typed, person = personName()](TagLibrary& library) -> Result<QString> {
        const auto done = what == Asking::Add      ? library.add(typed, person)
                          : what == Asking::Rename ? library.rename(name, typed, person)
                                                   : library.merge(name, typed, person);
        if (!done.ok()) {
            return done.error();
        }
        switch (what) {
        case Asking::Rename:
            return tr("#%1 is called #%2 now; the old name stays as a synonym.").arg(name, done->name);
        case Asking::Merge:
            return tr("#%1 is a synonym of #%2 now; %n item(s) have it.", nullptr, int(done->useCount))
                .arg(name, done->name);
        default:
            return tr("#%1 is a topic now.").arg(done->name);
        }
    });
}

void TagDialog::import() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Import a list of trends"), QDir::homePath(),
                                                      tr("Lists (*.txt *.csv *.tsv *.jsonl);;All files (*)"));
    if (!path.isEmpty()) {
        importFrom(path);
    }
}

void TagDialog::importFrom(const QString& path) {
    const QString list = QFileInfo(path).completeBaseName();
    const auto import = [path, list](TagLibrary& library) -> Result<QString> {
        const auto report = library.importTrends(path, list, JobContext());
        if (!report.ok()) {
            return report.error();
        }
        QString sentence = tr("%n topic(s) are trending; %1 of them are new.", nullptr, int(report->listed))
                               .arg(Format::number(report->made));
        if (!report->problems.isEmpty()) {
            sentence +=
                QLatin1Char(' ') + tr("%n line(s) were skipped. %1", nullptr, int(report->problems.size()))
                                       .arg(report->problems.first());
        }
        return sentence;
    };
    run(import, list);
}

} // namespace moderato::widgets
