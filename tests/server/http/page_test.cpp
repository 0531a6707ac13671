#include "server/http/page.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace http {
namespace {

workflow::PageWish wish(std::string query) {
    Request request;
    request.query = std::move(query);
    return pageOf(Query(request, kPage));
}

TEST(Page, HoldsFiftyItemsWhereNothingIsSaid) { EXPECT_EQ(wish(""), (workflow::PageWish{"", 50})); }

TEST(Page, IsAskedForByLimitAndCursor) {
    EXPECT_EQ(wish("limit=7"), (workflow::PageWish{"", 7}));
    EXPECT_EQ(wish("after=ABC-234&limit=200"), (workflow::PageWish{"ABC-234", 200}));
}

TEST(Page, RefusesEverythingElse) {
    for (const char* query :
         {"limit=0", "limit=201", "limit=-1", "limit=+1", "limit=1x", "limit=", "limit", "limit=99999999999999999999",
          "after=%2e", "after=a%00", "limit=1&limit=1", "page=2", "=", "&", "limit=1&&after=A"})
        EXPECT_EQ(support::codeOf([&] { wish(query); }), base::ErrorCode::usage) << query;
    EXPECT_EQ(support::codeOf([&] { wish("after=" + std::string(513, 'A')); }), base::ErrorCode::usage);
}

TEST(Page, DoesNotSayBackWhatItDoesNotKnow) {
    try {
        wish("canary=1");
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(base::text(error.message()).find("canary"), std::string::npos);
    }
}

TEST(Page, HasItsCursorAsANumberWhereItIsOne) {
    EXPECT_EQ(numberAfter({"", 1}), 0);
    EXPECT_EQ(numberAfter({"12", 1}), 12);
    EXPECT_EQ(support::codeOf([] { numberAfter({"A", 1}); }), base::ErrorCode::usage);
}

TEST(Page, SaysWhetherThereIsANextOne) {
    const auto json = [](int number) { return templates::Value(number); };
    const auto id = [](int number) { return std::to_string(number); };
    EXPECT_EQ(written(pageAnswer(workflow::PageWish{"", 2}, std::vector{1, 2, 3}, json, id)).body,
              R"({"data":[1,2],"pagination":{"limit":2,"next":"2"}})");
    EXPECT_EQ(written(pageAnswer(workflow::PageWish{"2", 2}, std::vector{3, 4}, json, id)).body,
              R"({"data":[3,4],"pagination":{"limit":2,"next":null}})");
    EXPECT_EQ(written(pageAnswer(workflow::PageWish{}, std::vector<int>{}, json, id)).body,
              R"({"data":[],"pagination":{"limit":50,"next":null}})");
    EXPECT_EQ(oneMore({"x", 2}), (workflow::PageWish{"x", 3}));
}

TEST(Page, HasItsCursorAsATextWhateverThatHolds) {
    EXPECT_EQ(cursorOf("knurow-2019-11-13"), "knurow-2019-11-13");
    EXPECT_EQ(cursorOf("ą/b"), "x--c4852f62");
    EXPECT_EQ(cursorOf("x--1"), "x--782d2d31");
    for (const char* text : {"knurow-2019-11-13", "ą/b", "x--1", " "}) {
        const auto page = wish("after=" + cursorOf(text));
        EXPECT_EQ(textAfter(page), text);
    }
    EXPECT_EQ(textAfter({"", 1}), "");
    EXPECT_EQ(support::codeOf([] { textAfter({"x--7", 1}); }), base::ErrorCode::usage);
}

TEST(Page, IsAPartOfAWholeList) {
    const auto answer = [](const workflow::PageWish& page) {
        return written(partAnswer(
            page, std::vector<int>{1, 2, 3}, [&](int one) { return one > numberAfter(page); },
            [](int one) { return templates::Value(one); }, [](int one) { return std::to_string(one); }));
    };
    EXPECT_EQ(answer({"", 2}).body, R"({"data":[1,2],"pagination":{"limit":2,"next":"2"}})");
    EXPECT_EQ(answer({"2", 2}).body, R"({"data":[3],"pagination":{"limit":2,"next":null}})");
}

}  // namespace
}  // namespace http
