#include "widgets/settings/HashListTable.h"

#include "widgets/common/Format.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace moderato::widgets {

HashListTable::HashListTable(HashListServices services, QAction* importAction, QWidget* parent)
    : QWidget(parent)
    , services_(std::move(services))
    , empty_(new QLabel(tr("No lists. Items that match an imported list are flagged and come first.")))
    , column_(new QVBoxLayout(this)) {
    setRole(empty_, "muted");
    empty_->setWordWrap(true);
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(grid);
    column_->addWidget(empty_);
    if (importAction) {
        auto* import = new QPushButton(importAction->icon(), importAction->text());
        connect(import, &QPushButton::clicked, importAction, &QAction::trigger);
        column_->addWidget(import, 0, Qt::AlignLeft);
    }
}

void HashListTable::read() {
    if (!services_.lists) {
        return;
    }
    reader_.start([lists = services_.lists] { return lists(); },
                  [this](Result<std::vector<usecases::HashList>> lists) {
                      if (lists.ok()) {
                          fill(*lists);
                      } else {
                          Q_EMIT failed(lists.error());
                      }
                  });
}

void HashListTable::fill(const std::vector<usecases::HashList>& lists) {
    delete table_;
    table_ = new QWidget;
    auto* cells = new QGridLayout(table_);
    cells->setContentsMargins(0, 0, 0, 0);
    cells->setHorizontalSpacing(2 * grid);
    cells->setVerticalSpacing(halfGrid);
    cells->setColumnStretch(0, 1);
    const Timestamp now = SystemClock().now();
    for (int row = 0; row < int(lists.size()); ++row) {
        const usecases::HashList& list = lists[std::size_t(row)];
        auto* count = new QLabel(tr("%n hash(es)", nullptr, int(list.hashes)));
        auto* when = new QLabel(Format::ago(list.importedAt, now));
        setRole(count, "muted");
        setRole(when, "muted");
        auto* away = new QToolButton;
        away->setIcon(icon(QStringLiteral("trash-2")));
        away->setToolTip(tr("Remove the list “%1”; flags that it raised stay").arg(list.name));
        away->setAccessibleName(away->toolTip());
        away->setObjectName(QStringLiteral("removeHashList.%1").arg(list.name));
        connect(away, &QToolButton::clicked, this, [this, name = list.name] { remove(name); });
        cells->addWidget(new QLabel(list.name), row, 0);
        cells->addWidget(count, row, 1);
        cells->addWidget(when, row, 2);
        cells->addWidget(away, row, 3);
    }
    table_->setVisible(!lists.empty());
    empty_->setVisible(lists.empty());
    column_->insertWidget(0, table_);
}

void HashListTable::remove(const QString& name) {
    reader_.start([name, remove = services_.remove] { return remove(name); },
                  [this, name](Status done) {
                      if (!done.ok()) {
                          Q_EMIT failed(done.error());
                      } else {
                          Q_EMIT removed(name);
                      }
                      read();
                  });
}

} // namespace moderato::widgets
