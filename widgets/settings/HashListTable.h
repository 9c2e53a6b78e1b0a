#pragma once

#include "core/usecases/NearDuplicates.h"
#include "widgets/common/LatestRead.h"

#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QVBoxLayout;

namespace moderato::widgets {

/// What the table asks of the library; called on worker threads.
struct HashListServices {
    std::function<Result<std::vector<usecases::HashList>>()> lists;
    std::function<Status(const QString& name)> remove;
};

/// The lists of known hashes that were imported: name, how many, when; each can be taken away. GUI thread.
class HashListTable : public QWidget {
    Q_OBJECT
public:
    /// `importAction`: gets another list; may be nullptr.
    HashListTable(HashListServices services, QAction* importAction, QWidget* parent = nullptr);

    void read();

Q_SIGNALS:
    void failed(const moderato::Error& error);
    /// A list was removed.
    void removed(const QString& name);

private:
    void fill(const std::vector<usecases::HashList>& lists);
    void remove(const QString& name);

    HashListServices services_;
    QWidget* table_ = nullptr;
    QLabel* empty_;
    QVBoxLayout* column_;
    LatestRead reader_;
};

} // namespace moderato::widgets
