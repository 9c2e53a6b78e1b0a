#include "widgets/common/Actions.h"

#include "core/base/Log.h"
#include "widgets/common/Icons.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTextEdit>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace moderato::widgets {

namespace {

QString settingKey(const QString& id) {
    return QStringLiteral("keys/%1").arg(id);
}

QStringList toStrings(const QList<QKeySequence>& keys) {
    QStringList strings;
    for (const QKeySequence& key : keys) {
        strings << key.toString(QKeySequence::PortableText);
    }
    return strings;
}

QList<QKeySequence> fromStrings(const QStringList& strings) {
    QList<QKeySequence> keys;
    for (const QString& string : strings) {
        if (const auto key = QKeySequence::fromString(string, QKeySequence::PortableText); !key.isEmpty()) {
            keys << key;
        }
    }
    return keys;
}

/// Keys that mean something while typing; with Ctrl, Alt or Meta, and for the F keys, they do not.
bool belongsToText(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return false;
    }
    const int key = event.key();
    return key != Qt::Key_Escape && !(key >= Qt::Key_F1 && key <= Qt::Key_F35);
}

} // namespace

ActionTable::ActionTable(QObject* parent)
    : QObject(parent) {
    qApp->installEventFilter(this);
}

ActionTable::~ActionTable() = default;

QAction* ActionTable::add(const ActionSpec& spec, QWidget* where, Run run, EnabledWhen enabledWhen) {
    Q_ASSERT_X(!entries_.contains(spec.id), "ActionTable::add", qPrintable(spec.id));
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(spec.autoRepeat);
    action->setCheckable(spec.checkable);
    if (!spec.icon.isEmpty()) {
        action->setIcon(icon(spec.icon));
    }
    connect(action, &QAction::triggered, this, [this, id = spec.id, run = std::move(run)] {
        const auto entry = entries_.constFind(id);
        if (entry->enabledWhen && !entry->enabledWhen()) {
            refresh();
            return;
        }
        if (run) {
            run();
        }
        Q_EMIT triggered(id);
    });
    if (where) {
        where->addAction(action);
    }
    order_ << spec.id;
    Entry& entry = entries_.insert(spec.id, Entry{spec, action, std::move(enabledWhen), {}}).value();

    const QSettings settings;
    QList<QKeySequence> wanted = spec.keys;
    if (settings.contains(settingKey(spec.id))) {
        wanted = fromStrings(settings.value(settingKey(spec.id)).toStringList());
    }
    if (const auto other = clash(spec.id, wanted)) {
        // Two defaults that clash are our bug; a stored key may clash with a newer default. The first one
        // keeps it.
        qCWarning(log) << "key of" << spec.id << "is already that of" << *other;
        wanted.clear();
    }
    applyKeys(entry, wanted);
    if (entry.enabledWhen) {
        action->setEnabled(entry.enabledWhen());
    }
    return action;
}

QAction* ActionTable::addHeld(ActionSpec spec, QWidget* where, Run begin, Run end, EnabledWhen enabledWhen) {
    spec.hold = true;
    spec.autoRepeat = false;
    const QString id = spec.id;
    QAction* action = add(
        spec, where, [this, id, begin = std::move(begin)] { hold(id, begin); }, std::move(enabledWhen));
    entries_[id].end = std::move(end);
    if (where) {
        connect(where, &QObject::destroyed, this, [this, id] {
            if (held_ == id) {
                held_.clear();
            }
        });
    }
    return action;
}

void ActionTable::hold(const QString& id, const Run& begin) {
    const auto isOurs = [this](const QKeySequence& keys) { return keys[0].key() == keyDown_; };
    const auto all = keys(id);
    if (keyDown_ == 0 || std::none_of(all.begin(), all.end(), isOurs)) {
        return; // without a key that goes up again it would never end
    }
    releaseHeld();
    held_ = id;
    heldKey_ = keyDown_;
    begin();
}

void ActionTable::releaseHeld() {
    if (const QString id = std::exchange(held_, {}); !id.isEmpty()) {
        entries_[id].end();
    }
}

void ActionTable::watchHeld(QObject* watched, const QEvent& event) {
    switch (event.type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
        keyDown_ = static_cast<const QKeyEvent&>(event).key();
        break;
    case QEvent::KeyRelease: {
        const auto& key = static_cast<const QKeyEvent&>(event);
        if (!key.isAutoRepeat()) {
            keyDown_ = 0;
            if (key.key() == heldKey_) {
                releaseHeld();
            }
        }
        break;
    }
    case QEvent::Hide:
    case QEvent::WindowDeactivate:
    case QEvent::ApplicationDeactivate: {
        const QAction* action = held_.isEmpty() ? nullptr : find(held_);
        const bool everywhere = event.type() == QEvent::ApplicationDeactivate;
        const auto isWhere = [&](const QObject* object) {
            const auto* widget = qobject_cast<const QWidget*>(object);
            return widget && (widget == watched || widget->window() == watched);
        };
        const auto places = action ? action->associatedObjects() : QObjectList();
        if (everywhere || std::any_of(places.begin(), places.end(), isWhere)) {
            keyDown_ = 0;
            releaseHeld();
        }
        break;
    }
    default:
        break;
    }
}

