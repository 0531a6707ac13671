#include "server/http/problem.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

templates::Value bodyOf(const Response& response) { return workflow::readJson(response.body, "problem"); }

std::string member(const Response& response, const std::string& name) {
    const templates::Value body = bodyOf(response);
    const templates::Value* found = body.find(name);
    return found == nullptr ? "(none)" : workflow::valueJson(*found);
}

std::string fieldOf(const Response& response, const std::string& name) {
    for (const auto& [each, value] : response.fields)
        if (each == name) return value;
    return {};
}

TEST(Problem, HasTheMembersOfRfc9457) {
    const Response response = problem(413, say("too.large", {"1000"}), "ID");
    EXPECT_EQ(response.status, 413);
    EXPECT_EQ(fieldOf(response, "content-type"), "application/problem+json");
    EXPECT_EQ(member(response, "type"), "\"too-large\"");
    EXPECT_EQ(member(response, "title"), "\"Treść jest za długa.\"");
    EXPECT_EQ(member(response, "status"), "413");
    EXPECT_EQ(member(response, "detail"), "\"Treść żądania jest dłuższa niż 1000 bajtów.\"");
    EXPECT_EQ(member(response, "instance"), "\"ID\"");
    EXPECT_EQ(member(response, "errors"), "(none)");
    EXPECT_EQ(response.finding, "too.large");
}

TEST(Problem, NamesItsFamily) {
    EXPECT_EQ(problemType("http.framing.length"), "http-framing");
    EXPECT_EQ(problemType("host.missing"), "host");
    EXPECT_EQ(problemType("json.key_twice"), "json");
    EXPECT_EQ(problemType("pdf.encrypted"), "pdf-encrypted");
    EXPECT_EQ(problemType("http.no_resource"), "http-no-resource");
    EXPECT_EQ(problemType("hosting.plan"), "hosting-plan");
}

TEST(Problem, OfAWholeBodyOfJsonPointsToItsRoot) {
    for (const char* key : {"json.body", "data.faults", "account.faults"})
        EXPECT_EQ(member(problem(Error(ErrorCode::data, say(key), {{{}, say("json.wants_object")}}), "ID"), "errors"),
                  R"([{"detail":"W tym miejscu musi stać obiekt.","pointer":""}])");
    EXPECT_EQ(
        member(problem(Error(ErrorCode::data, say("issue.faults"), {{{}, say("issue.no_party")}}), "ID"), "errors")
            .find("pointer"),
        std::string::npos);
}

TEST(Problem, OfAnErrorListsItsFaultsOnceAndNothingOfItsContext) {
    const base::Fault pointed{{"plik.json", 0, 0, "/a/b"}, say("json.missing")};
    const base::Fault placed{{"lista.csv", 3, 7, {}}, say("csv.open_quote")};
    const Error error =
        Error(ErrorCode::data, say("issue.faults"), {pointed, placed, pointed}).with("secret", "s3cret");
    const Response response = problem(error, "ID");
    EXPECT_EQ(response.status, 422);
    EXPECT_EQ(member(response, "errors"),
              R"([{"detail":"Brakuje wymaganej wartości.","pointer":"/a/b"},)"
              R"({"column":7,"detail":"Cudzysłów otwarty w tym miejscu nie ma zamknięcia.","line":3}])");
    EXPECT_EQ(response.body.find("s3cret"), std::string::npos);
}

TEST(Problem, HasAStatusForEachCode) {
    EXPECT_EQ(statusOf(ErrorCode::usage), 400);
    EXPECT_EQ(statusOf(ErrorCode::unreadable), 422);
    EXPECT_EQ(statusOf(ErrorCode::data), 422);
    EXPECT_EQ(statusOf(ErrorCode::refused), 409);
    EXPECT_EQ(statusOf(ErrorCode::unavailable), 503);
    EXPECT_EQ(statusOf(ErrorCode::internal), 500);
    EXPECT_EQ(statusOf(ErrorCode::cannotWrite), 507);
    EXPECT_EQ(statusOf(ErrorCode::busy), 503);
    EXPECT_EQ(statusOf(ErrorCode::secret), 401);
    EXPECT_EQ(statusOf(ErrorCode::forbidden), 403);
    EXPECT_EQ(statusOf(ErrorCode::tooMany), 429);
    EXPECT_EQ(statusOf(ErrorCode::notFound), 404);
    EXPECT_EQ(statusOf(ErrorCode::conflict), 409);
}

TEST(Problem, OfJsonIs400AndOfCsv422) {
    EXPECT_EQ(problem(Error(ErrorCode::data, say("json.faults", {"x"})), "").status, 400);
    EXPECT_EQ(problem(Error(ErrorCode::data, say("csv.empty")), "").status, 422);
}

TEST(Problem, IsOfARaceWhereNoVersionWasNamed) {
    const Error changed(ErrorCode::conflict, say("etag.changed"));
    Request request;
    request.id = "ID";
    EXPECT_EQ(problem(changed, request).status, 409);
    EXPECT_EQ(member(problem(changed, request), "instance"), "\"ID\"");
    request.fields.emplace_back("if-match", "\"1\"");
    EXPECT_EQ(problem(changed, request).status, 412);
    EXPECT_EQ(problem(Error(ErrorCode::notFound, say("template.unknown")), request).status, 404);
}

TEST(Problem, OfTheServiceItselfTellsTheLogAloneWhatIsKnown) {
    const Response response = problem(Error(ErrorCode::internal, say("store.failed")).with("sqlite", "disk I/O"), "ID");
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(response.finding, "store.failed sqlite=disk I/O");
    EXPECT_EQ(response.body.find("disk"), std::string::npos);
}

TEST(Problem, SaysWhatItsStatusWants) {
    EXPECT_EQ(fieldOf(problem(Error(ErrorCode::busy, say("store.busy")), ""), "retry-after"), "1");
    EXPECT_EQ(fieldOf(problem(401, say("http.not_logged_in"), ""), "www-authenticate"), "Bearer realm=\"akces\"");
    EXPECT_EQ(fieldOf(problem(Refusal{405, say("http.method_unknown"), "GET"}, ""), "allow"), "GET");
    EXPECT_EQ(member(problem(599, say("http.busy"), ""), "title"), "\"Żądanie nie zostało wykonane.\"");
}

}  // namespace
}  // namespace http
