#include "widgets/common/IssueList.h"

#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace moderato::widgets {

std::vector<Issue> mergeIssues(const std::vector<Issue>& issues) {
    std::vector<Issue> merged;
    QHash<QString, std::size_t> places;
    for (const Issue& issue : issues) {
        if (const auto found = places.constFind(issue.text); found != places.cend()) {
            merged[*found].count += issue.count;
        } else {
            places.insert(issue.text, merged.size());
            merged.push_back(issue);
        }
    }
    return merged;
}

IssueModel::IssueModel(QObject* parent)
    : TableModel({{IssueList::tr("Where")},
                  {IssueList::tr("What")},
                  {IssueList::tr("Times"), Qt::AlignRight | Qt::AlignVCenter}},
                 parent) {}

QVariant IssueModel::cell(const Issue& issue, int column, int role) const {
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        switch (column) {
        case 0:
            return issue.where;
        case 1:
            return issue.text;
        default:
            return Format::number(issue.count);
        }
    }
    if (role == SortRole && column == 2) {
        return issue.count;
    }
    return {};
}

IssueList::IssueList(const QString& title, const QString& summary, std::vector<Issue> issues, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("issueList"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    resize(scaled(760), scaled(440));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    auto* text = new QLabel(summary, this);
    text->setWordWrap(true);
    setRole(text, "head");
    column->addWidget(text);

    auto* model = new IssueModel(this);
    model->setRows(mergeIssues(issues));
    auto* table = new QTableView(this);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(scaled(28));
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    table->setColumnWidth(0, scaled(240));
    table->setTextElideMode(Qt::ElideMiddle);
    connect(table, &QTableView::activated, this,
            [this, model](const QModelIndex& index) { Q_EMIT activated(model->row(index.row()).target); });
    column->addWidget(table, 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [issues = std::move(issues)] {
        QStringList lines;
        for (const Issue& issue : issues) {
            lines << QStringLiteral("%1\t%2").arg(issue.where, issue.text);
        }
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addWidget(buttons);
}

} // namespace moderato::widgets
