#include <cstring>

#include "server/web/dictionary.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <gtest/gtest.h>

namespace web {
namespace {

using templates::Value;

std::string shown(const std::string& source, const Value& data) {
    ctemplate::TemplateCache cache;
    EXPECT_TRUE(cache.StringToTemplateCache("t", "{{%AUTOESCAPE context=\"HTML\"}}" + source, ctemplate::DO_NOT_STRIP));
    ctemplate::TemplateDictionary dictionary("t");
    fill(dictionary, data, Wanted(source));
    std::string html;
    EXPECT_TRUE(cache.ExpandWithData("t", ctemplate::DO_NOT_STRIP, &dictionary, nullptr, &html));
    return html;
}

TEST(Dictionary, NamesAValueByItsPath) {
    const Value data = Value::Map{{"a", Value::Map{{"b", "x<y"}, {"n", 0}}}};
    EXPECT_EQ(shown("{{a__b}} {{a__n}}", data), "x&lt;y 0");
}

TEST(Dictionary, ShowsTheSectionOfWhatIsThereAndOfWhatIsMissing) {
    const Value data = Value::Map{{"there", "x"}, {"yes", true}, {"no", false}, {"null", Value()}, {"empty", ""}};
    EXPECT_EQ(shown("{{#there}}1{{/there}}{{#no_there}}2{{/no_there}}{{#yes}}3{{/yes}}{{#no_no}}4{{/no_no}}"
                    "{{#null}}5{{/null}}{{#no_null}}6{{/no_null}}{{#no_empty}}7{{/no_empty}}",
                    data),
              "13467");
}

TEST(Dictionary, TakesWhatIsNotThereAtAllForMissing) {
    const Value one = Value::Map{{"name", "A"}, {"note", "n"}, {"in__side", "f"}};
    const Value other = Value::Map{{"name", "B"}, {"inner", Value::List{Value::Map{{"x", 1}}, Value::Map{}}}};
    const Value data = Value::Map{{"people", Value::List{one, other}}, {"a", Value::Map{{"b", "x"}}}};
    EXPECT_EQ(shown("{{#no_gone}}1{{/no_gone}}{{#no_a__c}}2{{/no_a__c}}{{#no_a__b}}3{{/no_a__b}}{{#no_a}}4{{/no_a}}"
                    "{{#no_people}}5{{/no_people}}",
                    data),
              "12");
    EXPECT_EQ(
        shown("{{#people}}{{people__name}}{{people__note}}{{#no_people__note}}-{{/no_people__note}}"
              "{{#no_people__in__side}}+{{/no_people__in__side}}{{#people__inner}}"
              "{{people__inner__x}}{{#no_people__inner__x}}*{{/no_people__inner__x}}{{/people__inner}};{{/people}}",
              data),
        "An;B-+1*;");
}

TEST(Dictionary, RepeatsTheSectionOfAList) {
    const Value data = Value::Map{{"name", "outer"},
                                  {"people", Value::List{Value::Map{{"name", "A"}}, Value::Map{{"name", "B"}}}},
                                  {"words", Value::List{"x", "y"}},
                                  {"none", Value::List{}}};
    EXPECT_EQ(shown("{{#people}}{{people__name}}-{{name}};{{/people}} {{people__count}}", data), "A-outer;B-outer; 2");
    EXPECT_EQ(shown("{{#words}}{{words__item}}{{/words}}{{#any_words}}!{{/any_words}}", data), "xy!");
    EXPECT_EQ(shown("{{#none}}x{{/none}}{{#no_none}}empty{{/no_none}}{{none__count}}", data), "empty0");
}

}  // namespace
}  // namespace web
