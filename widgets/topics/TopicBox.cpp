#include "widgets/topics/TopicBox.h"

#include "widgets/common/Chip.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Theme.h"
#include "widgets/topics/TopicList.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSettings>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr int foundLimit = 40;
constexpr auto orientationKey = "topics/listOrientation";

TopicBox::Find offersOf(TopicBox::Complete complete) {
    return
        [complete = std::move(complete)](const QString& typed, int limit) -> Result<std::vector<TopicOffer>> {
            const auto found = complete(typed, limit);
            if (!found.ok()) {
                return found.error();
            }
            std::vector<TopicOffer> offers;
            for (const domain::Topic& topic : *found) {
                offers.push_back({.name = topic.name, .uses = topic.useCount});
            }
            return offers;
        };
}

} // namespace

TopicBox::TopicBox(Complete complete, QWidget* parent)
    : TopicBox(offersOf(std::move(complete)), parent) {}

TopicBox::TopicBox(Find find, QWidget* parent)
    : QFrame(parent)
    , find_(std::move(find))
    , flow_(new FlowLayout(this, halfGrid))
    , field_(new QLineEdit)
    , list_(new TopicList(this)) {
    setObjectName(QStringLiteral("TopicBox"));
    setAccessibleName(tr("Topics"));
    setFocusProxy(field_);
    setCursor(Qt::IBeamCursor);
    worker_.setMaxThreadCount(1);
    flow_->setContentsMargins(halfGrid, halfGrid, halfGrid, halfGrid);
    field_->setFrame(false);
    field_->setPlaceholderText(tr("# Topic"));
    field_->setAccessibleName(tr("Topic to add"));
    field_->setMinimumWidth(scaled(90));
    field_->setStyleSheet(
        QStringLiteral("QLineEdit { border: none; background: transparent; padding: 2px; }"));
    field_->installEventFilter(this);
    flow_->addWidget(field_);
    connect(field_, &QLineEdit::textEdited, this, &TopicBox::onTyped);
    connect(list_, &TopicList::taken, this, &TopicBox::take);
    connect(list_, &TopicList::orientationChosen, this, [this](Qt::Orientation orientation) {
        chosen_ = true;
        QSettings().setValue(QLatin1String(orientationKey), int(orientation));
    });
    if (const QVariant kept = QSettings().value(QLatin1String(orientationKey)); kept.isValid()) {
        chosen_ = true;
        list_->setOrientation(kept.toInt() == Qt::Horizontal ? Qt::Horizontal : Qt::Vertical);
    }
}

TopicBox::~TopicBox() {
    worker_.clear();
    worker_.waitForDone();
}

void TopicBox::setItem(const QStringList& topics, Voice voice, std::vector<TopicOffer> candidates) {
    closeList();
    field_->clear();
    undo_.clear();
    redo_.clear();
    original_ = topics;
    candidates_ = std::move(candidates);
    const bool same = topics_ == topics && voice_ == voice;
    topics_ = topics;
    voice_ = voice;
    if (!same) {
        showChips();
    }
}

void TopicBox::setCandidates(std::vector<TopicOffer> candidates) {
    candidates_ = std::move(candidates);
    if (isListOpen()) {
        onTyped();
    }
}

void TopicBox::openList() {
    field_->setFocus(Qt::ShortcutFocusReason);
    if (field_->text().isEmpty()) {
        field_->setText(QStringLiteral("#"));
    }
    onTyped();
}

void TopicBox::setPlaceholder(const QString& text) {
    field_->setPlaceholderText(text);
}

bool TopicBox::isListOpen() const {
    return !list_->isHidden();
}

void TopicBox::setPreferredOrientation(Qt::Orientation orientation) {
    if (!chosen_ && list_->orientation() != orientation) {
        list_->setOrientation(orientation);
    }
}

QString TopicBox::typedTopic() const {
    QString typed = field_->text().simplified();
    while (typed.startsWith(QLatin1Char('#')) ||
           typed.startsWith(QChar(0xff03))) { // ＃ as Chinese keyboards write it
        typed.remove(0, 1);
    }
    return typed.trimmed();
}

