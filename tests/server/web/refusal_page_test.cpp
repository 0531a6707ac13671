#include "server/web/refusal_page.h"

#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;

struct RefusalPageTest : testing::Test, support::PageService {
    http::Response refused(int status, const std::string& detail) {
        answers["GET /users"] = {
            status, R"({"status":)" + std::to_string(status) + R"(,"detail":")" + detail + R"(","instance":"NR1"})"};
        return ask("GET", "/konta");
    }
};

TEST_F(RefusalPageTest, SaysWhatToDoForEachKindOfRefusal) {
    EXPECT_TRUE(has(refused(403, "x").body, "Brak uprawnienia"));
    EXPECT_TRUE(has(refused(404, "x").body, "Nie ma takiej strony"));
    EXPECT_TRUE(has(refused(409, "Stan.").body, "Stan."));
    EXPECT_TRUE(has(refused(500, "x").body, "NR1"));
    EXPECT_EQ(refused(500, "x").status, 500);
}

TEST_F(RefusalPageTest, AsksToLogInAndComesBack) {
    answers["GET /session"] = {401, "{}"};
    const auto response = refused(401, "nikt");
    EXPECT_EQ(response.status, 401);
    EXPECT_TRUE(has(response.body, R"(name="next" value="/konta")"));
}

TEST_F(RefusalPageTest, KeepsWhatAFormHeldButNoSecret) {
    answers["GET /session"] = {401, "{}"};
    answers["POST /users"] = {401, R"({"status":401})"};
    const std::string html = post("/konta", "name=jan&password=tajne&csrf_token=C").body;
    EXPECT_TRUE(has(html, R"(name="kept__name" value="jan")"));
    EXPECT_FALSE(has(html, "tajne"));
}

}  // namespace
}  // namespace web
