#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/templates/text_of.h"

namespace templates {
namespace {

using Lines = std::vector<std::string>;

Lines bound(std::string_view xml, const Value& data) { return linesOf(boundDocument(xml, data)); }

Value common() {
    Value data;
    data.set("team.name", "Partnerski Zespół Kooperacyjny w Knurowie");
    data.set("team.name_gen", "Partnerskiego Zespołu Kooperacyjnego w Knurowie");
    data.set("project.title", "Kooperacje 3D");
    data.set("leader.name", "Miejski Ośrodek Pomocy Społecznej w Knurowie");
    data.set("leader_rep.function", "Dyrektor");
    data.set("signing.electronic", true);
    data.set("controller.name", "MOPS");
    data.set("controller.address", "ul. Ks. Alojzego Koziełka 2");
    data.set("controller.dpo", "iod@mops.example");
    data.set("controller.basis_letters", "e");
    data.set("retention.text", "10 lat");
    return data;
}

bool has(const std::vector<std::string>& lines, const std::string& line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

TEST(Bind, DropsItsOwnFullStopAfterAValueThatHasOne) {
    Value data;
    data.set("a", "do dnia 31 grudnia 2021 r.");
    EXPECT_EQ(bound("<template title=\"t\"><p>Obowiązuje {{ a }}.</p></template>", data).front(),
              "Obowiązuje do dnia 31 grudnia 2021 r.");
}

TEST(Bind, RemovesAFinalCommaThatAUserTyped) {
    Value data;
    data.set("a", "Kowalska,");
    EXPECT_EQ(bound("<template title=\"t\"><p>Podmiot: {{ a }}, dalej.</p></template>", data).front(),
              "Podmiot: Kowalska, dalej.");
}

TEST(Bind, ClosesNumbersUpWhenAnItemVanishes) {
    Value data;
    data.set("b", "jest");
    const auto found = bound(
        "<template title=\"t\"><list style=\"1.\"><item>raz</item><item><if has=\"a\">{{ a }}</if></item><item>{{ b "
        "}}</item></list></template>",
        data);
    EXPECT_EQ(found, (std::vector<std::string>{"1. raz", "2. jest"}));
}

TEST(Bind, NamesEveryMissingFieldWithItsPlace) {
    try {
        bound("<template title=\"t\">\n<p>{{ a.b }} i {{ c }}</p></template>", Value{});
        FAIL();
    } catch (const base::Error& error) {
        ASSERT_EQ(error.faults().size(), 2U);
        EXPECT_EQ(base::text(error.faults()[0]), "próba.xml, wiersz 2, kolumna 4: Brakuje pola „a.b”.");
        EXPECT_EQ(error.faults()[1].place.column, 16);
    }
}

TEST(Bind, FillsTheDeclarationOfAPartnerWithoutInstitution) {
    Value data = common();
    data.set("partner.order", 11);
    data.set("rep.function", "Pełnomocnik ds. Profilaktyki i Promocji Zdrowia w Knurowie");
    const auto found = bound(shippedTemplate("deklaracja"), data);
    EXPECT_TRUE(
        has(found, "1. Podmiot: Pełnomocnik ds. Profilaktyki i Promocji Zdrowia w Knurowie, zwany dalej „Partnerem”."));
    EXPECT_TRUE(has(found, "2. Reprezentacja: Pełnomocnik ds. Profilaktyki i Promocji Zdrowia w Knurowie."));
    EXPECT_TRUE(has(found, "INFORMACJA O PRZETWARZANIU DANYCH OSOBOWYCH"));
    const auto document = bind(readTemplate(shippedTemplate("deklaracja"), "deklaracja.xml"), data);
    ASSERT_EQ(signatureFields(document).size(), 2U);
    EXPECT_EQ(signatureFields(document)[0]->name, "Partner-11");
    EXPECT_EQ(signatureFields(document)[1]->name, "Lider");
}

TEST(Bind, NamesNobodyWhereNobodyIsKnown) {
    Value data = common();
    data.set("partner.order", 7);
    data.set("partner.name", "Dom Pomocy Społecznej w Będzinie");
    EXPECT_TRUE(has(bound(shippedTemplate("deklaracja"), data), "2. Reprezentacja: osoba podpisująca deklarację."));
}

TEST(Bind, GivesTheJointDeclarationAFieldForEachPartyAndNoAcceptance) {
    Value data = common();
    Value leader, other;
    leader.set("order", 1);
    leader.set("name", "MOPS w Będzinie");
    leader.set("leader", true);
    other.set("order", 8);
    other.set("name", "Dzienny Dom Pomocy Społecznej w Będzinie");
    data.set("partners", Value::List{leader, other});
    data.set("leader_signs", true);
    data.set("joint", true);
    const auto document = bind(readTemplate(shippedTemplate("deklaracja-wspolna"), "deklaracja-wspolna.xml"), data);
    ASSERT_EQ(signatureFields(document).size(), 2U);
    EXPECT_EQ(signatureFields(document)[1]->name, "Partner-8");
    EXPECT_TRUE(has(linesOf(document), "1. | MOPS w Będzinie – Lider | osoba podpisująca deklarację | "));
}

TEST(Bind, LeavesFiveRowsOfTheAttendanceListEmpty) {
    Value data = common();
    Value person;
    person.set("function", "Dyrektor PCPR");
    data.set("participants", Value::List{person});
    data.set("meeting.date_text", "13 listopada 2019 r.");
    data.set("author.title_name", "Anna Nowak");
    const auto found = bound(shippedTemplate("lista-obecnosci"), data);
    EXPECT_TRUE(has(found, "1. |  |  | Dyrektor PCPR |  | "));
    EXPECT_EQ(std::count(found.begin(), found.end(), " |  |  |  |  | "), 5);
}

TEST(Bind, LabelsItemsByTheirStyleBeyondTheAlphabet) {
    EXPECT_EQ(boundLines("<list style=\"1)\"><item>a</item><item>b</item></list>", {}), (Lines{"1) a", "2) b"}));
    EXPECT_EQ(boundLines("<list style=\"–\"><item>a</item></list>", {}), (Lines{"– a"}));
    const Lines found = boundLines("<list style=\"a)\"><for times=\"28\"><item>x</item></for></list>", {});
    ASSERT_EQ(found.size(), 28U);
    EXPECT_EQ(found[25], "z) x");
    EXPECT_EQ(found[26], "aa) x");
    EXPECT_EQ(found[27], "ab) x");
}

TEST(Bind, TakesTheNumberFromALonelyItemOnlyWhereTheTemplateSaysSo) {
    EXPECT_EQ(boundLines("<list style=\"1.\" single=\"plain\"><item>a</item></list>", {}), (Lines{"a"}));
    EXPECT_EQ(boundLines("<list style=\"1.\"><item>a</item></list>", {}), (Lines{"1. a"}));
}

TEST(Bind, NumbersSectionsAndLetsEmptyOnesVanish) {
    Value data;
    data.set("b", "tekst");
    const std::string body =
        "<heading level=\"1\">T</heading><section title=\"A\"><p><if has=\"a\">{{ a }}</if></p></section>"
        "<section title=\"B\"><p>{{ b }}</p></section>";
    EXPECT_EQ(boundLines(body, data), (Lines{"T", "§ 1. B", "tekst"}));
}

TEST(Bind, ReadsBothBranchesOfConditions) {
    Value data;
    data.set("a", "x");
    data.set("zero", 0);
    data.set("no", false);
    const auto chosen = [&](const std::string& condition) {
        return boundLines("<p><if " + condition + ">tak<else/>nie</if></p>", data).front();
    };
    EXPECT_EQ(chosen("has=\"a\""), "tak");
    EXPECT_EQ(chosen("has=\"a b\""), "nie");
    EXPECT_EQ(chosen("any=\"a b\""), "tak");
    EXPECT_EQ(chosen("any=\"b c\""), "nie");
    EXPECT_EQ(chosen("missing=\"b c\""), "tak");
    EXPECT_EQ(chosen("missing=\"a b\""), "nie");
    EXPECT_EQ(chosen("has=\"zero\""), "nie");
}

TEST(Bind, KnowsNumberFirstAndLastOfALoopAndTheInnermostName) {
    Value data;
    data.set("names", Value::List{"a", "b", "c"});
    const std::string list = "<for each=\"names\" as=\"name\">{{ no }}{{ name }}<if missing=\"last\">, </if></for>";
    EXPECT_EQ(boundLines("<p>" + list + "</p>", data).front(), "1a, 2b, 3c");
    EXPECT_EQ(boundLines("<p><for times=\"2\">{{ no }}(" + list + ")</for></p>", data).front(),
              "1(1a, 2b, 3c)2(1a, 2b, 3c)");
}

TEST(Bind, TellsAMissingListFromAnEmptyOneAndFromAnOptionalOne) {
    Value data;
    data.set("empty", Value::List{});
    data.set("text", "x");
    const auto faults = [&](const std::string& path) {
        return bindFaults("<p><for each=\"" + path + "\" as=\"x\">{{ x }}</for></p>", data);
    };
    EXPECT_EQ(faults("empty"), Lines{});
    EXPECT_EQ(faults("none?"), Lines{});
    EXPECT_EQ(faults("none"), Lines{"1:24 bind.missing"});
    EXPECT_EQ(faults("text"), Lines{"1:24 bind.no_list"});
}

TEST(Bind, ListsEveryKindOfWrongValueAtOnce) {
    Value data;
    data.set("flag", true);
    data.set("off", false);
    data.set("list", Value::List{});
    data.set("day", "jutro");
    data.set("bytes", "\xFF");
    EXPECT_EQ(bindFaults("<p>{{ flag }}</p><p>{{ off }}</p><p>{{ list | list }}</p><p>{{ day | date }}</p>"
                         "<p>{{ bytes }}</p><p>{{ none? }}{{ none }}</p>",
                         data),
              (Lines{"1:24 bind.no_text", "1:41 bind.missing", "1:57 bind.missing", "1:81 filter.no_date",
                     "1:104 bind.not_utf8", "1:133 bind.missing"}));
}

TEST(Bind, WritesNumbersAsPolishDoes) {
    Value data;
    data.set("zero", 0);
    data.set("half", 2.5);
    data.set("nan", std::numeric_limits<double>::quiet_NaN());
    data.set("big", 1e300);
    EXPECT_EQ(boundLines("<p>{{ zero }} i {{ half }}</p>", data).front(), "0 i 2,5");
    EXPECT_EQ(bindFaults("<p>{{ nan }}{{ big }}</p>", data), (Lines{"1:24 bind.no_text", "1:33 bind.no_text"}));
}

TEST(Bind, HoldsEveryRowToTheColumns) {
    const std::string columns = "<column width=\"10mm\"/><column width=\"2*\"/>";
    const auto faults = [&](const std::string& rows) {
        return bindFaults("<table summary=\"s\">" + columns + rows + "</table>", {});
    };
    EXPECT_EQ(faults("<head><cell/><cell/></head><row><cell/><cell/></row>"), Lines{});
    EXPECT_EQ(faults("<row><cell/></row>"), Lines{"1:82 bind.cell_count"});
    EXPECT_EQ(faults("<head><cell/></head>"), Lines{"1:82 bind.cell_count"});
}

TEST(Bind, MeasuresColumnsInPointsAndShares) {
    const auto document = boundBody(
        "<table summary=\"s\"><column width=\"25.4mm\"/><column width=\"1.5*\"/><row><cell/><cell/></row></table>", {});
    const auto& table = std::get<Table>(document.blocks.front().content);
    EXPECT_NEAR(table.columns[0].widthPt, 72, 1e-9);
    EXPECT_EQ(table.columns[1].widthPt, 0);
    EXPECT_EQ(table.columns[1].share, 1.5);
}

TEST(Bind, LeavesOutATableWithoutRowsButKeepsOneWithAHead) {
    EXPECT_TRUE(boundBody("<table summary=\"s\"><column width=\"*\"/></table>", {}).blocks.empty());
    EXPECT_EQ(
        boundBody("<table summary=\"s\"><column width=\"*\"/><head><cell>a</cell></head></table>", {}).blocks.size(),
        1U);
}

TEST(Bind, RefusesFieldNamesThatAreEmptyDottedOrTaken) {
    Value data;
    data.set("a", "A");
    const auto faults = [&](const std::string& first, const std::string& second) {
        return bindFaults("<for times=\"1\"><signature field=\"" + first + "\" description=\"d\"/><signature field=\"" +
                              second + "\" description=\"d\"/></for>",
                          data);
    };
    EXPECT_EQ(faults("{{ a }}", "B"), Lines{});
    EXPECT_EQ(faults("{{ a }}", "A").size(), 1U);
    EXPECT_EQ(faults("{{ b? }}", "B"), Lines{"1:36 bind.field_name"});
    EXPECT_EQ(faults("A.b", "B"), Lines{"1:36 bind.field_name"});
}

TEST(Bind, SeesHeadingsThatJumpBecauseOneVanished) {
    const std::string body =
        "<heading level=\"1\">a</heading><if has=\"b\"><heading level=\"2\">b</heading></if><heading "
        "level=\"3\">c</heading>";
    Value data;
    EXPECT_EQ(bindFaults(body, data), Lines{"1:98 template.level_jumps"});
    data.set("b", "x");
    EXPECT_EQ(bindFaults(body, data), Lines{});
}

TEST(Bind, WantsATitle) {
    EXPECT_EQ(faultsOf([] { boundDocument("<template title=\"{{ a? }}\"><p>x</p></template>", {}); }),
              Lines{"1:1 bind.no_title"});
}

TEST(Bind, StopsLoopsThatWouldNeverFitAPage) {
    const std::string loops = "<for times=\"200\"><for times=\"200\"><for times=\"200\">x</for></for></for>";
    EXPECT_EQ(bindFaults("<p>" + loops + "</p>", {}).back().substr(5), "bind.too_long");
}

TEST(Bind, KeepsANameOfTwoHundredCharactersWhole) {
    Value data = common();
    const std::string name = "Centrum " + std::string(192, 'k');
    data.set("partner.order", 3);
    data.set("partner.name", name);
    const Document document = boundDocument(shippedTemplate("deklaracja"), data);
    EXPECT_EQ(signatureFields(document)[0]->institution, name);
    EXPECT_TRUE(has(linesOf(document), "1. Podmiot: " + name + ", zwany dalej „Partnerem”."));
}

}  // namespace
}  // namespace templates
