#include "server/http/template_routes.h"

#include <gtest/gtest.h>

#include "tests/support/meeting_service.h"

namespace http {
namespace {

using support::allAt;
using support::fieldOf;
using support::textAt;
using support::typeOf;

struct TemplateRoutesTest : testing::Test, support::MeetingService {
    const std::string good = std::string(::templates::shippedTemplate("lista-obecnosci"));
    const std::string bad = "<template title=\"x\"\n  language=\"pl\">\n  <script/>\n</template>";
    const std::string xml = "application/xml";
};

TEST_F(TemplateRoutesTest, SaveShowChangeAndRemoveOne) {
    const auto added = ask("PUT", "/templates/nasza", good, {{"content-type", xml}});
    ASSERT_EQ(added.status, 201);
    EXPECT_EQ(fieldOf(added, "location"), "/api/v1/templates/nasza");
    const auto shown = get("/templates/nasza");
    EXPECT_EQ(shown.body, good);
    EXPECT_EQ(fieldOf(shown, "content-type"), xml);
    EXPECT_EQ(fieldOf(shown, "etag"), fieldOf(added, "etag"));
    EXPECT_EQ(ask("PUT", "/templates/nasza", good, {{"content-type", xml}}).status, 428);
    EXPECT_EQ(put("/templates/nasza", good + '\n', xml).status, 200);
    EXPECT_EQ(ask("DELETE", "/templates/nasza").status, 428);
    EXPECT_EQ(remove("/templates/nasza").status, 204);
    EXPECT_EQ(get("/templates/nasza").status, 404);
}

TEST_F(TemplateRoutesTest, KeepThoseThatShip) {
    EXPECT_EQ(typeOf(put("/templates/deklaracja", good, xml)), "template-shipped");
    EXPECT_EQ(remove("/templates/deklaracja").status, 409);
    EXPECT_EQ(ask("PUT", "/templates/A", good, {{"content-type", xml}}).status, 422);
    EXPECT_EQ(ask("PUT", "/templates/a", good).status, 415);
}

TEST_F(TemplateRoutesTest, CheckOne) {
    const auto fine = ask("POST", "/templates/check", good, {{"content-type", xml}});
    EXPECT_EQ(fine.status, 200);
    EXPECT_EQ(fine.body, "{}");
    const auto faulty = ask("POST", "/templates/check", bad, {{"content-type", xml}});
    EXPECT_EQ(faulty.status, 422);
    const auto whole = support::tree(faulty);
    EXPECT_EQ(*whole.find("errors")->list()->back().find("line")->integer(), 3);
    EXPECT_NE(whole.find("errors")->list()->back().find("column"), nullptr);
    EXPECT_EQ(ask("PUT", "/templates/a", bad, {{"content-type", xml}}).status, 422);
    EXPECT_EQ(get("/templates/a").status, 404);
}

TEST_F(TemplateRoutesTest, ListThemAndTheirFields) {
    EXPECT_EQ(allAt(get("/templates"), "name"), ::templates::shippedTemplateNames());
    const auto first = get("/templates?limit=1");
    EXPECT_EQ(allAt(get("/templates?limit=1&after=" + textAt(first, "pagination.next")), "name").front(),
              "deklaracja-wspolna");
    const auto fields = get("/templates/deklaracja/fields");
    EXPECT_EQ(fields.status, 200);
    EXPECT_EQ(textAt(fields, "type"), "object");
    EXPECT_EQ(typeOf(get("/templates/nic/fields")), "template-unknown");
}

}  // namespace
}  // namespace http
