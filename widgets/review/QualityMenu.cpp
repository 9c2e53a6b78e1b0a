#include "widgets/review/QualityMenu.h"

#include "core/usecases/QualityLabels.h"
#include "widgets/common/QualityNames.h"

#include <QActionGroup>

#include <algorithm>

namespace moderato::widgets {
namespace {

using domain::QualityLabel;

std::optional<bool> expertsLabel(const usecases::ItemView& item, const QString& task) {
    const auto found = std::find_if(item.quality.begin(), item.quality.end(), [&](const QualityLabel& label) {
        return label.task == task && label.origin == QualityLabel::Origin::Expert;
    });
    return found == item.quality.end() ? std::nullopt
                                       : std::optional(found->value == QualityLabel::Value::Positive);
}

} // namespace

QualityMenu::QualityMenu(const usecases::ItemView& item, QWidget* parent)
    : QMenu(parent) {
    for (std::size_t i = 0; i < usecases::qualityTaskCount; ++i) {
        const QString task = usecases::qualityTask(i);
        const std::optional<bool> standing = expertsLabel(item, task);
        auto* choices = addMenu(QStringLiteral("&%1  %2").arg(i + 1).arg(QualityNames::task(task)));
        auto* group = new QActionGroup(choices);
        const auto add = [&](const QString& text, std::optional<bool> value) {
            QAction* choice = choices->addAction(text);
            choice->setCheckable(true);
            choice->setChecked(value == standing);
            group->addAction(choice);
            connect(choice, &QAction::triggered, this, [this, task, value] { Q_EMIT judged(task, value); });
        };
        add(tr("&Positive"), true);
        add(tr("&Negative"), false);
        add(tr("N&o label of mine"), {});
    }
}

} // namespace moderato::widgets
