#include "core/storage/CategoryRepository.h"

#include "core/storage/Connection.h"

#include <QCoreApplication>

namespace moderato::storage {

using namespace domain;

namespace {

const QString columns =
    QStringLiteral("SELECT id, code, name_en, name_zh, position, retired FROM categories ");

} // namespace

Result<std::vector<Category>> CategoryRepository::read(Query& query) {
    std::vector<Category> categories;
    while (query.next()) {
        Category category;
        category.id = query.id<CategoryId>(0);
        category.code = query.text(1);
        category.nameEn = query.text(2);
        category.nameZh = query.text(3);
        category.position = int(query.integer(4));
        category.retired = query.boolean(5);
        categories.push_back(std::move(category));
    }
    if (!query.ok()) {
        return query.error();
    }
    Query aliases = connection_.query(
        QStringLiteral("SELECT alias FROM category_aliases WHERE category_id = ? ORDER BY position"));
    for (Category& category : categories) {
        aliases.bind(category.id);
        while (aliases.next()) {
            category.aliases << aliases.text(0);
        }
        if (!aliases.ok()) {
            return aliases.error();
        }
    }
    return categories;
}

Result<CategoryId> CategoryRepository::save(const Category& category) {
    if (category.code.isEmpty()) {
        return Error::invalid(
            QCoreApplication::translate("Storage", "A category needs a code of letters, digits or “_”."));
    }
    if (const Status status = connection_.run(
            QStringLiteral(
                "INSERT INTO categories (code, name_en, name_zh, position, retired) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (code) DO UPDATE SET name_en = excluded.name_en, name_zh = excluded.name_zh, "
                "position = excluded.position, retired = excluded.retired"),
            category.code, category.nameEn, category.nameZh, category.position, category.retired);
        !status) {
        return status.error();
    }
    Query query = connection_.query(QStringLiteral("SELECT id FROM categories WHERE code = ?"));
    query.bind(category.code);
    if (!query.next()) {
        return query.ok() ? storageError(QStringLiteral("a saved category is not there")) : query.error();
    }
    const CategoryId id = query.id<CategoryId>(0);
    if (const Status status =
            connection_.run(QStringLiteral("DELETE FROM category_aliases WHERE category_id = ?"), id);
        !status) {
        return status.error();
    }
    int position = 0;
    for (const QString& alias : category.aliases) {
        if (const Status status =
                connection_.run(QStringLiteral("INSERT INTO category_aliases (category_id, position, alias, "
                                               "alias_code) VALUES (?, ?, ?, ?)"),
                                id, ++position, alias, categoryCode(alias));
            !status) {
            return status.error();
        }
    }
    return id;
}

Result<std::vector<Category>> CategoryRepository::all(bool withRetired) {
    Query query = connection_.query(columns + QStringLiteral("WHERE retired <= ? ORDER BY position, id"));
    query.bind(withRetired);
    return read(query);
}

Result<std::optional<Category>> CategoryRepository::byCode(const QString& code) {
    Query query = connection_.query(columns + QStringLiteral("WHERE code = ?"));
    query.bind(code);
    const Result<std::vector<Category>> found = read(query);
    if (!found) {
        return found.error();
    }
    return found->empty() ? std::nullopt : std::optional(found->front());
}

Result<Category> CategoryRepository::find(CategoryId id) {
    Query query = connection_.query(columns + QStringLiteral("WHERE id = ?"));
    query.bind(id.value);
    const Result<std::vector<Category>> found = read(query);
    if (!found) {
        return found.error();
    }
    if (found->empty()) {
        return Error::notFound(
            QCoreApplication::translate("Storage", "There is no such category any more. Choose another."));
    }
    return found->front();
}

Result<std::optional<Category>> CategoryRepository::bySpelling(const QString& spelling) {
    const QString code = categoryCode(spelling);
    if (code.isEmpty()) {
        return std::optional<Category>();
    }
    const Result<std::optional<Category>> exact = byCode(code);
    if (!exact || *exact) {
        return exact;
    }
    Query query = connection_.query(
        columns +
        QStringLiteral("WHERE id IN (SELECT category_id FROM category_aliases WHERE alias_code = ?) "
                       "ORDER BY position, id LIMIT 1"));
    query.bind(code);
    const Result<std::vector<Category>> found = read(query);
    if (!found) {
        return found.error();
    }
    if (!found->empty()) {
        return std::optional(found->front());
    }
    const Result<std::vector<Category>> categories = all(true);
    if (!categories) {
        return categories.error();
    }
    for (const Category& category : *categories) {
        if (categoryCode(category.nameEn) == code || categoryCode(category.nameZh) == code) {
            return std::optional(category);
        }
    }
    return std::optional<Category>();
}

} // namespace moderato::storage
