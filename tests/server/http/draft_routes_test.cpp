#include <gtest/gtest.h>

#include "server/http/document_routes.h"
#include "tests/support/document_service.h"

namespace http {
namespace {

using support::textAt;
using support::tree;

struct DraftRoutesTest : testing::Test {
    support::DocumentService service{};
    support::Documents& office = service.documents;
    std::string path = "/api/v1/meetings/knurow-2019-11-13";
    std::string own = R"({"office":)" + support::sample("knurow-2019-11-13-office.json") + '}';

    DraftRoutesTest() {
        office.rows.saveMeeting(office.meeting);
        service.office = office.office;
    }
};

TEST_F(DraftRoutesTest, LookFirstAndMakeNothing) {
    const Response plan = service.ask("POST", path + "/documents?dry_run=true", own);
    EXPECT_EQ(plan.status, 200) << plan.body;
    EXPECT_EQ(tree(plan).find("documents")->list()->size(), 13U);
    EXPECT_TRUE(tree(plan).find("faults")->list()->empty());
    EXPECT_EQ(textAt(plan, "documents.0.kind"), "declaration");
    EXPECT_TRUE(office.rows.signings({}).empty());
    service.office = {};
    const Response faulty = service.ask("POST", path + "/documents?dry_run=true");
    EXPECT_EQ(faulty.status, 200);
    EXPECT_GT(tree(faulty).find("faults")->list()->size(), 3U);
    EXPECT_EQ(service.ask("POST", path + "/documents").status, 422);
}

TEST_F(DraftRoutesTest, DraftAndIssueAMeetingsDocuments) {
    const Response made =
        service.ask("POST", path + "/documents", R"({"templates":["deklaracja"],"demonstration":true})");
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(tree(made).find("data")->list()->size(), 12U);
    EXPECT_EQ(textAt(made, "data.0.state"), "draft");
    EXPECT_EQ(support::fieldOf(made, "location"), "/api/v1/documents?meeting=knurow-2019-11-13");
    ASSERT_NE(tree(made).find("notices"), nullptr);
    const Response again = service.ask("POST", path + "/documents", R"({"templates":["deklaracja"]})");
    EXPECT_EQ(again.status, 422);
    EXPECT_EQ(textAt(again, "type"), "draft-faults");
    const Response rest =
        service.ask("POST", path + "/documents", R"({"templates":["deklaracja"],"only_missing":true})");
    EXPECT_EQ(rest.status, 201);
    EXPECT_TRUE(tree(rest).find("data")->list()->empty());
    EXPECT_NE(rest.body.find("draft-left-out"), std::string::npos);
    const Response issued = service.ask("POST", path + "/issue");
    EXPECT_EQ(tree(issued).find("data")->list()->size(), 12U);
    EXPECT_TRUE(tree(issued).find("errors")->list()->empty());
    EXPECT_TRUE(tree(service.ask("POST", path + "/issue")).find("data")->list()->empty());
    const Response board = service.ask("GET", path + "/board");
    EXPECT_EQ(*tree(board).at("counts.issued")->integer(), 12);
    EXPECT_EQ(textAt(board, "rows.0.step"), "issued");
    EXPECT_EQ(*tree(board).at("documents.in_state.issued")->integer(), 12);
    EXPECT_EQ(*tree(board).at("documents.to_send")->integer(), 12);
    EXPECT_EQ(*tree(board).at("documents.to_accept")->integer(), 0);
    EXPECT_TRUE(*tree(board).at("documents.demonstration")->truth());
}

TEST_F(DraftRoutesTest, SayWhereTheDocumentsAreWhateverTheMeetingIsCalled) {
    office.meeting.id = "knurów & 2019";
    office.rows.saveMeeting(office.meeting);
    const Response made = service.ask("POST", "/api/v1/meetings/knur%C3%B3w%20%26%202019/documents");
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(support::fieldOf(made, "location"), "/api/v1/documents?meeting=knur%C3%B3w%20%26%202019");
}

TEST_F(DraftRoutesTest, SayWhatIsWrongWithTheBody) {
    const Response body = service.ask("POST", path + "/documents",
                                      R"({"what":1,"office":{"schema":"office/1","declaration":{"form":"round"}}})");
    EXPECT_EQ(body.status, 400);
    EXPECT_EQ(support::pointers(body), (std::vector<std::string>{"/what", "/office/declaration/form"}));
    EXPECT_EQ(service.ask("POST", path + "/documents", R"({"demonstration":"true"})").status, 400);
    EXPECT_EQ(service.ask("POST", path + "/documents", R"({"templates":"deklaracja"})").status, 400);
    EXPECT_EQ(service.ask("POST", path + "/documents?dry=1").status, 400);
    EXPECT_EQ(service.ask("POST", path + "/issue?dry_run=true").status, 400);
    EXPECT_EQ(service.ask("GET", path + "/board?x=1").status, 400);
    EXPECT_EQ(service.ask("POST", path + "/documents", R"({"templates":["nie-ma"]})").status, 404);
    for (const char* target : {"/documents", "/issue"})
        EXPECT_EQ(service.ask("POST", "/api/v1/meetings/none" + std::string(target)).status, 404);
    EXPECT_EQ(textAt(service.ask("GET", "/api/v1/meetings/none/board"), "type"), "meeting-unknown");
}

TEST_F(DraftRoutesTest, TakeALateJoinerWithoutAMeeting) {
    const Response missing = service.ask("POST", "/api/v1/late-joiners", "{}");
    EXPECT_EQ(missing.status, 400);
    EXPECT_EQ(support::pointers(missing), (std::vector<std::string>{"/team", "/leader", "/institution"}));
    const Response numbers = service.ask("POST", "/api/v1/late-joiners", R"({"team": {"name": "Z"},
        "leader": {"id": "a", "name": "A", "nip": "5250008199"},
        "institution": {"id": "b", "name": "B", "nip": "525"}})");
    EXPECT_EQ(support::pointers(numbers), (std::vector<std::string>{"/leader/nip", "/institution/nip"}));
    const Response made = service.ask("POST", "/api/v1/late-joiners", R"({
        "project": {"title": "Projekt próbny"},
        "team": {"name": "Zespół próbny", "name_gen": "Zespołu próbnego"},
        "leader": {"id": "mops", "name": "Miejski Ośrodek Pomocy Społecznej", "name_gen": "Miejskiego Ośrodka Pomocy Społecznej"},
        "institution": {"id": "szkola", "name": "Szkoła Podstawowa nr 1", "name_gen": "Szkoły Podstawowej nr 1"},
        "person": {"first_name": "Żaneta", "last_name": "Próbna"}, "function": "dyrektorka"})");
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(textAt(made, "state"), "draft");
    EXPECT_EQ(support::fieldOf(made, "location"), "/api/v1/documents/" + textAt(made, "id"));
}

TEST_F(DraftRoutesTest, TellWhatTheOfficeOverrules) {
    office.office.project.emplace().number = "INNY/1/2019";
    service.office = office.office;
    const Response plan = service.ask("POST", path + "/documents?dry_run=true", R"({"templates":["deklaracja"]})");
    const Response made = service.ask("POST", path + "/documents", R"({"templates":["deklaracja"]})");
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_FALSE(tree(made).find("notices")->list()->empty());
    EXPECT_EQ(*tree(made).find("notices"), *tree(plan).find("notices"));
}

}  // namespace
}  // namespace http
