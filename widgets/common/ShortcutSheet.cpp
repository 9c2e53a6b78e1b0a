#include "widgets/common/ShortcutSheet.h"

#include "widgets/common/Actions.h"
#include "widgets/common/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace moderato::widgets {

namespace {

/// One group: its heading and a line an action, text at the left, keys at the right.
QWidget* groupBox(ActionTable& actions, const QString& group, const QStringList& ids, QWidget* parent) {
    auto* box = new QWidget(parent);
    auto* lines = new QGridLayout(box);
    lines->setContentsMargins(0, 0, 0, 2 * grid);
    lines->setHorizontalSpacing(2 * grid);
    lines->setVerticalSpacing(halfGrid);
    lines->setColumnStretch(0, 1);
    auto* heading = new QLabel(group, box);
    setRole(heading, "head");
    lines->addWidget(heading, 0, 0, 1, 2);
    int row = 1;
    for (const QString& id : ids) {
        auto* text = new QLabel(actions.find(id)->text().remove(QLatin1Char('&')), box);
        lines->addWidget(text, row, 0);
        auto* keys = new QWidget(box);
        auto* keyRow = new QHBoxLayout(keys);
        keyRow->setContentsMargins(0, 0, 0, 0);
        keyRow->setSpacing(halfGrid);
        keyRow->addStretch(1);
        for (const QKeySequence& key : actions.keys(id)) {
            auto* cap = new QLabel(key.toString(QKeySequence::NativeText), keys);
            setRole(cap, "key");
            keyRow->addWidget(cap);
        }
        lines->addWidget(keys, row, 1);
        ++row;
    }
    return box;
}

} // namespace

ShortcutSheet::ShortcutSheet(ActionTable& actions, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    resize(std::min(scaled(1040), parent ? parent->width() - 8 * grid : scaled(1040)),
           std::min(scaled(760), parent ? parent->height() - 8 * grid : scaled(760)));

    QStringList groups;
    QHash<QString, QStringList> byGroup;
    for (const QString& id : actions.ids()) {
        if (actions.keys(id).isEmpty()) {
            continue;
        }
        const QString group = actions.spec(id).group;
        if (!byGroup.contains(group)) {
            groups << group;
        }
        byGroup[group] << id;
    }

    auto* inside = new QWidget(this);
    auto* columns = new QHBoxLayout(inside);
    columns->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    columns->setSpacing(5 * grid);
    // Whole groups, each into the column that is the shortest so far.
    constexpr int columnCount = 3;
    QVBoxLayout* column[columnCount];
    qsizetype lines[columnCount] = {};
    for (auto& layout : column) {
        layout = new QVBoxLayout;
        columns->addLayout(layout, 1);
    }
    for (const QString& group : groups) {
        const auto shortest = std::min_element(std::begin(lines), std::end(lines)) - std::begin(lines);
        column[shortest]->addWidget(groupBox(actions, group, byGroup[group], inside), 0, Qt::AlignTop);
        lines[shortest] += byGroup[group].size() + 2;
    }
    for (auto* layout : column) {
        layout->addStretch(1);
    }

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    inside->setProperty("ground", "surface");
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    auto* hint = new QLabel(tr("Every key can be changed under Settings."), this);
    hint->setContentsMargins(3 * grid, grid, 3 * grid, grid);
    setRole(hint, "small");
    outer->addWidget(hint);
}

} // namespace moderato::widgets
