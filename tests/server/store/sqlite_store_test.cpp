#include "server/store/sqlite_store.h"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <thread>

#include "server/store/sqlite.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"
#include "server/workflow/meeting_json.h"
#include "tests/support/accounts.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

using base::ErrorCode;
using domain::Meeting;
using support::codeOf;
using templates::Value;

/// Counted in both files by another JSON reader (Python).
const std::map<std::string, std::size_t> kLeafCounts = {{"bedzin-2019-11-27", 228}, {"knurow-2019-11-13", 188}};

/// The leaves of a tree, each with its JSON pointer.
void eachLeaf(Value& value, const std::string& pointer, const auto& visit) {
    if (Value::Map* map = value.map())
        for (auto& [key, member] : *map) eachLeaf(member, pointer + '/' + key, visit);
    else if (Value::List* list = value.list())
        for (std::size_t i = 0; i < list->size(); ++i) eachLeaf((*list)[i], pointer + '/' + std::to_string(i), visit);
    else
        visit(pointer, value);
}

/// Another value of the same kind.
Value changed(const std::string& pointer, const Value& leaf) {
    if (leaf.truth() != nullptr) return !*leaf.truth();
    if (leaf.integer() != nullptr) return *leaf.integer() + 1000;
    if (pointer == "/meeting/date") return "2020-02-29";
    return *leaf.text() + " – „zmiana” \\ \"ż\"";
}

/// Changes an identifier wherever it is used, so that no reference leads nowhere.
Value renamed(Value tree, const std::string& from, const std::string& to) {
    eachLeaf(tree, "", [&](const std::string& pointer, Value& leaf) {
        const bool isUse = pointer.ends_with("_ref") || pointer.ends_with("/id");
        if (isUse && leaf == Value(from)) leaf = Value(to);
    });
    return tree;
}

/// The tree with this leaf changed, importable.
Value withChanged(const Value& original, const std::string& wanted) {
    Value tree = original;
    Value from, to;
    eachLeaf(tree, "", [&](const std::string& pointer, Value& leaf) {
        if (pointer != wanted) return;
        from = leaf;
        leaf = to = changed(pointer, leaf);
    });
    const bool isReferenced =
        wanted.ends_with("_ref") ||
        (wanted.ends_with("/id") && (wanted.starts_with("/institutions/") || wanted.starts_with("/localities/")));
    return isReferenced ? renamed(original, *from.text(), *to.text()) : tree;
}

class SqliteStoreTest : public testing::Test {
protected:
    /// Import, rows, export.
    Value throughTheStore(const Value& tree, SqliteStore& store) {
        const Meeting meeting = workflow::readMeeting(workflow::valueJson(tree), "changed.json");
        store.saveMeeting(meeting);
        return workflow::readJson(workflow::meetingJson(store.meeting(meeting.id).value()), "exported.json");
    }
    void setSchemaNumber(int number) {
        Connection connection = openDatabase(folder_ / "akces.sqlite");
        execute(connection, ("PRAGMA user_version = " + std::to_string(number)).c_str());
    }
    support::TemporaryFolder folder_;
};

TEST_F(SqliteStoreTest, GivesBackEachLeafOfBothSamplesThatWasChanged) {
    const DataFolder data(folder_.path());
    SqliteStore store(data);
    for (const auto& [name, leafCount] : kLeafCounts) {
        Value original = workflow::readJson(support::sample(name + ".json"), name);
        std::vector<std::string> leaves;
        eachLeaf(original, "", [&](const std::string& pointer, Value&) { leaves.push_back(pointer); });
        EXPECT_EQ(leaves.size(), leafCount);
        std::size_t cameBack = 0;
        for (const std::string& leaf : leaves) {
            if (leaf == "/schema") continue;  // the only value that may not change
            const Value tree = withChanged(original, leaf);
            ASSERT_NE(tree, original) << leaf;
            const bool isSame = throughTheStore(tree, store) == tree;
            EXPECT_TRUE(isSame) << leaf;
            cameBack += isSame ? 1 : 0;
        }
        EXPECT_EQ(cameBack, leafCount - 1);
    }
}

