#include "server/store/database_copy.h"

#include <array>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "server/store/schema.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

struct ObjectColumn {
    const char* table;
    const char* column;
};

/// Every column that names an object of the content store. database_copy_test holds them against the schema.
constexpr std::array kObjectColumns = {
    ObjectColumn{"record", "sha256"},         ObjectColumn{"record", "snapshot_sha256"},
    ObjectColumn{"record", "verdict_sha256"}, ObjectColumn{"document", "issued_sha256"},
    ObjectColumn{"document", "head_sha256"},  ObjectColumn{"upload", "sha256"},
    ObjectColumn{"photo", "sha256"},          ObjectColumn{"document", "text_sha256"},
};

bool hasColumn(Connection& connection, const ObjectColumn& one) {
    Statement found(connection, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
    return found.bind(std::string_view(one.table)).bind(std::string_view(one.column)).step();
}

std::vector<std::string> namedObjects(Connection& connection) {
    std::set<std::string> hashes;
    for (const ObjectColumn& one : kObjectColumns) {
        if (!hasColumn(connection, one)) continue;  // an older schema
        std::string sql = "SELECT DISTINCT ";
        sql.append(one.column).append(" FROM ").append(one.table).append(" WHERE ").append(one.column).append(" <> ''");
        Statement rows(connection, sql);
        while (rows.step()) hashes.insert(rows.text());
    }
    return {hashes.begin(), hashes.end()};
}

void expectIntact(Connection& connection) {
    Statement check(connection, "PRAGMA integrity_check(1)");
    const std::string found = check.step() ? check.text() : "";
    if (found != "ok") throw base::Error(base::ErrorCode::unreadable, base::say("store.damaged")).with("sqlite", found);
}

}  // namespace

void DatabaseCopy::copy(const std::filesystem::path& database, const std::filesystem::path& target) {
    Connection from = openForReading(database, Others::mayWrite);
    {
        Connection to = openDatabase(target);
        execute(to, "PRAGMA journal_mode=DELETE");
        copyContents(from, to);
    }
    base::syncFolder(target.parent_path());
}

workflow::DatabaseFacts DatabaseCopy::examine(const std::filesystem::path& copy) {
    Connection connection = openForReading(copy, Others::none);
    const std::int64_t schema = knownSchema(connection);
    if (schema == 0) throw base::Error(base::ErrorCode::unreadable, base::say("store.damaged"));
    expectIntact(connection);
    return {schema, namedObjects(connection)};
}

}  // namespace store
