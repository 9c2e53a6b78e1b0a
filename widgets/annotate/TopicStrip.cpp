#include "widgets/annotate/TopicStrip.h"

#include "widgets/common/Chip.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QSettings>
#include <QToolButton>

namespace moderato::widgets {
namespace {

constexpr auto orientationKey = "annotate/candidates";
constexpr double leastShown = 0.005; ///< What would read "0 %" is no candidate.
constexpr int numbered = 9;

} // namespace

TopicStrip::TopicStrip(TopicBox::Find find, QWidget* parent)
    : QWidget(parent)
    , box_(new TopicBox(std::move(find)))
    , heading_(new QLabel)
    , none_(new QLabel)
    , weights_(new QLabel)
    , turn_(new QToolButton)
    , list_(new QWidget)
    , flow_(new FlowLayout(list_, halfGrid)) {
    setObjectName(QStringLiteral("TopicStrip"));
    setRole(heading_, "small");
    setRole(none_, "small");
    none_->setWordWrap(true);
    setRole(weights_, "small");
    weights_->setWordWrap(true);
    turn_->setAutoRaise(true);
    turn_->setFocusPolicy(Qt::NoFocus);
    turn_->setObjectName(QStringLiteral("turnCandidates"));
    onScale(turn_, [this] { turn_->setIconSize({scaled(16), scaled(16)}); });
    flow_->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(heading_, 1);
    head->addWidget(turn_);
    auto* column = new QVBoxLayout(this);
    layout_ = column;
    layout_->setContentsMargins(grid, grid, grid, grid);
    layout_->setSpacing(halfGrid);
    layout_->addWidget(box_);
    layout_->addLayout(head);
    layout_->addWidget(none_);
    layout_->addWidget(list_);
    layout_->addWidget(weights_);
    layout_->addStretch(1);
    setProperty("ground", "surface");
    setAttribute(Qt::WA_StyledBackground);
    connect(box_, &TopicBox::topicsChanged, this, &TopicStrip::markTaken);
    connect(turn_, &QToolButton::clicked, this,
            [this] { choose(orientation_ == Qt::Vertical ? Qt::Horizontal : Qt::Vertical); });
    const QVariant kept = QSettings().value(QLatin1String(orientationKey));
    chosen_ = kept.isValid();
    setOrientation(kept.isValid() && kept.toInt() == Qt::Horizontal ? Qt::Horizontal : Qt::Vertical);
}

void TopicStrip::setItem(const QStringList& topics, Voice voice, Candidates candidates, bool hidden) {
    std::erase_if(candidates.offers, [](const TopicOffer& offer) { return offer.score < leastShown; });
    candidates_ = std::move(candidates);
    hidden_ = hidden;
    box_->setItem(topics, voice, shown());
    showCandidates();
}

void TopicStrip::reveal() {
    hidden_ = false;
    box_->setCandidates(candidates_.offers);
    showCandidates();
}

void TopicStrip::showCandidates() {
    flow_->clear();
    int number = 0;
    for (const TopicOffer& offer : shown()) {
        ++number;
        auto* chip = new Chip({.text = QLatin1Char('#') + offer.name,
                               .voice = Voice::Predicted,
                               .color = {},
                               .score = offer.score,
                               .letter = number <= numbered ? QString::number(number) : QString()});
        chip->setFocusPolicy(Qt::NoFocus);
        chip->setToolTip(tr("Take #%1").arg(offer.name));
        connect(chip, &Chip::clicked, this, [this, number] { toggle(number - 1); });
        flow_->addWidget(chip);
        chip->show();
    }
    const bool any = !shown().empty();
    list_->setVisible(any);
    const QString& line = candidates_.modelLine;
    heading_->setText(line.isEmpty() ? tr("Candidates") : tr("Candidates of %1").arg(line));
    weights_->setText(candidates_.weightsLine);
    weights_->setVisible(any && !candidates_.weightsLine.isEmpty());
    none_->setText(hidden_          ? tr("Hidden until you have answered (blind).")
                   : line.isEmpty() ? tr("No topic model has looked at it. Type # to give it topics.")
                                    : tr("The model knows no likely topic for it. Type # to give one."));
    none_->setVisible(!any);
    markTaken();
    updateGeometry();
}

void TopicStrip::markTaken() {
    for (int i = 0; i < flow_->count(); ++i) {
        auto* chip = qobject_cast<Chip*>(flow_->itemAt(i)->widget());
        ChipData data = chip->data();
        data.voice = box_->topics().contains(data.text.mid(1), Qt::CaseInsensitive) ? Voice::Decided
                                                                                    : Voice::Predicted;
        chip->setData(data);
    }
}

void TopicStrip::toggle(int n) {
    const auto offers = shown();
    if (n >= 0 && n < int(offers.size())) {
        const QString& name = offers[std::size_t(n)].name;
        if (box_->topics().contains(name, Qt::CaseInsensitive)) {
            box_->remove(name);
        } else {
            box_->add(name);
        }
    }
}

void TopicStrip::setPreferredOrientation(Qt::Orientation orientation) {
    if (!chosen_ && orientation != orientation_) {
        setOrientation(orientation);
    }
    box_->setPreferredOrientation(orientation_);
}

void TopicStrip::choose(Qt::Orientation orientation) {
    chosen_ = true;
    QSettings().setValue(QLatin1String(orientationKey), int(orientation));
    setOrientation(orientation);
    box_->setPreferredOrientation(orientation);
}

void TopicStrip::setOrientation(Qt::Orientation orientation) {
    const bool changed = orientation_ != orientation;
    orientation_ = orientation;
    const bool column = orientation == Qt::Vertical;
    turn_->setIcon(icon(column ? QStringLiteral("ellipsis") : QStringLiteral("list")));
    turn_->setToolTip(column ? tr("Candidates as a row below") : tr("Candidates as a column at the side"));
    turn_->setAccessibleName(turn_->toolTip());
    setMinimumWidth(column ? scaled(220) : 0);
    setMaximumWidth(column ? scaled(280) : QWIDGETSIZE_MAX);
    setSizePolicy(column ? QSizePolicy::Fixed : QSizePolicy::Preferred,
                  column ? QSizePolicy::Preferred : QSizePolicy::Maximum);
    if (changed) {
        Q_EMIT orientationChanged(orientation);
    }
}

void TopicStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        setOrientation(orientation_);
    }
}

} // namespace moderato::widgets
