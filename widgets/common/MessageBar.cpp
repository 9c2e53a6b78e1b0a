#include "widgets/common/MessageBar.h"

#include "core/base/Log.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Tokens.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace moderato::widgets {

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , icon_(new QLabel(this))
    , text_(new QLabel(this))
    , action_(new QPushButton(this))
    , close_(new QToolButton(this)) {
    setObjectName(QStringLiteral("messageBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 4, 4);
    row->setSpacing(grid);
    row->addWidget(icon_);
    row->addWidget(text_, 1);
    row->addWidget(action_);
    row->addWidget(close_);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setObjectName(QStringLiteral("messageText"));
    action_->setAutoDefault(false);
    close_->setIcon(icon(QStringLiteral("x")));
    close_->setToolTip(tr("Dismiss"));
    close_->setAccessibleName(tr("Dismiss"));
    connect(close_, &QToolButton::clicked, this, &MessageBar::clear);
    connect(action_, &QPushButton::clicked, this, [this] {
        const auto run = std::move(run_);
        clear();
        if (run) {
            run();
        }
    });
    hide();
}

void MessageBar::dress() {
    const Tokens& t = tokens(QApplication::palette());
    const QColor ground = kind_ == Kind::Error     ? t.dangerSoft
                          : kind_ == Kind::Warning ? t.warningSoft
                                                   : t.accentSoft;
    const QColor ink = kind_ == Kind::Error     ? t.dangerText
                       : kind_ == Kind::Warning ? t.warningText
                                                : t.accentText;
    const QString shape = kind_ == Kind::Error     ? QStringLiteral("octagon-alert")
                          : kind_ == Kind::Warning ? QStringLiteral("triangle-alert")
                                                   : QStringLiteral("info");
    const QString sheet =
        QStringLiteral("QFrame#messageBar { background: %1; border: none; border-bottom: 1px solid %2; }")
            .arg(ground.name(), t.line.name());
    if (sheet != styleSheet()) { // Setting it is a style change of its own.
        setStyleSheet(sheet);
    }
    icon_->setPixmap(iconPixmap(shape, ink, 16, devicePixelRatioF()));
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !isHidden()) {
        dress(); // Another theme while it stands.
    }
}

void MessageBar::showMessage(Kind kind, const QString& text, const QString& actionText,
                             std::function<void()> action) {
    kind_ = kind;
    dress();
    text_->setText(text);
    action_->setText(actionText);
    action_->setVisible(!actionText.isEmpty());
    run_ = std::move(action);
    show();
}

void MessageBar::showError(const Error& error, const QString& actionText, std::function<void()> action) {
    if (error.isCancelled()) {
        return;
    }
    qCWarning(log).noquote() << error.message << error.detail;
    showMessage(Kind::Error, error.message, actionText, std::move(action));
}

void MessageBar::clear() {
    text_->clear();
    run_ = {};
    hide();
}

QString MessageBar::text() const {
    return text_->text();
}

} // namespace moderato::widgets
