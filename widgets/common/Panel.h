#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QPushButton;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;

namespace moderato::widgets {

/// An evidence card: a title with its letter, a line that says model, version and when, and a body. Without
/// data it is one line that says what is missing, with the action that gets it. Folding is kept in QSettings
/// by the panel's id. While data loads it keeps what it shows: nothing jumps.
class Panel : public QFrame {
    Q_OBJECT
public:
    /// `key`: the letter shown before the title; may be empty.
    Panel(const QString& id, const QString& title, const QString& key = {}, QWidget* parent = nullptr);

    const QString& id() const { return id_; }
    QString title() const;
    void setKey(const QString& key);
    /// "category-3 · 2 min ago"; empty: no line.
    void setModelLine(const QString& text);
    /// The verdict or count at the right of the title, "3"; may be empty.
    void setSummary(const QString& text);
    /// The body's layout, to fill.
    QVBoxLayout* body() const { return bodyLayout_; }

    /// Shows one line in place of the body. `action`: what gets the data; may be nullptr.
    void showEmpty(const QString& text, QAction* action = nullptr);
    void showBody();
    bool isEmpty() const { return empty_; }

    void setFolded(bool folded);
    bool isFolded() const { return folded_; }
    /// Whether it starts folded where the person has not chosen.
    void setFoldedByDefault(bool folded);

Q_SIGNALS:
    void foldedChanged(bool folded);

private:
    void arrange();

    QString id_;
    QToolButton* fold_;
    QLabel* key_;
    QLabel* title_;
    QLabel* summary_;
    QLabel* modelLine_;
    QWidget* bodyWidget_;
    QVBoxLayout* bodyLayout_;
    QWidget* emptyWidget_;
    QLabel* emptyText_;
    QPushButton* emptyAction_;
    QAction* action_ = nullptr;
    bool folded_ = false;
    bool empty_ = false;
};

} // namespace moderato::widgets
