#include "widgets/settings/KeyEditor.h"

#include "widgets/common/Actions.h"
#include "widgets/common/Theme.h"
#include "widgets/settings/KeyModel.h"

#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace moderato::widgets {

KeyEditor::KeyEditor(ActionTable& actions, QWidget* parent)
    : QWidget(parent)
    , actions_(actions)
    , model_(new KeyModel(actions, this))
    , found_(new QSortFilterProxyModel(this))
    , search_(new QLineEdit(this))
    , table_(new QTableView(this))
    , name_(new QLabel(this))
    , edit_(new QKeySequenceEdit(this))
    , none_(new QPushButton(tr("No key"), this))
    , reset_(new QPushButton(tr("Reset"), this))
    , answer_(new QLabel(this)) {
    found_->setSourceModel(model_);
    found_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    found_->setFilterKeyColumn(-1);
    search_->setPlaceholderText(tr("Find an action or a key"));
    search_->setClearButtonEnabled(true);
    connect(search_, &QLineEdit::textChanged, found_, &QSortFilterProxyModel::setFilterFixedString);

    table_->setObjectName(QStringLiteral("keyTable"));
    table_->setModel(found_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    onScale(table_, [table = table_] {
        table->verticalHeader()->setDefaultSectionSize(scaled(28));
        table->setColumnWidth(1, scaled(112));
        table->setColumnWidth(2, scaled(160));
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &KeyEditor::showCurrent);
    connect(table_, &QTableView::activated, this, [this] { edit_->setFocus(); });

    auto* all = new QPushButton(tr("Reset all"), this);
    edit_->setObjectName(QStringLiteral("keyEdit"));
    edit_->setAccessibleName(tr("Press the new key"));
    edit_->setFixedWidth(scaled(160));
    connect(edit_, &QKeySequenceEdit::keySequenceChanged, this, &KeyEditor::change);
    connect(none_, &QPushButton::clicked, this, [this] {
        actions_.setKeys(currentId(), {});
        showCurrent();
    });
    connect(reset_, &QPushButton::clicked, this, [this] {
        const QString id = currentId();
        if (const auto other = actions_.resetKeys(id)) {
            const auto keys = actions_.spec(id).keys;
            refuse(keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText), *other);
            return;
        }
        showCurrent();
    });
    connect(all, &QPushButton::clicked, this, [this] {
        actions_.resetAll();
        showCurrent();
    });
    connect(&actions_, &ActionTable::keysChanged, model_, &KeyModel::read);

    auto* row = new QHBoxLayout;
    row->setSpacing(grid);
    row->addWidget(name_, 1);
    row->addWidget(edit_);
    row->addWidget(none_);
    row->addWidget(reset_);
    row->addWidget(all);
    answer_->setWordWrap(true);
    answer_->setObjectName(QStringLiteral("keyAnswer"));
    setRole(answer_, "muted");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addWidget(search_);
    column->addWidget(table_, 1);
    column->addLayout(row);
    column->addWidget(answer_);
    showCurrent();
}

void KeyEditor::read() {
    model_->read();
    if (!table_->currentIndex().isValid()) {
        table_->setCurrentIndex(found_->index(0, 0));
    }
}

QString KeyEditor::currentId() const {
    const QModelIndex index = found_->mapToSource(table_->currentIndex());
    return index.isValid() ? model_->row(index.row()).id : QString();
}

void KeyEditor::showCurrent() {
    const QString id = currentId();
    const bool any = !id.isEmpty();
    edit_->setEnabled(any);
    none_->setEnabled(any && !actions_.keys(id).isEmpty());
    reset_->setEnabled(any && actions_.keys(id) != actions_.spec(id).keys);
    name_->setText(any ? actions_.spec(id).text : QString());
    const QSignalBlocker quiet(edit_);
    edit_->setKeySequence(actions_.keys(id).value(0));
    setRole(answer_, "muted");
    answer_->setText(tr("Choose an action, click into the field and press its new key."));
}

void KeyEditor::change(const QKeySequence& pressed) {
    const QString id = currentId();
    if (id.isEmpty() || pressed.isEmpty()) {
        return;
    }
    // One chord: with more, every first key would have to wait for a second one.
    const QKeySequence key(pressed[0]);
    if (const auto other = actions_.setKeys(id, {key})) {
        refuse(key.toString(QKeySequence::NativeText), *other);
        return;
    }
    showCurrent();
    setRole(answer_, "success");
    answer_->setText(tr("%1 is now %2.").arg(actions_.spec(id).text, actions_.keyText(id)));
}

void KeyEditor::refuse(const QString& key, const QString& otherId) {
    showCurrent();
    const ActionSpec& other = actions_.spec(otherId);
    setRole(answer_, "danger");
    answer_->setText(
        tr("%1 already belongs to “%2” (%3). Nothing was changed; give that action another key first.")
            .arg(key, QString(other.text).remove(QLatin1Char('&')), other.group));
}

} // namespace moderato::widgets
