#include "app/gui/Menus.h"

#include "widgets/common/Actions.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace moderato {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(moderato::Menus)
};

/// A page's action stands in the menu without its key: an action in a menu would be live on every page, and
/// two pages may share a key. The key is only shown.
void addPageAction(QMenu& menu, widgets::ActionTable& actions, const QString& id) {
    const QAction* action = actions.find(id);
    auto* entry = menu.addAction(action->icon(), action->text());
    const auto follow = [entry, action, &actions, id] {
        entry->setText(QStringLiteral("%1\t%2").arg(action->text(), actions.keyText(id)));
        entry->setEnabled(action->isEnabled());
    };
    QObject::connect(action, &QAction::changed, entry, follow);
    QObject::connect(entry, &QAction::triggered, &actions, [&actions, id] { actions.trigger(id); });
    follow();
}

void fill(QMenu& menu, widgets::ActionTable& actions, std::initializer_list<const char*> ids) {
    for (const char* id : ids) {
        if (*id == '-') {
            menu.addSeparator();
            continue;
        }
        const QString name = QLatin1String(id);
        if (name.endsWith(QLatin1Char('*'))) {
            for (const QString& other : actions.ids()) {
                if (other.startsWith(name.chopped(1))) {
                    menu.addAction(actions.find(other));
                }
            }
        } else if (QAction* action = actions.find(name)) {
            if (actions.spec(name).scope.isEmpty()) {
                menu.addAction(action);
            } else {
                addPageAction(menu, actions, name);
            }
        }
    }
}

} // namespace

void fillMenus(QMenuBar& bar, widgets::ActionTable& actions) {
    fill(*bar.addMenu(Text::tr("&File")), actions,
         {"file.openLibrary", "-", "file.importFiles", "file.importFolder", "file.importHashes",
           "review.importFace", "file.export", "-", "analysis.start", "analysis.pause", "analysis.failures",
           "analysis.retry", "-", "file.readerMode", "file.quit"});
    fill(*bar.addMenu(Text::tr("&Edit")), actions,
         {"review.undo", "review.redo", "-", "review.confirm", "review.correct", "review.topics",
          "review.disallow", "review.skip", "review.escalate", "-", "annotate.answer", "annotate.tags", "-",
          "window.search", "window.palette"});
    fill(*bar.addMenu(Text::tr("&View")), actions,
         {"go.*", "-", "view.themeSystem", "view.themeLight", "view.themeDark", "-", "view.larger",
          "view.smaller", "view.normal", "-", "view.fullScreen"});
    fill(*bar.addMenu(Text::tr("&Help")), actions, {"window.keys", "help.about"});
}

} // namespace moderato
