#include "widgets/review/TopicsPanel.h"

#include "widgets/common/Chip.h"
#include "widgets/common/FlowLayout.h"
#include "widgets/common/Format.h"
#include "widgets/common/Theme.h"
#include "widgets/review/ReviewWords.h"
#include "widgets/topics/TopicBox.h"

#include <QLabel>

namespace moderato::widgets {
namespace {

constexpr std::size_t suggestionsShown = 10;
constexpr double leastShown = 0.005; ///< What would read "0 %" is no suggestion.

std::vector<TopicOffer> candidatesOf(const usecases::ItemView& item) {
    std::vector<TopicOffer> offers;
    if (item.topics) {
        for (const auto& score : item.topics->scores) {
            offers.push_back({.name = score.topic, .score = score.relevancy});
        }
    }
    return offers;
}

/// The latest judgement of a person that holds; nothing: nobody has judged the topics.
std::optional<QStringList> judgedTopics(const usecases::ItemView& item) {
    QSet<domain::DecisionId> undone;
    for (const domain::Decision& decision : item.history) {
        if (decision.kind == domain::Decision::Kind::Undo) {
            undone.insert(decision.undoes);
        }
    }
    for (const domain::Decision& decision : item.history) {
        if (decision.topics && !undone.contains(decision.id)) {
            return decision.topics;
        }
    }
    return std::nullopt;
}

} // namespace

TopicsPanel::TopicsPanel(const ReviewServices& services, QWidget* parent)
    : Panel(QStringLiteral("review.topics"), tr("Topics"), {}, parent)
    , box_(new TopicBox(services.completeTopics))
    , none_(new QLabel)
    , weights_(new QLabel)
    , suggestions_(new QWidget)
    , flow_(new FlowLayout(suggestions_, halfGrid)) {
    flow_->setContentsMargins(0, halfGrid, 0, 0);
    setRole(none_, "small");
    none_->setWordWrap(true);
    body()->addWidget(box_);
    body()->addWidget(none_);
    body()->addWidget(suggestions_);
    setRole(weights_, "small");
    weights_->setWordWrap(true);
    weights_->setObjectName(QStringLiteral("modalityWeights"));
    body()->addWidget(weights_);
    connect(box_, &TopicBox::topicsChanged, this, &TopicsPanel::markTaken);
}

void TopicsPanel::setItem(const usecases::ItemView& item) {
    const auto judged = judgedTopics(item);
    box_->setItem(judged ? *judged : item.content.givenTopics, judged ? Voice::Decided : Voice::Given,
                  candidatesOf(item));
    showSuggestions(item);
}

void TopicsPanel::refresh(const usecases::ItemView& item) {
    box_->setCandidates(candidatesOf(item));
    showSuggestions(item);
}

void TopicsPanel::showSuggestions(const usecases::ItemView& item) {
    flow_->clear();
    bool any = false;
    if (item.topics) {
        for (std::size_t i = 0; i < std::min(suggestionsShown, item.topics->scores.size()); ++i) {
            const auto& score = item.topics->scores[i];
            if (score.relevancy < leastShown) {
                continue;
            }
            any = true;
            auto* chip = new Chip({.text = QLatin1Char('#') + score.topic,
                                   .voice = Voice::Predicted,
                                   .color = {},
                                   .score = score.relevancy,
                                   .letter = {}});
            chip->setFocusPolicy(Qt::NoFocus);
            chip->setToolTip(tr("Take #%1").arg(score.topic));
            connect(chip, &Chip::clicked, this, [this, name = score.topic] { box_->add(name); });
            flow_->addWidget(chip);
        }
    }
    suggestions_->setVisible(any);
    setModelLine(item.topics ? ReviewWords::modelLine(item.topics->version, item.topics->at) : QString());
    none_->setText(item.topics ? tr("The model knows no likely topic for it. Type # to give one.")
                               : tr("No topic model is in service: no suggestions."));
    none_->setVisible(!any);
    weights_->setText(item.topics ? ReviewWords::weightsLine(item.topics->weights, item.content.kind)
                                  : QString());
    weights_->setVisible(any && !weights_->text().isEmpty());
    showBody();
    markTaken();
}

void TopicsPanel::markTaken() {
    for (int i = 0; i < flow_->count(); ++i) {
        auto* chip = qobject_cast<Chip*>(flow_->itemAt(i)->widget());
        chip->setEnabled(!box_->topics().contains(chip->data().text.mid(1), Qt::CaseInsensitive));
    }
    setSummary(box_->isChanged() ? tr("saved with your decision") : QString());
}

} // namespace moderato::widgets
