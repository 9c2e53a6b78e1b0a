#pragma once

#include "core/base/Result.h"
#include "core/domain/Topic.h"
#include "widgets/common/ProbabilityBar.h"
#include "widgets/topics/TopicListModel.h"

#include <QFrame>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <optional>
#include <vector>

class QLineEdit;

namespace moderato::widgets {

class FlowLayout;
class TopicList;

/// Where a person gives an item its topics (S0.10): chips and a field. `#` opens the model's candidates in
/// order; typing on searches the whole topic set (on a worker thread, the latest wish wins); Enter takes,
/// Backspace removes the last, Ctrl+Z takes back, and a topic that does not exist can be made. GUI thread.
class TopicBox : public QFrame {
    Q_OBJECT
public:
    /// Finds topics by what was typed, the best first; called on a worker thread.
    using Complete = std::function<Result<std::vector<domain::Topic>>(const QString& typed, int limit)>;
    /// The same with what the person likes.
    using Find = std::function<Result<std::vector<TopicOffer>>(const QString& typed, int limit)>;

    explicit TopicBox(Complete complete, QWidget* parent = nullptr);
    explicit TopicBox(Find find, QWidget* parent = nullptr);
    ~TopicBox() override;

    /// Another item: its topics, who gave them, and the model's candidates, the most relevant first. Nothing
    /// typed or undone survives.
    void setItem(const QStringList& topics, Voice voice, std::vector<TopicOffer> candidates);
    /// New predictions for the same item: the person's topics stay.
    void setCandidates(std::vector<TopicOffer> candidates);
    const QStringList& topics() const { return topics_; }
    bool isChanged() const { return topics_ != original_; }

    /// The key #: takes the focus and opens the list.
    void openList();
    bool isListOpen() const;
    /// What is written where nothing is typed.
    void setPlaceholder(const QString& text);
    TopicList& list() { return *list_; }
    /// Column under portrait media, row under landscape; until the person chooses otherwise.
    void setPreferredOrientation(Qt::Orientation orientation);

    /// As if it had been chosen from the list; one that is there already stays once.
    void add(const QString& topic);
    void remove(const QString& topic);
    /// No topics, nothing typed, nothing to undo.
    void clear();
    bool undo();
    bool redo();

Q_SIGNALS:
    void topicsChanged(const QStringList& topics);
    /// Enter or Escape with nothing open: the person is done here.
    void finished();
    /// The list shows what was found for what is typed now.
    void listed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    bool onKey(int key, Qt::KeyboardModifiers modifiers);
    void onTyped();
    void search(const QString& typed);
    void offer(const QString& typed, const std::vector<TopicOffer>& found);
    void closeList();
    void take(const TopicOffer& offer);
    void change(const QStringList& topics);
    void showChips();
    QString typedTopic() const;

    Find find_;
    QThreadPool worker_;
    FlowLayout* flow_;
    QLineEdit* field_;
    TopicList* list_;
    QStringList original_;
    QStringList topics_;
    Voice voice_ = Voice::Decided;
    std::vector<TopicOffer> candidates_;
    std::vector<QStringList> undo_;
    std::vector<QStringList> redo_;
    quint64 latest_ = 0;     ///< The newest search; answers to older ones are dropped.
    bool searching_ = false; ///< The answer to the newest search is on its way.
    bool takeWhenFound_ = false;
    bool chosen_ = false; ///< The person has chosen column or row.
};

} // namespace moderato::widgets
