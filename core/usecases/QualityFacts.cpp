#include "core/usecases/QualityFacts.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

namespace {

const QString tagsKey = QStringLiteral("tags"), numbersKey = QStringLiteral("numbers"),
              categoriesKey = QStringLiteral("categories"), layoutKey = QStringLiteral("layout"),
              labelsKey = QStringLiteral("labels"), publishedKey = QStringLiteral("published");

} // namespace

QJsonObject toJson(const QualityFacts& facts) {
    QJsonObject numbers, categories, labels;
    for (const auto& [name, value] : facts.numbers) {
        if (std::isfinite(value)) {
            numbers[name] = value;
        }
    }
    for (const auto& [name, value] : facts.categories) {
        categories[name] = value;
    }
    for (const auto& [task, positive] : facts.labels) {
        labels[task] = positive;
    }
    QJsonArray layout;
    for (const ml::LayoutUnit& unit : facts.layout) {
        layout.append(QJsonArray{int(unit.kind), double(unit.size)});
    }
    return {{tagsKey, QJsonArray::fromStringList(facts.tags)},
            {numbersKey, numbers},
            {categoriesKey, categories},
            {layoutKey, layout},
            {labelsKey, labels},
            {publishedKey, toUnixMs(facts.published)}};
}

QualityFacts qualityFactsFromJson(const QJsonObject& json) {
    QualityFacts facts;
    for (const QJsonValue tag : json[tagsKey].toArray()) {
        facts.tags << tag.toString();
    }
    const QJsonObject numbers = json[numbersKey].toObject(), categories = json[categoriesKey].toObject(),
                      labels = json[labelsKey].toObject();
    for (auto number = numbers.begin(); number != numbers.end(); ++number) {
        facts.numbers[number.key()] = number->toDouble();
    }
    for (auto category = categories.begin(); category != categories.end(); ++category) {
        facts.categories[category.key()] = category->toString();
    }
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        facts.labels[label.key()] = label->toBool();
    }
    for (const QJsonValue value : json[layoutKey].toArray()) {
        const QJsonArray unit = value.toArray();
        const int kind = std::clamp(unit.at(0).toInt(), 0, ml::LayoutUnit::kinds - 1);
        facts.layout.push_back({ml::LayoutUnit::Kind(kind), float(unit.at(1).toDouble())});
    }
    facts.published = fromUnixMs(json[publishedKey].toInteger());
    return facts;
}

} // namespace moderato::usecases
