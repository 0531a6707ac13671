#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "templates/document.h"
#include "templates/template.h"
#include "templates/value.h"

namespace templates {
namespace {

std::string plain(const Inline& runs) {
    std::string text;
    for (const Run& run : runs) text += run.lineBreak ? "\n" : run.text;
    return text;
}

/// All text of the blocks in reading order, a line a paragraph, labels before their items.
void lines(const std::vector<Block>& blocks, std::vector<std::string>& found, const std::string& label = {}) {
    std::string pending = label.empty() ? label : label + ' ';
    for (const Block& block : blocks) {
        const std::string prefix = std::exchange(pending, {});
        if (const auto* one = std::get_if<Paragraph>(&block.content))
            found.push_back(prefix + plain(one->text));
        else if (const auto* title = std::get_if<Heading>(&block.content))
            found.push_back(plain(title->text));
        else if (const auto* list = std::get_if<List>(&block.content)) {
            for (const ListItem& item : list->items) lines(item.body, found, item.label);
        } else if (const auto* sign = std::get_if<SignatureBlock>(&block.content)) {
            found.push_back(plain(sign->caption));
        } else if (const auto* sides = std::get_if<Columns>(&block.content)) {
            for (const auto& side : sides->columns) lines(side, found);
        } else if (const auto* table = std::get_if<Table>(&block.content)) {
            for (const Row& row : table->rows) {
                std::string all;
                for (const Cell& cell : row.cells) all += (&cell == &row.cells.front() ? "" : " | ") + plain(cell.text);
                found.push_back(all);
            }
        }
    }
}

std::vector<std::string> bound(std::string_view xml, const Value& data) {
    std::vector<std::string> found;
    lines(bind(readTemplate(xml, "próba.xml"), data).blocks, found);
    return found;
}

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
    std::vector<std::string> found;
    lines(document.blocks, found);
    EXPECT_TRUE(has(found, "1. | MOPS w Będzinie – Lider | osoba podpisująca deklarację | "));
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

TEST(ReadTemplate, RefusesWhatIsNotTheLanguage) {
    for (const std::string_view xml :
         {"<a/>", "<template/>", "<template title=\"t\"><x/></template>",
          "<template title=\"t\"><p>{{ a | nic }}</p></template>",
          "<template title=\"t\"><heading level=\"2\">a</heading></template>", "<!DOCTYPE a><template title=\"t\"/>",
          "<template title=\"t\"><p>{{ a </p></template>",
          "<template title=\"t\"><include template=\"nic\"/></template>", "<template"})
        EXPECT_THROW(readTemplate(xml, "x.xml"), base::Error) << xml;
}

TEST(ReadTemplate, SurvivesEveryTruncationAndDeepNesting) {
    const std::string_view whole = shippedTemplate("lista-obecnosci");
    for (std::size_t length = 0; length + 12 < whole.size(); length += 7)
        EXPECT_THROW(readTemplate(whole.substr(0, length), "x.xml"), base::Error) << length;
    std::string deep;
    for (int i = 0; i < 300000; ++i) deep += "<b>";
    EXPECT_THROW(readTemplate(deep, "x.xml"), base::Error);
}

}  // namespace
}  // namespace templates
