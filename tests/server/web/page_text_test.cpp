#include "server/web/page_text.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/samples.h"

namespace web {
namespace {

using base::Language;

struct PageTextTest : testing::Test {
    std::map<std::string, std::string, std::less<>> parts{{"part_box", "<b id=\"$name\">[[$label]]$more</b>"},
                                                          {"part_circle", "[[>part_circle]]"}};
    std::string made(std::string_view source, Language language = Language::polish) {
        return pageText(source, language, [this](std::string_view name) -> std::string_view {
            const auto found = parts.find(name);
            if (found == parts.end()) throw base::Error(base::ErrorCode::internal, base::say("http.internal"));
            return found->second;
        });
    }
};

TEST_F(PageTextTest, PutsSentencesOfItsLanguageIn) {
    EXPECT_EQ(made("<h1>[[web.log_in]]</h1>"), "<h1>Zaloguj się</h1>");
    EXPECT_EQ(made("<h1>[[web.log_in]]</h1>", Language::english), "<h1>Log in</h1>");
}

TEST_F(PageTextTest, PutsTemplateTextIntoASentencesSlots) {
    EXPECT_EQ(made("[[web.line|{{line}}]]"), "Wiersz {{line}}:");
    EXPECT_EQ(made("[[web.logged_in|<b>{{user}}</b>]]"), "Konto: <b>{{user}}</b>");
}

TEST_F(PageTextTest, PutsPartsInWithTheirArguments) {
    EXPECT_EQ(made("[[>part_box name=a label=web.password more=\" x y\"]]"), "<b id=\"a\">Hasło x y</b>");
    EXPECT_EQ(made("[[>part_box name=a label=web.password more=\"\"]]"), "<b id=\"a\">Hasło</b>");
}

TEST_F(PageTextTest, RefusesWhatCannotBeAPage) {
    for (const char* wrong : {"[[no.such_key]]", "[[web.log_in", "[[>no_part]]", "[[>part_box name=a]]",
                              "[[>part_circle]]", "[[web.log_in|{{value}}]]"})
        EXPECT_EQ(support::codeOf([&] { made(wrong); }), base::ErrorCode::internal) << wrong;
}

TEST(GluedHtml, KeepsShortWordsWithTheNextAndEscapes) {
    EXPECT_EQ(gluedHtml("Podpis w polu <a> & z hasłem"), "Podpis w\u00a0polu &lt;a&gt; &amp; z\u00a0hasłem");
}

TEST(GluedMarkup, GluesTheTextBetweenTagsAlone) {
    EXPECT_EQ(gluedMarkup("<p title=\"a w b\">praca <b>w zespole</b> i z<br>rodziną"),
              "<p title=\"a w b\">praca <b>w\u00a0zespole</b> i\u00a0z<br>rodziną");
    for (const char* same : {"", "bez", "<p", "<p>"}) EXPECT_EQ(gluedMarkup(same), same);
}

TEST(WithGluedValues, MarksWhatStandsBetweenTagsAndIsNotMarkedYet) {
    EXPECT_EQ(withGluedValues("<p id=\"{{id}}\">{{#a}}{{name}} {{at:x-moment}}{{/a}}</p>{{a__b}}"),
              "<p id=\"{{id}}\">{{#a}}{{name:x-glued}} {{at:x-moment}}{{/a}}</p>{{a__b:x-glued}}");
    for (const char* same :
         {"", "<a href=\"/{{path}}\"{{#on}} class=\"{{look}}\"{{/on}}>", "{{%AUTOESCAPE context=\"HTML\"}}"})
        EXPECT_EQ(withGluedValues(same), same);
}

}  // namespace
}  // namespace web
