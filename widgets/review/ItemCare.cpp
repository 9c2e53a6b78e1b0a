#include "widgets/review/ItemCare.h"

#include "widgets/common/Preferences.h"

namespace moderato::widgets {
namespace {

const QString knownHashRule = QStringLiteral("known-hash");

} // namespace

CareTraits traitsOf(const usecases::ItemView& item) {
    CareTraits traits;
    for (const domain::Flag& flag : item.flags) {
        traits.flagged = traits.flagged || !flag.closedBy.isValid();
        traits.knownHash = traits.knownHash || flag.rule == knownHashRule; // also after a verdict
    }
    traits.disallowed = item.content.state == domain::RecommendationState::Dropped ||
                        (item.decision && item.decision->kind == domain::Decision::Kind::Disallow);
    const auto add = [&traits](const QString& code) {
        if (!code.isEmpty() && !traits.categories.contains(code)) {
            traits.categories << code;
        }
    };
    add(item.decision ? item.decision->category : QString());
    add(item.content.givenCategory);
    if (item.category && !item.category->scores.empty()) {
        add(item.category->scores.front().category.code);
    }
    return traits;
}

CareEffect careOf(const usecases::ItemView& item) {
    return careFor(traitsOf(item), CareSettings::load(personName()));
}

} // namespace moderato::widgets
