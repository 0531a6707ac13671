#include "server/web/page_data.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"

namespace web {
namespace {

using templates::Value;

TEST(PageData, FlattensATreeAsFormsNameIt) {
    const Value tree = workflow::readJson(R"({"a":{"b":"x","c":{"d":1}},"list":["p","q"],"none":null})", "");
    const Value::Map map = flat(tree);
    EXPECT_EQ(map.at("a__b"), Value("x"));
    EXPECT_EQ(map.at("a__c__d"), Value(1));
    EXPECT_EQ(map.at("list"), Value("p\nq"));
    EXPECT_TRUE(map.at("none").isNull());
}

TEST(PageData, PutsEachFaultBesideItsField) {
    const Value problem = workflow::readJson(
        R"({"title":"T","detail":"D","errors":[{"detail":"Za krótkie.","pointer":"/a/b"},{"detail":"Wiersz.","line":3}]})",
        "");
    Value::Map data;
    addProblem(data, problem, Form());
    EXPECT_EQ(data.at("fault_a__b"), Value("Za krótkie."));
    EXPECT_EQ(*Value(data).at("problem.detail"), Value("D"));
    EXPECT_EQ(*Value(data).at("problem.errors.0.field"), Value("a__b"));
    EXPECT_EQ(*Value(data).at("problem.errors.1.line"), Value(3));
}

TEST(PageData, PutsAFaultOfItsOwnBesideItsField) {
    Value::Map data;
    addFault(data, "repeated", base::say("web.passwords_differ"), Form());
    EXPECT_EQ(data.at("fault_repeated"), *Value(data).at("problem.errors.0.detail"));
    EXPECT_EQ(*Value(data).at("problem.errors.0.field"), Value("repeated"));
}

TEST(PageData, PutsTheFaultOfALineBesideItsList) {
    http::Request request;
    request.fields = {{"content-type", "application/x-www-form-urlencoded"}};
    request.body = "meeting__agenda=a";
    const Value problem =
        workflow::readJson(R"({"errors":[{"detail":"Zły.","pointer":"/meeting/agenda/0/title"}]})", "");
    Value::Map data;
    addProblem(data, problem, Form(request));
    EXPECT_EQ(data.at("fault_meeting__agenda"), Value("Zły."));
}

TEST(PageData, ShowsAgainWhatWasTyped) {
    http::Request request;
    request.fields = {{"content-type", "application/x-www-form-urlencoded"}};
    request.body = "name=Nowa&password=x";
    Value::Map data{{"name", "Stara"}};
    addProblem(data, Value::Map{}, Form(request));
    EXPECT_EQ(data.at("name"), Value("Nowa"));
    EXPECT_FALSE(data.contains("password"));
}

TEST(PageData, NamesAFieldByItsPointer) {
    EXPECT_EQ(fieldName("/controller/name"), "controller__name");
    EXPECT_EQ(fieldName(""), "");
}

}  // namespace
}  // namespace web
