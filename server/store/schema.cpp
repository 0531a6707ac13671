#include "server/store/schema.h"

#include <array>
#include <string>

#include "base/error.h"
#include "server/store/sqlite.h"

namespace akces_embedded {
std::string_view store_schema(std::string_view name);
}

namespace store {
namespace {

/// Each makes the next number of the one before; the first of nothing.
constexpr std::array kSteps = {"schema.sql", "schema_2.sql", "schema_3.sql"};

constexpr auto kWanted = static_cast<std::int64_t>(kSteps.size());

std::int64_t schemaNumber(Connection& connection) {
    Statement statement(connection, "PRAGMA user_version");
    return statement.step() ? statement.number() : 0;
}

}  // namespace

std::int64_t knownSchema(Connection& connection) {
    const std::int64_t found = schemaNumber(connection);
    if (found < 0 || found > kWanted)
        throw base::Error(base::ErrorCode::data,
                          base::say("store.newer_schema", {std::to_string(found), std::to_string(kWanted)}));
    return found;
}

void ensureSchema(Connection& connection) {
    const std::int64_t found = knownSchema(connection);
    if (found == kWanted) return;
    Transaction transaction(connection);
    for (auto step = static_cast<std::size_t>(found); step < kSteps.size(); ++step)
        execute(connection, std::string(akces_embedded::store_schema(kSteps[step])).c_str());
    execute(connection, ("PRAGMA user_version = " + std::to_string(kWanted)).c_str());
    transaction.commit();
}

}  // namespace store
