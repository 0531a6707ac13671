#include "server/store/meeting_rows.h"

#include <gtest/gtest.h>

#include "server/store/meeting_reading.h"
#include "server/store/sqlite.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"
#include "server/workflow/meeting_json.h"
#include "server/workflow/reading.h"
#include "tests/support/every_member.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

using domain::Meeting;

class MeetingRowsTest : public testing::Test {
protected:
    MeetingRowsTest() { execute(connection_, meetingSchema().c_str()); }
    std::int64_t rowCount() {
        std::int64_t count = 0;
        for (const std::string& table : tables()) count += number("SELECT count(*) FROM " + table);
        return count;
    }
    std::vector<std::string> tables() {
        std::vector<std::string> names;
        Statement rows(connection_, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        while (rows.step()) names.push_back(rows.text());
        return names;
    }
    std::int64_t number(const std::string& sql) {
        Statement statement(connection_, sql);
        return statement.step() ? statement.number() : -1;
    }

    support::TemporaryFolder folder_;
    Connection connection_ = openDatabase(folder_ / "a.sqlite");
};

TEST(MeetingSchema, IsWhatSchemaSqlHas) {
    const base::Bytes file = base::readFile(support::source("server/store/schema.sql"), 1 << 20);
    const std::size_t begin = file.find("CREATE TABLE meeting (");
    ASSERT_NE(begin, file.npos);
    EXPECT_EQ(file.substr(begin) + '\n', meetingSchema());
}

TEST_F(MeetingRowsTest, GiveBackEveryMember) {
    const Meeting meeting = support::everyMember();
    insertMeeting(connection_, meeting);
    EXPECT_EQ(selectMeeting(connection_, meeting.id), meeting);
}

TEST_F(MeetingRowsTest, KeepEmptyObjectsApartFromMissingOnes) {
    Meeting meeting;
    meeting.id = "m";
    meeting.project = domain::Project{};
    meeting.participants.resize(3);
    meeting.participants[1].person = domain::Person{};
    insertMeeting(connection_, meeting);
    EXPECT_EQ(selectMeeting(connection_, "m"), meeting);
}

TEST_F(MeetingRowsTest, KeepMeetingsApart) {
    Meeting first = support::everyMember(), second = support::everyMember();
    first.id = "first";
    second.id = "second";
    second.participants.pop_back();
    insertMeeting(connection_, first);
    insertMeeting(connection_, second);
    EXPECT_EQ(selectMeeting(connection_, "first"), first);
    EXPECT_EQ(selectMeeting(connection_, "second"), second);
    deleteMeeting(connection_, "first");
    EXPECT_EQ(selectMeeting(connection_, "first"), std::nullopt);
    EXPECT_EQ(selectMeeting(connection_, "second"), second);
    deleteMeeting(connection_, "second");
    EXPECT_EQ(rowCount(), 0);
}

TEST_F(MeetingRowsTest, HaveATableForEveryStructAndList) { EXPECT_EQ(tables().size(), 20U); }

/// Every value that every column holds, as text.
void eachValue(Connection& connection, const std::vector<std::string>& tables, const auto& visit) {
    for (const std::string& table : tables) {
        Statement columns(connection, "SELECT name FROM pragma_table_info(?)");
        columns.bind(std::string_view(table));
        while (columns.step()) {
            const std::string column = columns.text();
            Statement values(connection, "SELECT \"" + column + "\" FROM " + table);
            while (values.step()) visit(table + '.' + column, values.text());
        }
    }
}

std::size_t longestText(const templates::Value& value) {
    std::size_t longest = value.text() == nullptr ? 0 : value.text()->size();
    if (value.list() != nullptr)
        for (const auto& item : *value.list()) longest = std::max(longest, longestText(item));
    if (value.map() != nullptr)
        for (const auto& [key, item] : *value.map()) longest = std::max(longest, longestText(item));
    return longest;
}

TEST_F(MeetingRowsTest, HoldNoColumnWithTheImportedText) {
    for (const std::string& name : support::sampleMeetings()) {
        const base::Bytes json = support::sample(name + ".json");
        const std::size_t longest = longestText(workflow::readJson(json, name));
        ASSERT_GT(longest, 0U);
        insertMeeting(connection_, workflow::readMeeting(json, name));
        std::size_t seen = 0;
        eachValue(connection_, tables(), [&](const std::string& column, const std::string& text) {
            ++seen;
            EXPECT_LE(text.size(), longest) << column;
            EXPECT_EQ(text.find('{'), text.npos) << column;
        });
        EXPECT_GT(seen, 400U);
        deleteMeeting(connection_, name);
    }
}

}  // namespace
}  // namespace store
