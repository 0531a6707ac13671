#include "server/http/office_body.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace http {
namespace {

OfficeBody read(const std::string& body) {
    Request request;
    request.body = body;
    return readOfficeBody(request, {"reason", "confirmed", "templates"});
}

std::vector<std::string> pointers(const std::string& body) {
    std::vector<std::string> found;
    try {
        read(body);
    } catch (const base::Error& error) {
        for (const base::Fault& fault : error.faults()) found.push_back(fault.place.pointer);
    }
    return found;
}

TEST(OfficeBody, HoldsPlainMembersAndItsOwnOffice) {
    const std::string json = R"({"reason":"ł","confirmed":true,"templates":["a"],"office":{"schema":"office/1"}})";
    const OfficeBody body = read(json);
    EXPECT_EQ(body.text("reason"), "ł");
    EXPECT_TRUE(body.truth("confirmed"));
    EXPECT_EQ(body.texts("templates"), std::vector<std::string>{"a"});
    EXPECT_TRUE(body.office);
    const OfficeBody nothing = read("");
    EXPECT_EQ(nothing.text("reason"), "");
    EXPECT_FALSE(nothing.truth("confirmed"));
    EXPECT_FALSE(nothing.office);
}

TEST(OfficeBody, SaysWhereEachFaultStands) {
    EXPECT_EQ(pointers(R"({"b":1,"office":{"schema":"office/1","sign":1},"a":2})"),
              (std::vector<std::string>{"/a", "/b", "/office/sign"}));
    EXPECT_EQ(pointers("[]"), std::vector<std::string>{""});
    const OfficeBody wrong = read(R"({"reason":1,"confirmed":"true","templates":["a",1]})");
    EXPECT_EQ(support::codeOf([&] { (void)wrong.text("reason"); }), base::ErrorCode::data);
    EXPECT_EQ(support::codeOf([&] { (void)wrong.truth("confirmed"); }), base::ErrorCode::data);
    EXPECT_EQ(support::codeOf([&] { (void)wrong.texts("templates"); }), base::ErrorCode::data);
}

}  // namespace
}  // namespace http
