#include "widgets/common/StyleSheet.h"

#include "widgets/common/Theme.h"

namespace moderato::widgets {

namespace {

// @name is a token, #12 (a number after #px) a size at the person's scale.
constexpr const char* sheet = R"(
QToolTip { background: @raised; color: @text; border: 1px solid @lineStrong; padding: 4px 6px; }
QWidget[role="title"] { font-size: @px20; font-weight: 600; }
QWidget[role="head"] { font-size: @px15; font-weight: 600; }
QWidget[role="strong"] { font-weight: 600; }
QWidget[role="small"] { font-size: @px12; color: @textMuted; }
QWidget[role="muted"] { color: @textMuted; }
QWidget[role="danger"] { color: @dangerText; }
QWidget[role="success"] { color: @successText; }
QLabel[role="key"] { font-size: @px12; color: @textMuted; background: @raised; border: 1px solid @line;
    border-radius: 4px; padding: 0px 5px; }
QLabel[badge="true"] { font-size: @px12; color: @text; background: @surface; border: 1px solid @lineStrong;
    border-radius: 4px; padding: 2px 8px; }

QFrame[card="true"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
QWidget[ground="window"] { background: @window; }
QWidget[ground="surface"] { background: @surface; }

QPushButton { background: @surface; color: @text; border: 1px solid @lineStrong; border-radius: 6px;
    padding: 4px 12px; min-height: @px20; }
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @line; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @textFaint; border-color: @line; background: transparent; }
QPushButton:default, QPushButton[emphasis="primary"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[emphasis="primary"]:disabled { background: transparent; color: @textFaint; border-color: @line; }
QPushButton[emphasis="quiet"] { border-color: transparent; background: transparent; }
QPushButton[emphasis="quiet"]:hover { background: @raised; }
QPushButton[emphasis="link"] { border: none; background: transparent; color: @accentText; padding: 2px 4px; text-align: left; }
QPushButton[emphasis="link"]:hover { text-decoration: underline; }
QPushButton[emphasis="link"]:disabled { color: @textFaint; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px; color: @text; background: transparent; }
QToolButton:hover { background: @raised; }
QToolButton:checked { background: @accentSoft; }
QToolButton:focus { border-color: @accent; }
QToolButton:disabled { color: @textFaint; }

QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QPlainTextEdit, QTextEdit[input="true"] { background: @field; color: @text;
    border: 1px solid @lineStrong; border-radius: 6px; padding: 3px 8px; selection-background-color: @accent;
    selection-color: @onAccent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit { min-height: @px20; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus, QPlainTextEdit:focus, QTextEdit[input="true"]:focus { border-color: @accent; }
QLineEdit:disabled, QSpinBox:disabled, QDateEdit:disabled { color: @textFaint; border-color: @line; }
QComboBox { background: @surface; color: @text; border: 1px solid @lineStrong; border-radius: 6px; padding: 3px 8px;
    min-height: @px20; }
QComboBox:hover { background: @raised; }
QComboBox:focus { border-color: @accent; }
QComboBox:disabled { color: @textFaint; border-color: @line; }
QComboBox::drop-down { border: none; width: @px20; }
QComboBox::down-arrow { image: url(:/moderato/icons/@chevron.svg); width: @px12; height: @px12; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @lineStrong; padding: 4px;
    selection-background-color: @accentSoft; selection-color: @text; outline: 0; }

QAbstractItemView { background: @surface; color: @text; border: none; outline: 0; selection-background-color: @accentSoft;
    selection-color: @text; alternate-background-color: @surface; gridline-color: @line; }
QTableView::item, QListView::item, QTreeView::item { padding: 0px 8px; border: none; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: @accentSoft; color: @text; }
QListView::item:hover:!selected { background: @window; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @textMuted; font-size: @px12; border: none;
    border-bottom: 1px solid @line; padding: 4px 8px; }
QHeaderView::down-arrow { image: url(:/moderato/icons/@chevron.svg); }
QHeaderView::up-arrow { image: url(:/moderato/icons/@upwards.svg); }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 10px; height: 10px; subcontrol-origin: margin; subcontrol-position: top center; }
QTableCornerButton::section { background: @surface; border: none; }

QMenuBar { background: @window; color: @text; border: none; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @surface; color: @text; border: 1px solid @lineStrong; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @textFaint; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: @accent; }
QStatusBar { background: @window; color: @textMuted; border-top: 1px solid @line; }
QStatusBar::item { border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @lineStrong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @textMuted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }

QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar::tab { background: transparent; color: @textMuted; border: none; border-bottom: 2px solid transparent; padding: 6px 12px; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; }
QTabBar::tab:disabled { color: @textFaint; }
QTabBar { outline: none; }
QTabBar::tab:focus { border: 1px solid @accent; border-bottom: 2px solid @accent; border-radius: 4px; padding: 5px 11px 6px 11px; }
QProgressBar { background: @raised; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; background: @lineStrong; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; background: @accent; }
QCheckBox, QRadioButton { spacing: 8px; }
QCheckBox::indicator, QTableView::indicator { width: @px13; height: @px13; border: 1px solid @lineStrong; border-radius: 4px; background: @field; }
QCheckBox::indicator:hover, QTableView::indicator:hover { border-color: @accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked { background: @accent; border-color: @accent; image: url(:/moderato/icons/@mark.svg); }
QCheckBox::indicator:disabled { background: transparent; border-color: @line; }
QGroupBox { border: none; font-weight: 600; margin-top: @px20; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
)";

} // namespace

QString styleSheet(const Tokens& t, double fontScale) {
    // Longer names first: @accent must not eat the beginning of @accentSoft.
    const std::pair<const char*, QColor> colors[] = {
        {"@accentSoft", t.accentSoft},
        {"@accentText", t.accentText},
        {"@accent", t.accent},
        {"@dangerSoft", t.dangerSoft},
        {"@dangerText", t.dangerText},
        {"@danger", t.danger},
        {"@lineStrong", t.lineStrong},
        {"@line", t.line},
        {"@onAccent", t.onAccent},
        {"@onDanger", t.onDanger},
        {"@successText", t.successText},
        {"@surface", t.surface},
        {"@textFaint", t.textFaint},
        {"@textMuted", t.textMuted},
        {"@text", t.text},
        {"@raised", t.raised},
        {"@window", t.window},
        {"@field", t.field},
    };
    QString text = QString::fromLatin1(sheet);
    for (const auto& [name, color] : colors) {
        text.replace(QLatin1String(name), color.name());
    }
    for (const int size : {12, 13, 15, 20}) {
        text.replace(QStringLiteral("@px%1").arg(size), QStringLiteral("%1px").arg(qRound(size * fontScale)));
    }
    text.replace(QLatin1String("@mark"),
                 t.dark ? QStringLiteral("check-mark-dark") : QStringLiteral("check-mark"));
    text.replace(QLatin1String("@chevron"),
                 t.dark ? QStringLiteral("chevron-down-dark") : QStringLiteral("chevron-down"));
    text.replace(QLatin1String("@upwards"),
                 t.dark ? QStringLiteral("chevron-up-dark") : QStringLiteral("chevron-up"));
    return text;
}

} // namespace moderato::widgets
