#include "server/workflow/own_templates.h"

#include <gtest/gtest.h>

#include "tests/support/meetings.h"

namespace workflow {
namespace {

using base::ErrorCode;
using support::codeOf;
using support::failureOf;
using support::faultsOf;
using Lines = std::vector<std::string>;

struct OwnTemplatesTest : testing::Test, support::MeetingRows {
    OwnTemplates own{rows, audit, clock};
    const std::string good = std::string(templates::shippedTemplate("lista-obecnosci"));
};

TEST_F(OwnTemplatesTest, StandBesideThoseThatShip) {
    EXPECT_EQ(own.list().size(), templates::shippedTemplateNames().size());
    EXPECT_EQ(own.save(clerk, "nasza-lista", good, refuse), OwnTemplates::Saved::added);
    const auto all = own.list();
    ASSERT_EQ(all.back().name, "nasza-lista");
    EXPECT_FALSE(all.back().isShipped);
    EXPECT_EQ(all.back().changedAt, now);
    EXPECT_TRUE(all.front().isShipped);
    EXPECT_EQ(own.xml("nasza-lista"), good);
    EXPECT_NE(own.fields("nasza-lista").find("\"participants\""), std::string::npos);
    const auto named = own.named({"nasza-lista", "deklaracja"});
    ASSERT_EQ(named.size(), 2U);
    EXPECT_EQ(named.front().name, "nasza-lista");
    EXPECT_EQ(support::codeOf([&] { own.named({"deklaracja", "nic"}); }), base::ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { own.fields("nic"); }), ErrorCode::notFound);
}

TEST_F(OwnTemplatesTest, AreChangedAndRemoved) {
    own.save(clerk, "x", good, {});
    std::string seen;
    EXPECT_EQ(own.save(clerk, "x", good + '\n', see(seen)), OwnTemplates::Saved::changed);
    EXPECT_EQ(seen, good);
    EXPECT_EQ(failureOf([&] { own.save(clerk, "x", good, refuse); }), "status.412");
    EXPECT_EQ(failureOf([&] { own.remove(clerk, "x", refuse); }), "status.412");
    EXPECT_EQ(own.xml("x"), good + '\n');
    own.remove(clerk, "x", {});
    EXPECT_EQ(failureOf([&] { own.remove(clerk, "x", {}); }), "template.unknown");
    EXPECT_EQ(told(), (Lines{"template.add x", "template.change x", "template.remove x"}));
}

TEST_F(OwnTemplatesTest, NeverTakeTheNameOfOneThatShips) {
    EXPECT_EQ(failureOf([&] { own.save(clerk, "deklaracja", good, {}); }), "template.shipped");
    EXPECT_EQ(failureOf([&] { own.remove(clerk, "deklaracja", {}); }), "template.shipped");
    for (const std::string& name :
         {std::string("../x"), std::string("Żółw"), std::string("a b"), std::string("-a"), std::string(65, 'a')})
        EXPECT_EQ(failureOf([&] { own.save(clerk, name, good, {}); }), "template.bad_name") << name;
    EXPECT_TRUE(told().empty());
}

TEST_F(OwnTemplatesTest, AreCheckedBeforeTheyAreKept) {
    const std::string bad = "<template title=\"x\"\n  language=\"pl\">\n  <script/>\n</template>";
    const auto faults = faultsOf([&] { OwnTemplates::check(bad); });
    ASSERT_FALSE(faults.empty());
    EXPECT_NE(std::find(faults.begin(), faults.end(), "3:3 template.unknown_element"), faults.end()) << faults.front();
    EXPECT_EQ(faultsOf([&] { own.save(clerk, "x", bad, {}); }), faults);
    EXPECT_FALSE(rows.ownTemplate("x"));
    EXPECT_NO_THROW(OwnTemplates::check(good));
    EXPECT_EQ(failureOf([&] { OwnTemplates::check("<!DOCTYPE x><x/>"); }), "template.faults");
}

}  // namespace
}  // namespace workflow