void TopicBox::onTyped() {
    if (field_->text().isEmpty()) {
        closeList();
        return;
    }
    search(typedTopic());
}

void TopicBox::search(const QString& typed) {
    const quint64 wish = ++latest_;
    takeWhenFound_ = false;
    if (typed.isEmpty()) { // "#" alone: the candidates are here already; without any, recent and much used
                           // ones are asked for
        offer(typed, {});
        if (!candidates_.empty()) {
            searching_ = false;
            return;
        }
    }
    searching_ = true;
    worker_.clear();                                  // older wishes that have not begun
    worker_.start([this, find = find_, typed, wish] { // the destructor waits for it
        auto found = find(typed, foundLimit);
        QMetaObject::invokeMethod(
            this,
            [this, wish, typed, found = std::move(found)] {
                if (wish != latest_) {
                    return;
                }
                searching_ = false;
                offer(typed, found.ok() ? *found : std::vector<TopicOffer>());
                Q_EMIT listed();
                if (std::exchange(takeWhenFound_, false) && list_->current()) {
                    take(TopicOffer(*list_->current()));
                }
            },
            Qt::QueuedConnection);
    });
}

/// Candidates while nothing is typed; else what was found, the model's score beside it where it has one, and
/// the topic that could be made.
void TopicBox::offer(const QString& typed, const std::vector<TopicOffer>& found) {
    const auto isChosen = [this](const QString& name) { return topics_.contains(name, Qt::CaseInsensitive); };
    std::vector<TopicOffer> offers;
    if (typed.isEmpty()) {
        std::copy_if(candidates_.begin(), candidates_.end(), std::back_inserter(offers),
                     [&](const TopicOffer& candidate) { return !isChosen(candidate.name); });
    }
    const bool fromModel = !offers.empty();
    bool exists = isChosen(typed);
    for (const TopicOffer& topic : found) {
        exists = exists || topic.name.compare(typed, Qt::CaseInsensitive) == 0;
        if (isChosen(topic.name) || std::any_of(offers.begin(), offers.end(),
                                                [&](const TopicOffer& o) { return o.name == topic.name; })) {
            continue;
        }
        TopicOffer known = topic;
        const auto candidate = std::find_if(candidates_.begin(), candidates_.end(),
                                            [&](const TopicOffer& c) { return c.name == topic.name; });
        if (candidate != candidates_.end()) {
            known.score = candidate->score;
        }
        offers.push_back(known);
    }
    if (!typed.isEmpty() && !exists) {
        offers.push_back({.name = typed, .isNew = true});
    }
    if (offers.empty()) {
        list_->hide();
        return;
    }
    list_->setOffers(std::move(offers), fromModel         ? tr("What the model suggests")
                                        : typed.isEmpty() ? tr("Recent and much used")
                                                          : tr("All topics"));
    list_->open();
}

void TopicBox::closeList() {
    ++latest_;
    searching_ = takeWhenFound_ = false;
    list_->hide();
}

void TopicBox::take(const TopicOffer& offer) {
    const QString name = offer.name;
    field_->clear();
    closeList();
    add(name);
    field_->setFocus();
}

void TopicBox::add(const QString& topic) {
    if (!topic.isEmpty() && !topics_.contains(topic, Qt::CaseInsensitive)) {
        change(topics_ + QStringList{topic});
    }
}

void TopicBox::remove(const QString& topic) {
    QStringList rest = topics_;
    if (rest.removeIf([&](const QString& one) { return one.compare(topic, Qt::CaseInsensitive) == 0; }) > 0) {
        change(rest);
    }
}

void TopicBox::clear() {
    setItem({}, voice_, candidates_);
}

void TopicBox::change(const QStringList& topics) {
    undo_.push_back(topics_);
    redo_.clear();
    topics_ = topics;
    showChips();
    Q_EMIT topicsChanged(topics_);
}

