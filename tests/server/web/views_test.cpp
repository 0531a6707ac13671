#include "server/web/views.h"

#include <gtest/gtest.h>

#include "base/message.h"
#include "tests/support/samples.h"

namespace web {
namespace {

using templates::Value;

TEST(Views, LayPagesOutInTheThreadsLanguage) {
    const Views views;
    const Value data = Value::Map{{"title", "<Tytuł>"}};
    const std::string polish = views.page("welcome", data);
    EXPECT_TRUE(polish.starts_with("<!DOCTYPE html>\n<html lang=\"pl\">"));
    EXPECT_NE(polish.find("<title>&lt;Tytuł&gt; – Akces</title>"), std::string::npos);
    const base::LanguageScope scope(base::Language::english);
    EXPECT_NE(views.page("welcome", data).find("<html lang=\"en\">"), std::string::npos);
}

TEST(Views, LeadAnAddressNowhereThatIsNone) {
    const Views views;
    const std::string html = views.page("send_again", Value::Map{{"next", "javascript:alert(1)"}});
    EXPECT_EQ(html.find("\"javascript:"), std::string::npos);
}

TEST(Views, HaveNoPageOfAnotherName) {
    const Views views;
    EXPECT_EQ(support::codeOf([&] { views.page("no_such", Value::Map{}); }), base::ErrorCode::internal);
}

TEST(Asset, IsTheStyleAndTheScript) {
    EXPECT_NE(asset("style.css").find("--accent"), std::string_view::npos);
    EXPECT_NE(asset("akces.js").find("use strict"), std::string_view::npos);
    EXPECT_TRUE(asset("../style.css").empty());
}

}  // namespace
}  // namespace web
