#include "server/store/record_rows.h"

#include <gtest/gtest.h>

#include "server/store/sqlite.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

domain::Record record(const std::string& id) {
    domain::Record made;
    made.id = id;
    made.meetingId = "m";
    made.documentId = "D";
    made.kind = domain::DocumentKind::attendanceList;
    made.fileName = "lista „ż”.pdf";
    made.sha256 = "aa";
    made.size = std::size_t{1} << 40;
    made.snapshotSha256 = "bb";
    made.verdictSha256 = "cc";
    made.verdict = "NO-SIGNATURE";
    made.archivedAt = *base::parseInstant("2019-11-27T10:00:01Z");
    made.signatures = {{"Partner-10", 10, "Ż", "TOTAL-PASSED", true, false},
                       {"Lider", std::nullopt, "", "INDETERMINATE", false, true}};
    return made;
}

class RecordRowsTest : public testing::Test {
protected:
    RecordRowsTest() {
        const base::Bytes schema = base::readFile(support::source("server/store/schema.sql"), 1 << 20);
        execute(connection_, schema.c_str());
    }
    support::TemporaryFolder folder_;
    Connection connection_ = openDatabase(folder_ / "a.sqlite");
};

TEST_F(RecordRowsTest, GivesBackEveryMemberInOrder) {
    domain::Record least;
    least.id = "a";
    insertRecord(connection_, record("z"));
    insertRecord(connection_, least);
    insertRecord(connection_, record("b"));
    EXPECT_EQ(selectRecords(connection_), (std::vector<domain::Record>{record("z"), least, record("b")}));
}

TEST_F(RecordRowsTest, KeepsTheFirstOfTwoWithOneId) {
    insertRecord(connection_, record("z"));
    domain::Record other = record("z");
    other.verdict = "TOTAL-PASSED";
    insertRecord(connection_, other);
    EXPECT_EQ(selectRecords(connection_), (std::vector<domain::Record>{record("z")}));
}

TEST_F(RecordRowsTest, HasNoSignatureWithoutItsRecord) {
    EXPECT_THROW(execute(connection_,
                         "INSERT INTO record_signature VALUES ('nobody', 0, 'Lider', NULL, '', 'TOTAL-PASSED', 1, 0)"),
                 base::Error);
}

TEST_F(RecordRowsTest, AreFoundByIdByPageAndByMeeting) {
    for (const char* id : {"c", "a", "b"}) insertRecord(connection_, record(id));
    EXPECT_EQ(selectRecord(connection_, "b"), record("b"));
    EXPECT_FALSE(selectRecord(connection_, "d"));
    EXPECT_EQ(selectRecords(connection_, {"", 2}), (std::vector<domain::Record>{record("a"), record("b")}));
    EXPECT_EQ(selectRecords(connection_, {"b", 2}), (std::vector<domain::Record>{record("c")}));
    EXPECT_TRUE(hasRecords(connection_, record("a").meetingId));
    EXPECT_FALSE(hasRecords(connection_, "nothing"));
}

}  // namespace
}  // namespace store
