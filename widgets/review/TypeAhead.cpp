#include "widgets/review/TypeAhead.h"

#include "widgets/common/Actions.h"
#include "widgets/review/ReasonStrip.h"

#include <QApplication>

namespace moderato::widgets {
namespace {

bool isModifier(int key) {
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == 0 || key == Qt::Key_unknown;
}

} // namespace

TypeAhead::TypeAhead(ActionTable& actions, const QString& pageId, QWidget* page)
    : QObject(page)
    , actions_(actions)
    , pageId_(pageId)
    , page_(page) {}

void TypeAhead::hold() {
    if (!holding_) {
        holding_ = true;
        qApp->installEventFilter(this);
    }
}

void TypeAhead::release() {
    if (!holding_) {
        return;
    }
    holding_ = false;
    qApp->removeEventFilter(this);
    while (!kept_.empty() && !holding_) {
        const Kept next = std::move(kept_.front());
        kept_.pop_front();
        give(next);
    }
}

void TypeAhead::addAction(const QString& id) {
    kept_.push_back(id);
}

bool TypeAhead::eventFilter(QObject* watched, QEvent* event) {
    if (!watched->isWidgetType() || !page_->isVisible() ||
        static_cast<QWidget*>(watched)->window() != page_->window()) {
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // comes back as a key press, which is kept
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!isModifier(key->key()) && !key->isAutoRepeat()) {
            kept_.push_back(std::shared_ptr<QKeyEvent>(key->clone()));
        }
        return true;
    }
    return event->type() == QEvent::KeyRelease;
}

QString TypeAhead::actionFor(const QKeyEvent& key) const {
    const auto modifiers = key.modifiers() & ~Qt::KeypadModifier;
    QList<QKeySequence> meanings{QKeySequence(int(modifiers) | key.key())};
    if ((modifiers & Qt::ShiftModifier) && (key.key() < Qt::Key_A || key.key() > Qt::Key_Z)) {
        meanings << QKeySequence(int(modifiers & ~Qt::ShiftModifier) |
                                 key.key()); // "#" needs Shift on many keyboards
    }
    for (const QString& id : actions_.ids()) {
        const QString& scope = actions_.spec(id).scope;
        if (!scope.isEmpty() && scope != pageId_) {
            continue;
        }
        for (const QKeySequence& own : actions_.keys(id)) {
            if (meanings.contains(own)) {
                return id;
            }
        }
    }
    return {};
}

void TypeAhead::give(const Kept& kept) {
    if (const auto* id = std::get_if<QString>(&kept)) {
        actions_.trigger(*id);
        return;
    }
    QKeyEvent& key = *std::get<std::shared_ptr<QKeyEvent>>(kept);
    QWidget* focus = page_->window()->focusWidget();
    if (ActionTable::takesText(focus) || qobject_cast<ReasonStrip*>(focus)) {
        QCoreApplication::sendEvent(focus, &key);
        return;
    }
    if (const QString id = actionFor(key); !id.isEmpty()) {
        actions_.trigger(id);
    } else if (focus) {
        QCoreApplication::sendEvent(focus, &key);
    }
}

} // namespace moderato::widgets
