#pragma once

#include "core/domain/Ids.h"

#include <QWidget>

namespace moderato::widgets {

/// A place on the rail. The window lays pages out, shows their name and routes what they ask for; it knows
/// nothing of what they do. A page adds its actions to the table itself, with its id as scope. GUI thread;
/// owned by the window's stack.
class Page : public QWidget {
    Q_OBJECT
public:
    /// `id`: "review"; `title`: translated; `iconName`: of the icon set.
    Page(const QString& id, const QString& title, const QString& iconName, QWidget* parent = nullptr);

    const QString& id() const { return id_; }
    const QString& title() const { return title_; }
    const QString& iconName() const { return iconName_; }

    /// The page has come to the front / has left it (a video should pause).
    virtual void activated() {}
    virtual void deactivated() {}
    /// Another page asks to see this item here. → whether this page can show items
    virtual bool showItem(domain::ContentId id);
    /// The library has changed underneath (import, other versions in service): read again what is shown,
    /// without losing the place.
    virtual void reload() {}
    /// Text of the window's search field, as it is typed. → whether this page searches
    virtual bool search(const QString& text);

Q_SIGNALS:
    /// Show the item on the page named ("review").
    void itemRequested(moderato::domain::ContentId id, const QString& pageId);
    /// What the status bar says of this page on the left: "12 of 340".
    void placeChanged(const QString& text);
    /// "saved" / "saving…" in the status bar.
    void saveStateChanged(const QString& text);
    /// The library's content, decisions or versions changed because of this page: other pages should read
    /// again.
    void libraryChanged();

private:
    QString id_;
    QString title_;
    QString iconName_;
};

} // namespace moderato::widgets
