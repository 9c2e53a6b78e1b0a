#include "widgets/common/Taxonomy.h"

#include <algorithm>

namespace moderato::widgets {

Taxonomy::Taxonomy(std::vector<domain::Category> categories, QString language) {
    std::stable_sort(categories.begin(), categories.end(),
                     [](const auto& a, const auto& b) { return a.position < b.position; });
    static const QString letters = QStringLiteral("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    for (domain::Category& category : categories) {
        names_.insert(category.code, category.name(language));
        if (category.retired) {
            continue;
        }
        if (active_.size() < std::size_t(letters.size())) {
            letters_.insert(category.code, letters.mid(qsizetype(active_.size()), 1));
        }
        active_.push_back(std::move(category));
    }
}

QString Taxonomy::name(const QString& code) const {
    return names_.value(code, code);
}

QString Taxonomy::letter(const QString& code) const {
    return letters_.value(code);
}

QString Taxonomy::codeFor(const QString& letter) const {
    const auto found = std::find_if(letters_.keyValueBegin(), letters_.keyValueEnd(), [&](const auto& entry) {
        return entry.second.compare(letter, Qt::CaseInsensitive) == 0;
    });
    return found == letters_.keyValueEnd() ? QString() : found->first;
}

} // namespace moderato::widgets
