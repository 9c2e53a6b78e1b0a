#include "core/usecases/CategorySpellings.h"

#include "core/storage/CategoryRepository.h"

namespace moderato::usecases {

Result<CategorySpellings> CategorySpellings::read(storage::Connection& reader) {
    const auto all = storage::CategoryRepository(reader).all(true);
    if (!all.ok()) {
        return all.error();
    }
    CategorySpellings spellings;
    spellings.nextPosition_ = int(all->size());
    for (const domain::Category& category : *all) {
        for (const QString& alias : QStringList{category.nameEn, category.nameZh} + category.aliases) {
            spellings.codes_.insert(domain::categoryCode(alias), category.code);
        }
    }
    // A code means itself, even where it is another one's alias.
    for (const domain::Category& category : *all) {
        spellings.codes_.insert(domain::categoryCode(category.code), category.code);
    }
    return spellings;
}

namespace {

/// "model_trains" → "Model trains": what readers of files give is a code already.
QString readable(const QString& code) {
    QString name = code;
    name.replace(QLatin1Char('_'), QLatin1Char(' '));
    return name.isEmpty() ? name : QString(name[0].toUpper() + name.mid(1));
}

} // namespace

domain::Category CategorySpellings::add(const QString& spelling) {
    domain::Category category;
    category.code = domain::categoryCode(spelling);
    category.nameEn = spelling == category.code ? readable(category.code) : spelling.trimmed();
    category.position = nextPosition_++;
    codes_.insert(category.code, category.code);
    return category;
}

} // namespace moderato::usecases
