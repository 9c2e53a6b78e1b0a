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

void fill(QMenu& menu, const widgets::ActionTable& actions, std::initializer_list<const char*> ids)
{
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
            menu.addAction(action);
        }
    }
}

} // namespace

void fillMenus(QMenuBar& bar, const widgets::ActionTable& actions)
{
    fill(*bar.addMenu(Text::tr("&File")), actions,
         {"file.openLibrary", "-", "file.importFiles", "file.importFolder", "file.export", "-", "file.quit"});
    fill(*bar.addMenu(Text::tr("&Edit")), actions,
         {"review.undo", "review.redo", "-", "review.confirm", "review.correct", "review.topics", "review.disallow", "review.skip",
          "review.escalate", "-", "window.search", "window.palette"});
    fill(*bar.addMenu(Text::tr("&View")), actions,
         {"go.*", "-", "view.themeSystem", "view.themeLight", "view.themeDark", "-", "view.larger", "view.smaller", "view.normal", "-",
          "view.fullScreen"});
    fill(*bar.addMenu(Text::tr("&Help")), actions, {"window.keys", "help.about"});
}

} // namespace moderato
