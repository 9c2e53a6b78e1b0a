#include "widgets/settings/KeyModel.h"

#include "widgets/common/Actions.h"

#include <QFont>

namespace moderato::widgets {

KeyModel::KeyModel(ActionTable& actions, QObject* parent)
    : TableModel({{tr("Action")}, {tr("Where")}, {tr("Keys")}}, parent)
    , actions_(actions) {
    read();
}

void KeyModel::read() {
    std::vector<KeyRow> rows;
    for (const QString& id : actions_.ids()) {
        QStringList keys;
        for (const QKeySequence& key : actions_.keys(id)) {
            keys << key.toString(QKeySequence::NativeText);
        }
        const ActionSpec& spec = actions_.spec(id);
        rows.push_back({id, QString(spec.text).remove(QLatin1Char('&')), spec.group,
                        keys.join(QStringLiteral("   ")), actions_.keys(id) != spec.keys});
    }
    if (int(rows.size()) != rowCount()) {
        setRows(std::move(rows));
        return;
    }
    for (int i = 0; i < int(rows.size()); ++i) {
        replaceRow(i, std::move(rows[std::size_t(i)]));
    }
}

QVariant KeyModel::cell(const KeyRow& row, int column, int role) const {
    if (role == Qt::DisplayRole) {
        return column == 0 ? row.text : column == 1 ? row.group : row.keys;
    }
    if (role == Qt::FontRole && column == 2 && row.changed) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    if (role == Qt::ToolTipRole && row.changed) {
        return tr("Changed; Reset brings the default back.");
    }
    return {};
}

} // namespace moderato::widgets
