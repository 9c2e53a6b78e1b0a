#include "widgets/common/Panel.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace moderato::widgets {

namespace {
QString foldedKey(const QString& id) {
    return QStringLiteral("panels/%1/folded").arg(id);
}
} // namespace

Panel::Panel(const QString& id, const QString& title, const QString& key, QWidget* parent)
    : QFrame(parent)
    , id_(id)
    , fold_(new QToolButton(this))
    , key_(new QLabel(key, this))
    , title_(new QLabel(title, this))
    , summary_(new QLabel(this))
    , modelLine_(new QLabel(this))
    , bodyWidget_(new QWidget(this))
    , bodyLayout_(new QVBoxLayout(bodyWidget_))
    , emptyWidget_(new QWidget(this))
    , emptyText_(new QLabel(this))
    , emptyAction_(new QPushButton(this)) {
    setObjectName(QStringLiteral("panel.%1").arg(id));
    setProperty("card", true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // not Maximum: that cuts off wrapped lines
    setAccessibleName(title);

    fold_->setAutoRaise(true);
    fold_->setIconSize(QSize(14, 14));
    fold_->setAccessibleName(tr("Fold %1").arg(title));
    fold_->setFocusPolicy(Qt::TabFocus);
    setRole(key_, "key");
    key_->setVisible(!key.isEmpty());
    setRole(title_, "strong");
    setRole(summary_, "muted");
    summary_->hide();
    setRole(modelLine_, "small");
    modelLine_->hide();

    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(fold_);
    head->addWidget(key_);
    head->addWidget(title_);
    head->addStretch(1);
    head->addWidget(summary_);

    bodyLayout_->setContentsMargins(0, 0, 0, 0);
    bodyLayout_->setSpacing(halfGrid);

    auto* emptyRow = new QHBoxLayout(emptyWidget_);
    emptyRow->setContentsMargins(0, 0, 0, 0);
    emptyRow->addWidget(emptyText_, 1);
    emptyRow->addWidget(emptyAction_);
    emptyText_->setWordWrap(true);
    setRole(emptyText_, "muted");
    emptyAction_->setProperty("emphasis", "link");
    emptyAction_->setAutoDefault(false);
    emptyAction_->hide();
    connect(emptyAction_, &QPushButton::clicked, this, [this] {
        if (action_) {
            action_->trigger();
        }
    });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(grid, 6, 12, grid);
    column->setSpacing(halfGrid);
    column->addLayout(head);
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(halfGrid, 0, 0, 0);
    inner->setSpacing(6);
    inner->addWidget(modelLine_);
    inner->addWidget(emptyWidget_);
    inner->addWidget(bodyWidget_);
    column->addLayout(inner);

    connect(fold_, &QToolButton::clicked, this, [this] {
        setFolded(!folded_);
        QSettings settings;
        settings.setValue(foldedKey(id_), folded_);
    });
    const QSettings settings;
    folded_ = settings.value(foldedKey(id_), false).toBool();
    arrange();
}

QString Panel::title() const {
    return title_->text();
}

void Panel::setKey(const QString& key) {
    key_->setText(key);
    key_->setVisible(!key.isEmpty());
}

void Panel::setModelLine(const QString& text) {
    modelLine_->setText(text);
    arrange();
}

void Panel::setSummary(const QString& text) {
    summary_->setText(text);
    summary_->setVisible(!text.isEmpty());
}

void Panel::showEmpty(const QString& text, QAction* action) {
    empty_ = true;
    action_ = action;
    emptyText_->setText(text);
    emptyAction_->setVisible(action != nullptr);
    if (action) {
        emptyAction_->setText(action->text());
    }
    arrange();
}

void Panel::showBody() {
    empty_ = false;
    arrange();
}

void Panel::setFolded(bool folded) {
    if (folded_ == folded) {
        return;
    }
    folded_ = folded;
    arrange();
    Q_EMIT foldedChanged(folded);
}

void Panel::setFoldedByDefault(bool folded) {
    const QSettings settings;
    setFolded(settings.value(foldedKey(id_), folded).toBool());
}

void Panel::arrange() {
    fold_->setIcon(icon(folded_ ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down")));
    modelLine_->setVisible(!folded_ && !empty_ && !modelLine_->text().isEmpty());
    emptyWidget_->setVisible(!folded_ && empty_);
    bodyWidget_->setVisible(!folded_ && !empty_);
}

} // namespace moderato::widgets
