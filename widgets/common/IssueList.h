#pragma once

#include "widgets/common/TableModel.h"

#include <QDialog>
#include <QVariant>

namespace moderato::widgets {

/// A problem of a batch: what, where, how often.
struct Issue {
    QString where; ///< "posts.jsonl, line 12"; the first place where it is repeated.
    QString text;  ///< What is wrong and what to do.
    qint64 count = 1;
    QVariant target; ///< What `activated` gives back: a path, an id.

    bool operator==(const Issue&) const = default;
};

/// Puts repeats of the same text together and counts them; the order of first appearance stays.
std::vector<Issue> mergeIssues(const std::vector<Issue>& issues);

class IssueModel : public TableModel<Issue> {
public:
    explicit IssueModel(QObject* parent = nullptr);

protected:
    QVariant cell(const Issue& issue, int column, int role) const override;
};

/// The problems of an import, an export, a run: a list that jumps to the cause and counts repeats. Not modal;
/// deletes itself.
class IssueList : public QDialog {
    Q_OBJECT
public:
    IssueList(const QString& title, const QString& summary, std::vector<Issue> issues,
              QWidget* parent = nullptr);

Q_SIGNALS:
    void activated(const QVariant& target);
};

} // namespace moderato::widgets