TEST_F(SqliteStoreTest, KeepsMeetingsAndRecordsWhenItIsOpenedAgain) {
    const Meeting meeting = workflow::readMeeting(support::sample("knurow-2019-11-13.json"), "k");
    domain::Record record;
    record.id = "AAAA";
    record.meetingId = meeting.id;
    {
        const DataFolder data(folder_.path());
        SqliteStore store(data);
        EXPECT_TRUE(store.allMeetings().empty());
        EXPECT_EQ(store.meeting(meeting.id), std::nullopt);
        store.saveMeeting(meeting);
        store.addRecord(record);
    }
    const DataFolder data(folder_.path());
    SqliteStore store(data);
    EXPECT_EQ(store.allMeetings(), (std::vector<Meeting>{meeting}));
    EXPECT_EQ(store.meeting(meeting.id), meeting);
    EXPECT_EQ(store.records(), (std::vector<domain::Record>{record}));
}

TEST_F(SqliteStoreTest, ReplacesAMeetingWhole) {
    const DataFolder data(folder_.path());
    SqliteStore store(data);
    Meeting meeting = workflow::readMeeting(support::sample("bedzin-2019-11-27.json"), "b");
    store.saveMeeting(meeting);
    meeting.photos.clear();
    meeting.participants.pop_back();
    meeting.team.reset();
    store.saveMeeting(meeting);
    EXPECT_EQ(store.meeting(meeting.id), meeting);
    EXPECT_EQ(store.allMeetings().size(), 1U);
}

TEST_F(SqliteStoreTest, RefusesANewerSchemaAndLeavesItAsItIs) {
    {
        SqliteStore store{DataFolder(folder_.path())};
    }
    setSchemaNumber(4);
    EXPECT_EQ(codeOf([&] { SqliteStore store{DataFolder(folder_.path())}; }), ErrorCode::data);
    setSchemaNumber(3);
    EXPECT_NO_THROW(SqliteStore{DataFolder(folder_.path())});
}

TEST_F(SqliteStoreTest, WritesAWholeTransactionOrNothing) {
    const DataFolder data(folder_.path());
    SqliteStore store(data);
    Meeting first, second;
    first.id = "first";
    second.id = "second";
    EXPECT_THROW(store.transaction([&] {
        store.saveMeeting(first);
        store.transaction([&] { store.saveMeeting(second); });
        EXPECT_EQ(store.allMeetings().size(), 2U);
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_TRUE(store.allMeetings().empty());
    store.transaction([&] {
        store.saveMeeting(first);
        store.transaction([&] { store.saveMeeting(second); });
    });
    EXPECT_EQ(store.allMeetings(), (std::vector<Meeting>{first, second}));
}

TEST_F(SqliteStoreTest, KnowsAMeetingAsItStandsInTheDatabase) {
    const DataFolder data(folder_.path());
    SqliteStore store(data);
    Meeting before, after;
    before.id = after.id = "one";
    after.project.emplace().title = "changed";
    store.saveMeeting(before);
    EXPECT_EQ(store.meeting("one"), before);
    const auto changing = [&](bool isKept) {
        store.transaction([&] {
            EXPECT_EQ(store.meeting("one"), before);
            store.saveMeeting(after);
            EXPECT_EQ(store.meeting("one"), after);
            EXPECT_EQ(store.allMeetings(), std::vector{after});
            if (!isKept) throw std::runtime_error("no");
        });
    };
    EXPECT_THROW(changing(false), std::runtime_error);
    EXPECT_EQ(store.meeting("one"), before);
    EXPECT_EQ(store.allMeetings(), std::vector{before});
    changing(true);
    EXPECT_EQ(store.meeting("one"), after);
    EXPECT_EQ(store.allMeetings(), std::vector{after});
    store.removeMeeting("one");
    EXPECT_FALSE(store.meeting("one"));
    EXPECT_TRUE(store.allMeetings().empty());
}

TEST_F(SqliteStoreTest, TakesTurnsAmongThreads) {
    const DataFolder data(folder_.path());
    SqliteStore store(data);
    support::Accounts<SqliteStore> accounts(store);
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 25; ++j) accounts.links.make(support::kSystem, "S", accounts.now);
            });
    }
    EXPECT_EQ(accounts.audit.check().count, 100);
    EXPECT_TRUE(accounts.audit.check().faults.empty());
}

TEST_F(SqliteStoreTest, RefusesWhatIsNoDatabase) {
    folder_.write("akces.sqlite", std::string(8192, 'x'));
    EXPECT_EQ(codeOf([&] { SqliteStore store{DataFolder(folder_.path())}; }), ErrorCode::unreadable);
}

}  // namespace
}  // namespace store
