#include "server/http/fault_value.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

TEST(FaultValue, HasWhatIsKnownOfEachFaultOnce) {
    const base::Fault csv{{"x", 3, 4, ""}, say("csv.empty")};
    const Error error(ErrorCode::data, say("x"), {csv, csv, {{"", 0, 0, "/id"}, say("json.missing")}});
    EXPECT_EQ(workflow::valueJson(faultValues(error)), R"([{"column":4,"detail":"Plik jest pusty.","line":3},)"
                                                       R"({"detail":"Brakuje wymaganej wartości.","pointer":"/id"}])");
}

TEST(FaultValue, OfAWholeBodyOfJsonHasTheRootsPointer) {
    const std::vector<base::Fault> faults{{{}, say("json.wants_object")}, {{"", 2, 1, {}}, say("json.malformed")}};
    EXPECT_EQ(workflow::valueJson(faultValues(Error(ErrorCode::data, say("json.body"), faults))),
              R"([{"detail":"W tym miejscu musi stać obiekt.","pointer":""},)"
              R"({"column":1,"detail":"W tym miejscu plik przestaje być poprawnym dokumentem JSON.","line":2}])");
    EXPECT_EQ(faultValues(Error(ErrorCode::data, say("csv.faults"), faults)).front().find("pointer"), nullptr);
}

TEST(FaultValue, OfAPlanAreDataAndConflicts) {
    EXPECT_TRUE(faultsAgainst([] {}).empty());
    EXPECT_EQ(faultsAgainst([] { throw Error(ErrorCode::conflict, say("csv.empty")); }).size(), 1U);
    EXPECT_EQ(faultsAgainst([] { throw Error(ErrorCode::data, say("x"), {{{}, say("a")}, {{}, say("b")}}); }).size(),
              2U);
    EXPECT_THROW(faultsAgainst([] { throw Error(ErrorCode::notFound, say("x")); }), Error);
}

TEST(FaultValue, OfSentencesIsTheirText) {
    EXPECT_EQ(workflow::valueJson(sentenceValues({say("csv.empty")})), R"(["Plik jest pusty."])");
}

}  // namespace
}  // namespace http
