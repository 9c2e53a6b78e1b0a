#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace moderato::widgets {

/// One thing a person can do: a row of the table of actions.
struct ActionSpec {
    QString id;               ///< Stable: "review.confirm".
    QString text;             ///< Translated, a short verb: "Confirm".
    QList<QKeySequence> keys; ///< Default keys; all of them work, the first is shown.
    QString icon;             ///< Name of the icon set; may be empty.
    QString group; ///< Translated heading in the shortcut sheet, the palette and the key editor: "Review".
    QString scope; ///< Page id whose keys they are ("review"); empty: the whole window.
    QString hint;  ///< Translated sentence for the tool tip; may be empty.
    bool autoRepeat = false; ///< Holding the key repeats it (frame steps, seeking).
    bool checkable = false;
    bool hold = false; ///< Lasts while its key is held; see `addHeld`.
};

/// The one table of actions: menus, buttons, keys, palette, shortcut sheet, settings and tests find them by
/// id. It owns the QActions; `add` gives each its key, icon and what it runs, and attaches it to the widget
/// that must be visible for its keys to work (a page or the window). Changed keys live in QSettings under
/// "keys/<id>". Two actions may share a key only in different page scopes. Letter keys never fire while a
/// text field has the focus. GUI thread only.
class ActionTable : public QObject {
    Q_OBJECT
public:
    using Run = std::function<void()>;
    using EnabledWhen = std::function<bool()>;

    explicit ActionTable(QObject* parent = nullptr);
    ~ActionTable() override;

    /// `where`: the page or window whose being visible makes the keys live. `enabledWhen` is asked by
    /// `refresh()` and right before it runs; without it the caller may set the QAction's enabled state
    /// itself.
    QAction* add(const ActionSpec& spec, QWidget* where, Run run, EnabledWhen enabledWhen = {});

    /// Something that lasts while its key is held: `begin` when it goes down, `end` when it goes up, when the
    /// window loses the keys or hides `where`, and when `releaseHeld` says so. Nothing begins without a key,
    /// so that menus and the palette do not offer it.
    QAction* addHeld(ActionSpec spec, QWidget* where, Run begin, Run end, EnabledWhen enabledWhen = {});
    /// Ends what is being held, whatever the key does.
    void releaseHeld();
    bool isHeld(const QString& id) const { return held_ == id && !id.isEmpty(); }

    /// Nothing of that id: nullptr.
    QAction* find(const QString& id) const;
    /// Runs it if it is enabled. → whether it ran
    bool trigger(const QString& id);
    /// In the order in which they were added.
    QStringList ids() const { return order_; }
    const ActionSpec& spec(const QString& id) const;
    QList<QKeySequence> keys(const QString& id) const;
    /// The first key as people read it ("C", "Ctrl+Z"); empty: none.
    QString keyText(const QString& id) const;

    /// The action that already has one of these keys where both could fire; nothing: free.
    std::optional<QString> clash(const QString& id, const QList<QKeySequence>& keys) const;
    /// Changes and stores the keys. Refused (nothing changes) on a clash: → the id it clashes with.
    std::optional<QString> setKeys(const QString& id, const QList<QKeySequence>& keys);
    /// Back to the default keys, unless another action has one of them now: → that action's id.
    std::optional<QString> resetKeys(const QString& id);
    void resetAll();

    /// Asks every `enabledWhen` again; pages call it after anything that matters to it.
    void refresh();

    /// Whether typing goes into a text field when this widget has the focus.
    static bool takesText(const QWidget* widget);

Q_SIGNALS:
    void keysChanged(const QString& id);
    void triggered(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        ActionSpec spec;
        QAction* action = nullptr;
        EnabledWhen enabledWhen;
        Run end; ///< Of a held one.
    };
    void hold(const QString& id, const Run& begin);
    void watchHeld(QObject* watched, const QEvent& event);
    void applyKeys(Entry& entry, const QList<QKeySequence>& keys);

    QHash<QString, Entry> entries_;
    QStringList order_;
    int keyDown_ = 0; ///< The last key that went down and is not up yet.
    QString held_;    ///< Id of what is being held; empty: nothing.
    int heldKey_ = 0;
};

} // namespace moderato::widgets
