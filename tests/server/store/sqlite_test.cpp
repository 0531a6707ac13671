#include "server/store/sqlite.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <memory>
#include <thread>

#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

using base::ErrorCode;
using support::codeOf;

class SqliteTest : public testing::Test {
protected:
    support::TemporaryFolder folder_;
    Connection connection_ = openDatabase(folder_ / "a.sqlite");

    std::string answer(const char* sql) {
        Statement statement(connection_, sql);
        return statement.step() ? statement.text() : "no row";
    }
};

TEST_F(SqliteTest, OpensWithDurableSettings) {
    EXPECT_EQ(answer("PRAGMA journal_mode"), "wal");
    EXPECT_EQ(answer("PRAGMA synchronous"), "2");  // FULL
    EXPECT_EQ(answer("PRAGMA foreign_keys"), "1");
}

TEST_F(SqliteTest, IsForItsOwnerAlone) {
    execute(connection_, "CREATE TABLE t (a)");
    for (const char* name : {"a.sqlite", "a.sqlite-wal", "a.sqlite-shm"}) {
        struct stat facts{};
        ASSERT_EQ(::stat((folder_ / name).c_str(), &facts), 0) << name;
        EXPECT_EQ(facts.st_mode & 0777U, 0600U) << name;
    }
}

TEST_F(SqliteTest, BindsAndReadsInOrder) {
    execute(connection_, "CREATE TABLE t (a TEXT, b INTEGER, c TEXT, d INTEGER, e INTEGER)");
    const std::string text("ż\0ó", 5);
    Statement insert(connection_, "INSERT INTO t VALUES (?, ?, ?, ?, ?)");
    insert.bind(std::string_view(text)).bind(INT64_MIN).bind(std::optional<std::string>());
    insert.bind(std::optional<std::int64_t>(7)).bind(std::optional<bool>(true));
    EXPECT_FALSE(insert.step());
    Statement rows(connection_, "SELECT * FROM t");
    ASSERT_TRUE(rows.step());
    EXPECT_EQ(rows.text(), text);
    EXPECT_EQ(rows.number(), INT64_MIN);
    EXPECT_EQ(rows.textOrNull(), std::nullopt);
    EXPECT_EQ(rows.numberOrNull(), 7);
    EXPECT_EQ(rows.number(), 1);
    EXPECT_FALSE(rows.step());
}

TEST_F(SqliteTest, RunsAStatementAgain) {
    execute(connection_, "CREATE TABLE t (a INTEGER)");
    Statement insert(connection_, "INSERT INTO t VALUES (?)");
    for (std::int64_t i = 0; i < 3; ++i) {
        insert.bind(i).step();
        insert.reset();
    }
    EXPECT_EQ(answer("SELECT sum(a) FROM t"), "3");
}

TEST_F(SqliteTest, RollsBackWhatWasNotCommitted) {
    execute(connection_, "CREATE TABLE t (a INTEGER)");
    {
        const Transaction transaction(connection_);
        execute(connection_, "INSERT INTO t VALUES (1)");
    }
    EXPECT_EQ(answer("SELECT count(*) FROM t"), "0");
    Transaction transaction(connection_);
    execute(connection_, "INSERT INTO t VALUES (1)");
    transaction.commit();
    EXPECT_EQ(answer("SELECT count(*) FROM t"), "1");
}

TEST_F(SqliteTest, WaitsForALockThatEnds) {
    Connection other = openDatabase(folder_ / "a.sqlite");
    auto theirs = std::make_unique<Transaction>(other);
    std::jthread ending([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        theirs.reset();
    });
    EXPECT_NO_THROW(Transaction(connection_).commit());
}

TEST_F(SqliteTest, SaysThatSomebodyElseIsWriting) {
    Connection other = openDatabase(folder_ / "a.sqlite");
    const Transaction theirs(other);
    EXPECT_EQ(codeOf([&] { Transaction ours(connection_); }), ErrorCode::busy);
}

TEST_F(SqliteTest, TakesWrongSqlForAnErrorOfTheProgram) {
    EXPECT_EQ(codeOf([&] { Statement(connection_, "SELEC 1"); }), ErrorCode::internal);
}

TEST_F(SqliteTest, RefusesWhatIsNoDatabase) {
    folder_.write("b.sqlite", std::string(5000, 'x'));
    EXPECT_EQ(codeOf([&] { openDatabase(folder_ / "b.sqlite"); }), ErrorCode::unreadable);
}

TEST_F(SqliteTest, SaysThatThereIsNoPlaceForADatabase) {
    EXPECT_EQ(codeOf([&] { openDatabase(folder_ / "nowhere/b.sqlite"); }), ErrorCode::cannotWrite);
    EXPECT_EQ(codeOf([&] { openDatabase(folder_.path()); }), ErrorCode::cannotWrite);
}

}  // namespace
}  // namespace store
