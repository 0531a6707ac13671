#include "server/web/wanted.h"

#include <gtest/gtest.h>

namespace web {
namespace {

std::string textOf(const WantedPlace::Name& name) { return name ? std::string(name->begin(), name->end()) : ""; }

TEST(Wanted, HasTheNamesOfATemplateByTheirPlaces) {
    const Wanted wanted("{{%AUTOESCAPE}}a {{b__c:x-day}} {{#d_1}}{{e}}{{/d_1}} {{#e}}{f}{{/e}}");
    const WantedPlace* deep = wanted.root().at("b__c");
    ASSERT_NE(deep, nullptr);
    EXPECT_EQ(textOf(deep->value), "b__c");
    EXPECT_FALSE(deep->section);
    EXPECT_EQ(textOf(wanted.root().at("d_1")->section), "d_1");
    EXPECT_FALSE(wanted.root().at("d_1")->value);
    EXPECT_EQ(textOf(wanted.root().at("e")->value), "e");
    EXPECT_EQ(textOf(wanted.root().at("e")->section), "e");
    EXPECT_FALSE(wanted.root().at("b")->value);
    EXPECT_EQ(wanted.root().at("f"), nullptr);
    EXPECT_EQ(wanted.root().at("b__c__d"), nullptr);
}

TEST(Wanted, FindsNothingByAPathWithoutAnEnd) {
    const Wanted wanted("{{user}}{{#a__b}}{{/a__b}}");
    for (const char* path : {"", "__", "user__", "a__", "a__b__", "__user", "a____b"})
        EXPECT_EQ(wanted.root().at(path), nullptr) << path;
}

TEST(Wanted, KnowsTheSectionsThatAreMadeOfAName) {
    const Wanted wanted("{{#any_a__b}}{{/any_a__b}}{{#no_a__b}}{{no_c}}{{/no_a__b}}");
    const WantedPlace* place = wanted.root().at("a__b");
    ASSERT_NE(place, nullptr);
    EXPECT_EQ(textOf(place->any), "any_a__b");
    EXPECT_EQ(textOf(place->no), "no_a__b");
    EXPECT_FALSE(place->section);
    EXPECT_EQ(wanted.root().at("c"), nullptr) << "a value of that name is no section";
    ASSERT_EQ(wanted.root().absences.size(), 1U);
    EXPECT_EQ(wanted.root().absences[0].path, "a__b");
    ASSERT_EQ(wanted.root().at("a")->absences.size(), 1U);
    EXPECT_EQ(wanted.root().at("a")->absences[0].path, "b");
    EXPECT_TRUE(place->absences.empty());
}

}  // namespace
}  // namespace web
