#include "server/store/schema.h"

#include <gtest/gtest.h>

#include "server/store/sqlite.h"
#include "server/store/sqlite_store.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

using base::ErrorCode;
using support::codeOf;

struct SchemaTest : testing::Test {
    support::TemporaryFolder folder{};
    Connection connection = openDatabase(folder / "akces.sqlite");

    std::string file(const char* name) { return base::readFile(support::source("server/store/") + name, 1 << 20); }
    std::int64_t number(const char* sql) {
        Statement statement(connection, sql);
        return statement.step() ? statement.number() : -1;
    }
    /// Name and SQL of everything in the database.
    std::vector<std::string> contents() {
        std::vector<std::string> all;
        Statement rows(connection, "SELECT name || ' ' || ifnull(sql, '') FROM sqlite_master ORDER BY name");
        while (rows.step()) all.push_back(rows.text());
        return all;
    }
    /// A database as the first version of the program left it, with a meeting and a record.
    void makeFirst() {
        execute(connection, file("schema.sql").c_str());
        execute(connection,
                "PRAGMA user_version = 1;"
                "INSERT INTO meeting VALUES ('m', 0, 0, 'meeting/1', 'm', NULL, NULL);"
                "INSERT INTO record VALUES ('r', 'm', 'D', 'declaration', 'a.pdf', 'aa', 7, 'bb', 'cc', "
                "'NO-SIGNATURE', 1)");
    }
};

TEST_F(SchemaTest, OfAnEmptyDatabaseIsMadeWhole) {
    ensureSchema(connection);
    EXPECT_EQ(number("PRAGMA user_version"), 3);
    const auto made = contents();
    ensureSchema(connection);
    EXPECT_EQ(contents(), made);
    EXPECT_GT(made.size(), 30U);
}

TEST_F(SchemaTest, OfNumberOneBecomesTheSameAsANewOneAndKeepsItsRows) {
    makeFirst();
    ensureSchema(connection);
    EXPECT_EQ(number("PRAGMA user_version"), 3);
    EXPECT_EQ(number("SELECT size FROM record"), 7);
    EXPECT_EQ(number("SELECT count(*) FROM meeting"), 1);
    const auto migrated = contents();
    connection = openDatabase(folder / "new.sqlite");
    ensureSchema(connection);
    EXPECT_EQ(contents(), migrated);
}

TEST_F(SchemaTest, OfNumberTwoGetsTheTextsOfDocuments) {
    execute(connection, (file("schema.sql") + file("schema_2.sql")).c_str());
    execute(connection,
            "PRAGMA user_version = 2;"
            "INSERT INTO document VALUES ('D', 'm', 'declaration', 'a.pdf', 'draft', 1, NULL, '', 'aa', '', '', 0, 1)");
    ensureSchema(connection);
    EXPECT_EQ(number("SELECT count(*) FROM document WHERE text_sha256 = '' AND version = 1"), 1);
    EXPECT_EQ(number("SELECT count(*) FROM signer WHERE notice_at IS NULL"), 0);
}

TEST_F(SchemaTest, StaysAsItIsWhenAStepFails) {
    makeFirst();
    execute(connection, "CREATE TABLE audit (foreign_to_us INTEGER)");  // the step's last table
    const auto before = contents();
    EXPECT_THROW(ensureSchema(connection), base::Error);
    EXPECT_EQ(contents(), before);
    EXPECT_EQ(number("PRAGMA user_version"), 1);
    execute(connection, "DROP TABLE audit");
    EXPECT_NO_THROW(ensureSchema(connection));
}

TEST_F(SchemaTest, IsRefusedWhenItIsNewerOrNone) {
    for (const char* pragma : {"PRAGMA user_version = 4", "PRAGMA user_version = -1"}) {
        execute(connection, pragma);
        EXPECT_EQ(codeOf([&] { ensureSchema(connection); }), ErrorCode::data) << pragma;
        EXPECT_TRUE(contents().empty());
    }
}

}  // namespace
}  // namespace store
