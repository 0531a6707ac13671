#include "server/store/sqlite_store.h"

#include "base/error.h"
#include "server/store/meeting_rows.h"
#include "server/store/record_rows.h"
#include "server/store/sqlite.h"

namespace akces_embedded {
std::string_view store_schema(std::string_view name);
}

namespace store {
namespace {

constexpr std::int64_t kSchemaNumber = 1;

std::int64_t schemaNumber(sqlite3* connection) {
    Statement statement(connection, "PRAGMA user_version");
    return statement.step() ? statement.number() : 0;
}

/// A new database gets its tables and its number in one transaction.
void ensureSchema(sqlite3* connection) {
    const std::int64_t found = schemaNumber(connection);
    if (found > kSchemaNumber)
        throw base::Error(base::ErrorCode::data,
                          base::say("store.newer_schema", {std::to_string(found), std::to_string(kSchemaNumber)}));
    if (found == kSchemaNumber) return;
    Transaction transaction(connection);
    execute(connection, std::string(akces_embedded::store_schema("schema.sql")).c_str());
    execute(connection, ("PRAGMA user_version = " + std::to_string(kSchemaNumber)).c_str());
    transaction.commit();
}

}  // namespace

struct SqliteStore::State {
    Connection connection{};
    sqlite3* get() const { return connection.get(); }
};

SqliteStore::SqliteStore(const DataFolder& data) : state_(new State{openDatabase(data.path() / "akces.sqlite")}) {
    ensureSchema(state_->get());
}

SqliteStore::~SqliteStore() = default;

void SqliteStore::saveMeeting(const domain::Meeting& meeting) {
    Transaction transaction(state_->get());
    deleteMeeting(state_->get(), meeting.id);
    insertMeeting(state_->get(), meeting);
    transaction.commit();
}

std::optional<domain::Meeting> SqliteStore::meeting(std::string_view id) { return selectMeeting(state_->get(), id); }

std::vector<std::string> SqliteStore::meetingIds() {
    std::vector<std::string> ids;
    Statement rows(state_->get(), "SELECT of_meeting FROM meeting ORDER BY of_meeting");
    while (rows.step()) ids.push_back(rows.text());
    return ids;
}

void SqliteStore::addRecord(const domain::Record& record) {
    Transaction transaction(state_->get());
    insertRecord(state_->get(), record);
    transaction.commit();
}

std::vector<domain::Record> SqliteStore::records() { return selectRecords(state_->get()); }

}  // namespace store
