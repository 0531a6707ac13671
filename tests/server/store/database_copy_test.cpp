#include "server/store/database_copy.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "server/store/sqlite.h"
#include "server/store/sqlite_store.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using support::codeOf;

domain::Record record(int number) {
    domain::Record made;
    made.id = std::to_string(number);
    made.meetingId = "m";
    made.sha256 = std::string(60, 'a') + std::to_string(1000 + number);
    made.snapshotSha256 = std::string(64, 'b');
    made.verdictSha256 = std::string(64, 'c');
    made.verdict = "NO-SIGNATURE";
    return made;
}

struct DatabaseCopyTest : testing::Test {
    std::int64_t number(const fs::path& file, const char* sql) {
        Connection connection = openForReading(file, Others::none);
        Statement statement(connection, sql);
        return statement.step() ? statement.number() : -1;
    }
    void makeFirst(const fs::path& file) const {
        Connection connection = openDatabase(file);
        execute(connection, base::readFile(support::source("server/store/schema.sql"), 1 << 20).c_str());
        execute(connection,
                "PRAGMA user_version = 1;"
                "INSERT INTO record VALUES ('r', 'm', 'D', 'declaration', 'a.pdf', 'aa', 7, 'bb', 'cc', 'X', 1)");
    }
    support::TemporaryFolder folder{};
    fs::path copy = folder / "kopia.sqlite";
    DatabaseCopy databases{};
};

TEST_F(DatabaseCopyTest, HoldsWhatStandsInTheWriteAheadLogOfOneWhoHasItOpen) {
    const DataFolder data(folder.path());
    SqliteStore store(data);
    for (int i = 0; i < 5; ++i) store.addRecord(record(i));
    databases.copy(folder / "akces.sqlite", copy);
    store.addRecord(record(5));
    EXPECT_EQ(number(copy, "SELECT count(*) FROM record"), 5);
    const auto facts = databases.examine(copy);
    EXPECT_EQ(facts.schema, 3);
    EXPECT_EQ(facts.objects.size(), 7U);
    EXPECT_EQ(facts.objects.front(), record(0).sha256);
}

TEST_F(DatabaseCopyTest, IsOfOneMomentWhileAnotherWrites) {
    const DataFolder data(folder.path());
    SqliteStore store(data);
    std::atomic<bool> isOver = false;
    std::atomic<int> count = 0;
    std::thread writer([&] {
        for (int i = 0; !isOver; i += 2) {
            store.transaction([&] {
                store.addRecord(record(i));
                store.addRecord(record(i + 1));
            });
            count = i + 2;
        }
    });
    for (int round = 0; round < 20; ++round) {
        while (count < 20 * (round + 1)) std::this_thread::yield();
        const int before = count;
        const fs::path target = folder / (std::to_string(round) + ".sqlite");
        databases.copy(folder / "akces.sqlite", target);
        const auto found = number(target, "SELECT count(*) FROM record");
        EXPECT_GE(found, before);
        EXPECT_EQ(found % 2, 0);
    }
    isOver = true;
    writer.join();
}

TEST_F(DatabaseCopyTest, IsForItsOwnerAloneAndHasNothingBesideIt) {
    {
        const SqliteStore store(DataFolder(folder.path()));
    }
    fs::create_directory(folder / "do");
    databases.copy(folder / "akces.sqlite", folder / "do/kopia ?#%41.sqlite");
    databases.examine(folder / "do/kopia ?#%41.sqlite");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "do"), fs::directory_iterator()), 1);
    EXPECT_EQ(fs::status(folder / "do/kopia ?#%41.sqlite").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(DatabaseCopyTest, MayHaveAnOlderSchema) {
    makeFirst(folder / "akces.sqlite");
    databases.copy(folder / "akces.sqlite", copy);
    EXPECT_EQ(databases.examine(copy), (workflow::DatabaseFacts{1, {"aa", "bb", "cc"}}));
}

TEST_F(DatabaseCopyTest, IsRefusedWhenItIsNewerEmptyOrNone) {
    {
        Connection connection = openDatabase(copy);
    }
    EXPECT_EQ(codeOf([&] { databases.examine(copy); }), ErrorCode::unreadable);
    {
        Connection connection = openDatabase(copy);
        execute(connection, "PRAGMA user_version = 99");
    }
    EXPECT_EQ(codeOf([&] { databases.examine(copy); }), ErrorCode::data);
    folder.write("kopia.sqlite", std::string(8192, 'x'));
    EXPECT_EQ(codeOf([&] { databases.examine(copy); }), ErrorCode::unreadable);
    EXPECT_EQ(codeOf([&] { databases.copy(copy, folder / "b.sqlite"); }), ErrorCode::unreadable);
    EXPECT_EQ(codeOf([&] { databases.copy(folder / "nie-ma", folder / "b.sqlite"); }), ErrorCode::unreadable);
}

TEST_F(DatabaseCopyTest, ShowsADamagedPage) {
    makeFirst(folder / "akces.sqlite");
    databases.copy(folder / "akces.sqlite", copy);
    std::fstream file(copy, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);  // the second page
    file << std::string(4096, '\xA5');
    file.close();
    EXPECT_EQ(codeOf([&] { databases.examine(copy); }), ErrorCode::unreadable);
}

/// Whoever adds a column that names an object adds it to database_copy.cpp, or here what it is instead.
TEST_F(DatabaseCopyTest, KnowsEveryColumnThatNamesAnObject) {
    {
        const SqliteStore store(DataFolder(folder.path()));
    }
    Connection connection = openForReading(folder / "akces.sqlite", Others::none);
    Statement rows(connection,
                   "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                   "WHERE m.type = 'table' AND c.name LIKE '%sha256%' ORDER BY 1");
    std::vector<std::string> columns;
    while (rows.step()) columns.push_back(rows.text());
    EXPECT_EQ(columns, (std::vector<std::string>{
                           "document.head_sha256", "document.issued_sha256", "document.text_sha256",
                           "meeting_source.sha256",  // of the file that a meeting was typed from, which is nowhere here
                           "photo.sha256", "record.sha256", "record.snapshot_sha256", "record.verdict_sha256",
                           "upload.sha256"}));
}

}  // namespace
}  // namespace store
