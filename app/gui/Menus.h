#pragma once

class QMenuBar;

namespace moderato {

namespace widgets {
class ActionTable;
}

/// Puts the actions into menus by their ids. An id that no page has added is left out.
void fillMenus(QMenuBar& bar, const widgets::ActionTable& actions);

} // namespace moderato
