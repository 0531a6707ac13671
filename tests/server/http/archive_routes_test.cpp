#include "server/http/archive_routes.h"

#include <gtest/gtest.h>

#include "server/workflow/meeting_json.h"
#include "server/workflow/record_json.h"
#include "tests/support/meeting_service.h"
#include "tests/support/source.h"

namespace http {
namespace {

using support::allAt;
using support::fieldOf;
using support::textAt;
using support::typeOf;

struct ArchiveRoutesTest : testing::Test, support::MeetingService {
    const std::string path = "/archive/records";
    Response add(const std::string& query, std::string_view bytes = "no PDF") {
        return ask("POST", path + query, bytes, {{"content-type", "application/octet-stream"}});
    }
};

TEST_F(ArchiveRoutesTest, KeepAFileWithItsFinding) {
    const auto added = add("?meeting=" + knurow + "&name=o%C5%9Bwiadczenie.pdf");
    ASSERT_EQ(added.status, 201) << added.body;
    const std::string one = fieldOf(added, "location").substr(std::string("/api/v1").size());
    EXPECT_EQ(one, path + '/' + textAt(added, "id"));
    EXPECT_EQ(added.body, workflow::recordJson(rows.records().front()));
    EXPECT_EQ(get(one).body, added.body);
    EXPECT_EQ(add("?meeting=" + knurow + "&name=o%C5%9Bwiadczenie.pdf").status, 200);  // the same once more
    const auto document = get(one + "/document");
    EXPECT_EQ(document.body, "no PDF");
    EXPECT_EQ(fieldOf(document, "content-type"), "application/octet-stream");
    EXPECT_NE(fieldOf(document, "content-disposition").find("o%C5%9Bwiadczenie.pdf"), std::string::npos);
    EXPECT_EQ(textAt(get(one + "/verdict"), "verdict"), "UNREADABLE");
    EXPECT_EQ(get(one + "/meeting").body, workflow::meetingJson(*rows.meeting(knurow)));
}

TEST_F(ArchiveRoutesTest, JudgeAPdf) {
    const auto pdf = base::readFile(support::source("tests/data/signed/ok-certified-p1.pdf"), 1 << 20);
    const auto added = add("?meeting=" + knurow, pdf);
    ASSERT_EQ(added.status, 201) << added.body;
    EXPECT_EQ(textAt(added, "file"), "dokument.pdf");
    EXPECT_EQ(textAt(added, "verdict"), "INDETERMINATE");  // nobody is trusted
    EXPECT_EQ(fieldOf(get(path + '/' + textAt(added, "id") + "/document"), "content-type"), "application/pdf");
}

TEST_F(ArchiveRoutesTest, RefuseWhatLeadsNowhere) {
    EXPECT_EQ(add("").status, 400);
    EXPECT_EQ(typeOf(add("")), "query-missing");
    EXPECT_EQ(typeOf(add("?meeting=nic")), "meeting-unknown");
    EXPECT_EQ(add("?meeting=" + knurow + "&document=nic").status, 404);
    EXPECT_EQ(add("?meeting=" + knurow + "&name=..%2Fx").status, 400);
    EXPECT_EQ(add("?meeting=" + knurow + "&x=1").status, 400);
    for (const char* part : {"", "/document", "/verdict", "/meeting"})
        EXPECT_EQ(typeOf(get(path + "/nic" + part)), "archive-no-record");
    EXPECT_TRUE(rows.records().empty());
}

TEST_F(ArchiveRoutesTest, ListRecordsByPages) {
    for (const char* bytes : {"a", "b", "c"}) add("?meeting=" + knurow, bytes);
    const auto all = allAt(get(path), "id");
    ASSERT_EQ(all.size(), 3U);
    const auto first = get(path + "?limit=2");
    EXPECT_EQ(allAt(get(path + "?after=" + textAt(first, "pagination.next")), "id"),
              std::vector<std::string>{all.back()});
    actor.roles = {domain::Role::clerk};
    EXPECT_EQ(get(path).status, 200);
    EXPECT_EQ(add("?meeting=" + knurow).status, 403);
}

TEST_F(ArchiveRoutesTest, FindRecordsByWordsWithoutCaseAndPolishMarks) {
    add("?meeting=" + knurow + "&name=o%C5%9Bwiadczenie.pdf", "a");
    add("?meeting=" + knurow + "&name=protok%C3%B3%C5%82.pdf", "b");
    for (const char* words : {"OSWIADCZENIE", "o%C5%9Bwiadczenie", "swiad+knurow", "o%C5%9AWIADCZENIE%20pdf"})
        EXPECT_EQ(allAt(get(path + "?q=" + words), "file"), std::vector<std::string>{"oświadczenie.pdf"}) << words;
    EXPECT_EQ(allAt(get(path + "?q=pdf&limit=1"), "id").size(), 1U);
    EXPECT_EQ(allAt(get(path), "id").size(), 2U);
    EXPECT_EQ(get(path + "?q=").status, 400);  // no parameter without a value
    EXPECT_TRUE(allAt(get(path + "?q=nic+takiego"), "id").empty());
    EXPECT_EQ(get(path + "?q=" + std::string(201, 'a')).status, 400);
}

}  // namespace
}  // namespace http
