#include "server/http/report_routes.h"

#include <gtest/gtest.h>

#include "server/report/control_pack.h"
#include "server/report/report_value.h"
#include "tests/support/meeting_service.h"

namespace http {
namespace {

using support::fieldOf;

struct ReportRoutesTest : testing::Test, support::MeetingRows {
    domain::Actor reader{domain::Actor::Kind::user, "r", {}, {domain::Role::reader}, {}};
    Router router{reportRoutes({[this] { return report::indicatorsValue(report::indicatorsOf(rows)); },
                                [this] { return report::csvOf(rows); },
                                [this] { return report::controlPack(rows, files, now).zip; }}),
                  [this](const Request&) { return reader; }, domain::may};
    Response get(const std::string& target) {
        return router.answer(support::AccountService::request("GET", "/api/v1" + target, {}));
    }
};

TEST_F(ReportRoutesTest, GiveNumbersWithTheirEvidence) {
    const auto answer = get("/reports");
    EXPECT_EQ(answer.status, 200);
    const auto whole = support::tree(answer);
    ASSERT_FALSE(whole.find("data")->list()->empty());
    const auto& first = whole.find("data")->list()->front();
    EXPECT_EQ(static_cast<std::size_t>(*first.find("count")->integer()), first.find("evidence")->list()->size());
}

TEST_F(ReportRoutesTest, GiveFilesToBeSaved) {
    const auto csv = get("/reports/csv");
    EXPECT_EQ(csv.body, report::csvOf(rows));
    EXPECT_TRUE(fieldOf(csv, "content-type").starts_with("text/csv"));
    EXPECT_TRUE(fieldOf(csv, "content-disposition").starts_with("attachment"));
    const auto zip = get("/reports/zip");
    EXPECT_TRUE(zip.body.starts_with("PK"));
    EXPECT_EQ(fieldOf(zip, "content-type"), "application/zip");
    reader.roles = {};
    EXPECT_EQ(get("/reports/zip").status, 403);
}

}  // namespace
}  // namespace http