bool TopicBox::undo() {
    if (undo_.empty()) {
        return false;
    }
    redo_.push_back(std::exchange(topics_, undo_.back()));
    undo_.pop_back();
    showChips();
    Q_EMIT topicsChanged(topics_);
    return true;
}

bool TopicBox::redo() {
    if (redo_.empty()) {
        return false;
    }
    undo_.push_back(std::exchange(topics_, redo_.back()));
    redo_.pop_back();
    showChips();
    Q_EMIT topicsChanged(topics_);
    return true;
}

void TopicBox::showChips() {
    while (flow_->count() > 1) { // all but the field, which stays last
        QLayoutItem* item = flow_->takeAt(0);
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QLayoutItem* field = flow_->takeAt(0);
    for (const QString& topic : topics_) {
        auto* chip = new Chip({.text = QLatin1Char('#') + topic,
                               .voice = isChanged() ? Voice::Decided : voice_,
                               .color = {},
                               .score = -1,
                               .letter = {}});
        chip->setRemovable(true);
        chip->setFocusPolicy(Qt::NoFocus);
        connect(chip, &Chip::removeRequested, this, [this, topic] {
            QStringList rest = topics_;
            rest.removeOne(topic);
            change(rest);
        });
        flow_->addWidget(chip);
        chip->show();
    }
    flow_->addItem(field);
    flow_->invalidate();
    updateGeometry();
    QMetaObject::invokeMethod(list_, &TopicList::place, Qt::QueuedConnection);
}

bool TopicBox::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            update();
        }
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
                key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter ||
                key->text() == QLatin1String("#")) {
                event->accept(); // the box's own, not the page's
                return true;
            }
        } else if (event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (key->matches(QKeySequence::Undo) && field_->text().isEmpty()) {
                undo();
                return true;
            }
            if (key->matches(QKeySequence::Redo) && field_->text().isEmpty()) {
                redo();
                return true;
            }
            return onKey(key->key(), key->modifiers());
        } else if (event->type() == QEvent::FocusOut &&
                   static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
            closeList();
            if (field_->text() == QLatin1String("#")) {
                field_->clear();
            }
        }
    }
    return QFrame::eventFilter(watched, event);
}

bool TopicBox::onKey(int key, Qt::KeyboardModifiers modifiers) {
    const bool column = list_->orientation() == Qt::Vertical;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (searching_ && !typedTopic().isEmpty()) {
            takeWhenFound_ = true; // the answer is on its way; the key is not lost
        } else if (isListOpen() && list_->current()) {
            take(TopicOffer(*list_->current()));
        } else {
            field_->clear();
            closeList();
            Q_EMIT finished();
        }
        return true;
    case Qt::Key_Escape:
        if (isListOpen()) {
            field_->clear();
            closeList();
        } else {
            field_->clear();
            Q_EMIT finished();
        }
        return true;
    case Qt::Key_Backspace:
        if (field_->text().isEmpty() && !topics_.isEmpty()) {
            change(topics_.mid(0, topics_.size() - 1));
            return true;
        }
        return false;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!isListOpen()) {
            openList();
        } else {
            list_->move(key == Qt::Key_Down ? 1 : -1);
        }
        return true;
    case Qt::Key_Right:
    case Qt::Key_Left:
        if (isListOpen() && !column && field_->cursorPosition() == field_->text().size() &&
            !(modifiers & Qt::ShiftModifier)) {
            list_->move(key == Qt::Key_Right ? 1 : -1);
            return true;
        }
        return false;
    default:
        return false;
    }
}

void TopicBox::paintEvent(QPaintEvent*) {
    const Tokens& colors = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(field_->hasFocus() ? colors.accent : colors.lineStrong, 1));
    painter.setBrush(colors.field);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void TopicBox::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    list_->place();
}

void TopicBox::mousePressEvent(QMouseEvent* event) {
    field_->setFocus();
    QFrame::mousePressEvent(event);
}

void TopicBox::hideEvent(QHideEvent* event) {
    closeList();
    QFrame::hideEvent(event);
}

} // namespace moderato::widgets
