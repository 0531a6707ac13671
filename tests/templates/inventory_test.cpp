#include "templates/inventory.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "templates/template.h"

namespace templates {
namespace {

Template read(const std::string& body) {
    return readTemplate("<template title=\"t\">" + body + "</template>", "t.xml");
}

/// "path need shape" with the object that may be missing in brackets.
std::vector<std::string> uses(const std::string& body) {
    std::vector<std::string> found;
    for (const FieldUse& use : inventory(read(body))) {
        constexpr const char* needs[] = {"required", "optional", "conditional"};
        constexpr const char* shapes[] = {"text", "list", "truth"};
        found.push_back(use.path + ' ' + needs[static_cast<int>(use.need)] + ' ' + shapes[static_cast<int>(use.shape)] +
                        (use.within.empty() ? "" : " [" + use.within + ']'));
    }
    return found;
}

using Lines = std::vector<std::string>;

TEST(Inventory, TellsRequiredOptionalAndConditionalPathsApart) {
    EXPECT_EQ(uses("<p>{{ a }} {{ b? }} {{ c | default x }} <if has=\"d\">{{ d }}</if></p>"),
              (Lines{"a required text", "b optional text", "c optional text", "d conditional text"}));
}

TEST(Inventory, TakesTheStrictestNeed) {
    EXPECT_EQ(uses("<p><if has=\"a\">{{ a }}</if> {{ a? }} {{ a }}</p>"), (Lines{"a required text"}));
}

TEST(Inventory, CallsAFieldUnderAnotherConditionConditional) {
    EXPECT_EQ(uses("<p><if has=\"a\">{{ b }}</if><if missing=\"a\">{{ c }}</if><if any=\"a b\">{{ d }}</if></p>"),
              (Lines{"a conditional truth", "b conditional text", "c conditional text", "d conditional text"}));
}

TEST(Inventory, KnowsWhatAnObjectMustHoldWhereItIsThere) {
    EXPECT_EQ(uses("<p><if has=\"meeting\">{{ meeting.date }}</if></p>"),
              (Lines{"meeting conditional truth", "meeting.date required text [meeting]"}));
    EXPECT_EQ(uses("<p><if missing=\"m\">x<else/>{{ m.date }}</if><if has=\"m\">x<else/>{{ m.place }}</if></p>"),
              (Lines{"m conditional truth", "m.date required text [m]", "m.place conditional text"}));
}

TEST(Inventory, PutsPathsOfALoopUnderTheirList) {
    EXPECT_EQ(uses("<for each=\"people\" as=\"p\"><p>{{ no }} {{ p.name }} {{ team }}</p></for>"),
              (Lines{"people required list", "people[].name required text", "team required text"}));
    EXPECT_EQ(uses("<for each=\"people?\" as=\"p\"><p>{{ p.name }} {{ team }}</p></for>"),
              (Lines{"people optional list", "people[].name required text [people[]]", "team conditional text"}));
    EXPECT_EQ(uses("<for each=\"a\" as=\"x\"><for each=\"x.b\" as=\"y\"><p>{{ y }}</p></for></for>"),
              (Lines{"a required list", "a[].b required list", "a[].b[] required text"}));
}

TEST(Inventory, ReadsAttributesAndTheListFilter) {
    EXPECT_EQ(uses("<signature field=\"{{ a }}\" description=\"{{ b? }}\"/><p>{{ c | list }}</p>"),
              (Lines{"a required text", "b optional text", "c required list"}));
}

TEST(Inventory, KnowsTheDeclarationsFields) {
    const auto fields = inventory(readTemplate(shippedTemplate("deklaracja"), "deklaracja.xml"));
    const auto need = [&](const std::string& path) {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const FieldUse& use) { return use.path == path; });
        return found == fields.end() ? -1 : static_cast<int>(found->need);
    };
    EXPECT_EQ(need("team.name_gen"), static_cast<int>(Need::required));
    EXPECT_EQ(need("controller.dpo"), static_cast<int>(Need::required));  // of the included notice
    EXPECT_EQ(need("partner.nip"), static_cast<int>(Need::conditional));
    EXPECT_EQ(need("partner.niP"), -1);
}

TEST(JsonSchema, RequiresWhatTheTemplateRequires) {
    EXPECT_EQ(
        jsonSchema(read("<p>{{ a }} {{ b.c? }} {{ n | list }}<if has=\"m\">{{ m.d }}</if></p>"
                        "<for each=\"p?\" as=\"x\"><p>{{ x.y }}</p></for>")),
        R"({"$schema":"https://json-schema.org/draft/2020-12/schema","title":"t.xml","type":"object","properties":{)"
        R"("a":{"type":["string","integer"]},)"
        R"("b":{"type":"object","properties":{"c":{"type":["string","integer"]}}},)"
        R"("m":{"type":"object","properties":{"d":{"type":["string","integer"]}},"required":["d"]},)"
        R"("n":{"type":"array","items":{"type":"string"}},)"
        R"("p":{"type":"array","items":{"type":"object","properties":{"y":{"type":["string","integer"]}},"required":["y"]}}},)"
        R"("required":["a","n"]})");
}

}  // namespace
}  // namespace templates
