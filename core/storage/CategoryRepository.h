#pragma once

#include "core/base/Result.h"
#include "core/domain/Category.h"

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;
class Query;

class CategoryRepository {
public:
    explicit CategoryRepository(Connection& connection)
        : connection_(connection) {}

    /// Inserts, or updates the one with the same code. → its id
    Result<domain::CategoryId> save(const domain::Category& category);
    /// By position; with the retired ones where asked for.
    Result<std::vector<domain::Category>> all(bool withRetired = false);
    Result<std::optional<domain::Category>> byCode(const QString& code);
    Result<domain::Category> find(domain::CategoryId id);
    /// By code, name or alias, however it is spelled (domain::categoryCode).
    Result<std::optional<domain::Category>> bySpelling(const QString& spelling);

private:
    Result<std::vector<domain::Category>> read(Query& query);

    Connection& connection_;
};

} // namespace moderato::storage