QAction* ActionTable::find(const QString& id) const {
    return entries_.value(id).action;
}

bool ActionTable::trigger(const QString& id) {
    const auto entry = entries_.constFind(id);
    if (entry == entries_.cend() || !entry->action->isEnabled() ||
        (entry->enabledWhen && !entry->enabledWhen())) {
        return false;
    }
    entry->action->trigger();
    return true;
}

const ActionSpec& ActionTable::spec(const QString& id) const {
    static const ActionSpec none;
    const auto entry = entries_.constFind(id);
    return entry == entries_.cend() ? none : entry->spec;
}

QList<QKeySequence> ActionTable::keys(const QString& id) const {
    const QAction* action = find(id);
    return action ? action->shortcuts() : QList<QKeySequence>();
}

QString ActionTable::keyText(const QString& id) const {
    const auto all = keys(id);
    return all.isEmpty() ? QString() : all.first().toString(QKeySequence::NativeText);
}

std::optional<QString> ActionTable::clash(const QString& id, const QList<QKeySequence>& keys) const {
    const QString scope = spec(id).scope;
    for (const QString& otherId : order_) {
        const Entry& other = *entries_.constFind(otherId);
        const bool bothLive = scope.isEmpty() || other.spec.scope.isEmpty() || scope == other.spec.scope;
        if (otherId == id || !bothLive) {
            continue;
        }
        for (const QKeySequence& key : keys) {
            for (const QKeySequence& taken : other.action->shortcuts()) {
                // "G" also clashes with "G, R": the longer one would never be reached.
                if (taken.matches(key) != QKeySequence::NoMatch ||
                    key.matches(taken) != QKeySequence::NoMatch) {
                    return otherId;
                }
            }
        }
    }
    return std::nullopt;
}

std::optional<QString> ActionTable::setKeys(const QString& id, const QList<QKeySequence>& keys) {
    const auto entry = entries_.find(id);
    if (entry == entries_.end()) {
        return std::nullopt;
    }
    if (const auto other = clash(id, keys)) {
        return other;
    }
    QSettings settings;
    if (keys == entry->spec.keys) {
        settings.remove(settingKey(id));
    } else {
        settings.setValue(settingKey(id), toStrings(keys));
    }
    applyKeys(*entry, keys);
    return std::nullopt;
}

std::optional<QString> ActionTable::resetKeys(const QString& id) {
    return setKeys(id, spec(id).keys);
}

void ActionTable::resetAll() {
    QSettings settings;
    settings.remove(QStringLiteral("keys"));
    for (const QString& id : order_) {
        entries_[id].action->setShortcuts(QList<QKeySequence>());
    }
    for (const QString& id : order_) {
        applyKeys(entries_[id], entries_[id].spec.keys);
    }
}

void ActionTable::refresh() {
    for (const Entry& entry : std::as_const(entries_)) {
        if (entry.enabledWhen) {
            entry.action->setEnabled(entry.enabledWhen());
        }
    }
}

bool ActionTable::takesText(const QWidget* widget) {
    if (!widget || !widget->isEnabled()) {
        return false;
    }
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
        return !line->isReadOnly();
    }
    if (const auto* text = qobject_cast<const QTextEdit*>(widget)) {
        return !text->isReadOnly();
    }
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget)) {
        return !text->isReadOnly();
    }
    if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
        return combo->isEditable();
    }
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
}

bool ActionTable::eventFilter(QObject* watched, QEvent* event) {
    watchHeld(watched, *event);
    // Qt's own text fields claim letters but leave Return, arrows and others to shortcuts; here all of them
    // are the field's.
    if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType() &&
        takesText(static_cast<QWidget*>(watched)) && belongsToText(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void ActionTable::applyKeys(Entry& entry, const QList<QKeySequence>& keys) {
    entry.action->setShortcuts(keys);
    const QString what = entry.spec.hint.isEmpty() ? entry.spec.text : entry.spec.hint;
    const QString key = keyText(entry.spec.id);
    entry.action->setToolTip(key.isEmpty() ? what : QStringLiteral("%1  (%2)").arg(what, key));
    Q_EMIT keysChanged(entry.spec.id);
}

} // namespace moderato::widgets
