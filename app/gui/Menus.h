#pragma once

class QMenuBar;

namespace moderato {

namespace widgets {
class ActionTable;
}

/// Puts the actions into menus by their ids. An id that no page has added is left out; `actions` outlives the
/// bar.
void fillMenus(QMenuBar& bar, widgets::ActionTable& actions);

} // namespace moderato
