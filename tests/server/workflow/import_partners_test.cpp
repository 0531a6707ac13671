#include "server/workflow/import_partners.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"
#include "server/workflow/import_meeting.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using domain::Meeting;
using domain::Participant;

Meeting sampleMeeting(const std::string& name) { return readMeeting(support::sample(name + ".json"), name); }
base::Bytes sampleList(const std::string& name) { return support::sample(name + "-partnerzy.csv"); }

/// A meeting with nobody in it.
Meeting nobodyThere() {
    Meeting meeting;
    meeting.id = "puste";
    return meeting;
}

Meeting listed(const std::string& csv) { return withPartners(nobodyThere(), csv, "lista.csv"); }
std::vector<std::string> faultsOf(const std::string& csv) {
    return support::faultsOf([&] { listed(csv); });
}

/// What both sources say of a person: order, names, function, institution, roles.
std::vector<std::string> people(const Meeting& meeting) {
    std::vector<std::string> all;
    for (const Participant& one : meeting.participants) {
        const auto* institution = domain::findInstitution(meeting, one.institutionRef);
        std::string line = std::to_string(one.order) + '|' + domain::titleName(one) + '|' + one.function.value_or("") +
                           '|' + one.functionAsPrinted.value_or("") + '|' +
                           (institution == nullptr ? "" : institution->name + '|' + institution->nameGen.value_or(""));
        for (const std::string& role : one.roles) line += '|' + role;
        all.push_back(line);
    }
    std::sort(all.begin(), all.end());
    return all;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
        text.replace(at, what.size(), with);
    return text;
}

/// By the table of unicode.org, for the letters that the lists have.
std::string windows1250(const std::string& utf8) {
    constexpr std::u32string_view letters = U"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
    constexpr std::string_view octets = "\xB9\xE6\xEA\xB3\xF1\xF3\x9C\x9F\xBF\xA5\xC6\xCA\xA3\xD1\xD3\x8C\x8F\xAF";
    std::string text;
    for (const char32_t point : base::codePoints(utf8)) {
        const auto found = letters.find(point);
        EXPECT_TRUE(found != letters.npos || point < 0x80) << static_cast<std::uint32_t>(point);
        text += found == letters.npos ? static_cast<char>(point) : octets[found];
    }
    return text;
}

class ImportPartnersOfSample : public testing::TestWithParam<std::string> {};

TEST_P(ImportPartnersOfSample, GivesTheSamePeopleAsTheMeetingsFile) {
    const Meeting meeting = sampleMeeting(GetParam());
    const Meeting made = withPartners(meeting, sampleList(GetParam()), "lista.csv");
    EXPECT_EQ(people(made), people(meeting));
    EXPECT_GE(people(made).size(), 11U);
    EXPECT_EQ(made.institutions, meeting.institutions);
    EXPECT_EQ(made.localities, meeting.localities);
}

TEST_P(ImportPartnersOfSample, SetsNoAccessionAndStaysImportable) {
    const Meeting made = withPartners(sampleMeeting(GetParam()), sampleList(GetParam()), "lista.csv");
    for (const Participant& one : made.participants) EXPECT_EQ(one.accession, std::nullopt) << one.order;
}

TEST_P(ImportPartnersOfSample, ReadsEveryWayOfWritingTheList) {
    const Meeting meeting = sampleMeeting(GetParam());
    const std::string marked = sampleList(GetParam());
    ASSERT_TRUE(marked.starts_with("\xEF\xBB\xBF"));
    const std::string plain = replaced(marked.substr(3), "\r\n", "\n");
    ASSERT_EQ(plain.find_first_of(",\t\"\r"), std::string::npos);
    const Meeting expected = withPartners(meeting, marked, "lista.csv");
    int tried = 0;
    for (const char* separator : {";", ",", "\t"})
        for (const char* lineEnd : {"\n", "\r\n", "\r"}) {
            const std::string list = replaced(replaced(plain, ";", separator), "\n", lineEnd);
            for (const std::string& text : {list, "\xEF\xBB\xBF" + list, windows1250(list)}) {
                EXPECT_EQ(withPartners(meeting, text, "lista.csv"), expected) << separator << lineEnd;
                ++tried;
            }
        }
    EXPECT_EQ(tried, 27);
}

INSTANTIATE_TEST_SUITE_P(Both, ImportPartnersOfSample, testing::ValuesIn(support::sampleMeetings()));

TEST(ImportPartners, ReadsQuotedFieldsWithLineEndsAndQuotes) {
    const Meeting made = listed(
        "Nazwa instytucji;Funkcja;Uwagi\n"
        "\"Szkoła \"\"Pod Lipą\"\"; filia\";Dyrektor;\"pierwszy wiersz\ndrugi wiersz\"\n");
    ASSERT_EQ(made.participants.size(), 1U);
    EXPECT_EQ(made.institutions.at(0).name, "Szkoła \"Pod Lipą\"; filia");
    EXPECT_EQ(made.participants[0].note, "pierwszy wiersz\ndrugi wiersz");
}

TEST(ImportPartners, TakesSynonymsOfHeadings) {
    const Meeting made = listed(
        "L.p.,PODMIOT,Stanowisko,Imię i nazwisko,Adres siedziby,NIP\n"
        "7.,Sąd Rejonowy,Prezes,Anna Maria Nowak,\"ul. Sądowa 1, Gliwice\",631-00-00-003\n");
    ASSERT_EQ(made.participants.size(), 1U);
    const Participant& one = made.participants[0];
    EXPECT_EQ(one.order, 7);
    EXPECT_EQ(one.function, "Prezes");
    ASSERT_TRUE(one.person);
    EXPECT_EQ(one.person->firstName, "Anna");
    EXPECT_EQ(one.person->lastName, "Maria Nowak");
    EXPECT_EQ(made.institutions.at(0).address, "ul. Sądowa 1, Gliwice");
    EXPECT_EQ(made.institutions.at(0).nip, "631-00-00-003");
    EXPECT_EQ(one.institutionRef, made.institutions.at(0).id);
}

TEST(ImportPartners, NumbersRowsWithoutANumber) {
    const Meeting made = listed("Lp.;Funkcja\n2;Starosta\n;Wójt\n;Burmistrz\n");
    std::vector<std::int64_t> orders;
    for (const Participant& one : made.participants) orders.push_back(one.order);
    EXPECT_EQ(orders, (std::vector<std::int64_t>{2, 1, 3}));
}

TEST(ImportPartners, KeepsARepresentativeWithoutAFunctionAsPrinted) {
    const Meeting made = listed("Nazwa;Funkcja\nDom Kultury;przedstawiciele\nHospicjum;przedstawiciel\n");
    for (const Participant& one : made.participants) {
        EXPECT_EQ(one.function, std::nullopt);
        EXPECT_TRUE(one.functionAsPrinted);
    }
}

TEST(ImportPartners, UsesOneInstitutionForTwoRows) {
    const Meeting made = listed("Nazwa;Funkcja\nSąd;Prezes\nSąd;Kurator\n");
    EXPECT_EQ(made.institutions.size(), 1U);
    EXPECT_EQ(made.participants.size(), 2U);
}

TEST(ImportPartners, GivesEachNewInstitutionItsOwnId) {
    const Meeting made = listed("Nazwa\nSzkoła nr 1\nSZKOŁA NR 1\n");
    ASSERT_EQ(made.institutions.size(), 2U);
    EXPECT_NE(made.institutions[0].id, made.institutions[1].id);
}

TEST(ImportPartners, KeepsTwoInstitutionsOfOneNameApartByTheirTowns) {
    const Meeting made = listed(
        "Nazwa;Miejscowość;Adres;Funkcja\n"
        "Ośrodek Pomocy Społecznej;Będzin;ul. Pierwsza 1;Dyrektor\n"
        "Ośrodek Pomocy Społecznej;Zawiercie;ul. Druga 2;Dyrektor\n"
        "Ośrodek Pomocy Społecznej;Będzin;ul. Pierwsza 1;Pracownik socjalny\n");
    ASSERT_EQ(made.institutions.size(), 2U);
    EXPECT_NE(made.institutions[0].id, made.institutions[1].id);
    std::vector<std::string> addresses;
    for (const Participant& one : made.participants)
        addresses.push_back(domain::findInstitution(made, one.institutionRef)->address.value_or(""));
    EXPECT_EQ(addresses, (std::vector<std::string>{"ul. Pierwsza 1", "ul. Druga 2", "ul. Pierwsza 1"}));
}

TEST(ImportPartners, KeepsTwoInstitutionsOfOneNameApartByTheirNip) {
    const Meeting made = listed(
        "Nazwa;NIP;REGON;Funkcja\nHospicjum;631-00-00-003;1;Prezes\nHospicjum;6330000006;2;\nHospicjum;6310000003;1;"
        "\n");
    ASSERT_EQ(made.institutions.size(), 2U);
    EXPECT_EQ(made.institutions[0].regon, "1");
    EXPECT_EQ(made.institutions[1].regon, "2");
    EXPECT_EQ(made.participants[2].institutionRef, made.institutions[0].id);
}

TEST(ImportPartners, FaultsAnotherValueForTheSameInstitution) {
    EXPECT_EQ(faultsOf("Nazwa;Adres;Funkcja\nHospicjum;ul. Pierwsza 1;\nHospicjum;;Prezes\nHospicjum;ul. Druga 2;\n"),
              (std::vector<std::string>{"4:11 csv.other_value"}));
    EXPECT_EQ(faultsOf("Nazwa;REGON;KRS\nHospicjum;1;2\nHospicjum;1;3\n"),
              (std::vector<std::string>{"3:13 csv.other_value"}));
}

TEST(ImportPartners, WantsToKnowWhichOfTwoInstitutionsIsMeant) {
    EXPECT_EQ(faultsOf("Nazwa;Miejscowość\nSąd;Będzin\nSąd;Gliwice\nSąd;\n"),
              (std::vector<std::string>{"4:1 csv.which_institution"}));
}

TEST(ImportPartners, LetsTheListReplaceTheMeetingsValue) {
    Meeting meeting = nobodyThere();
    meeting.institutions.push_back({"sad", "Sąd", {}, {}, {}, {}, "ul. Dawna 1"});
    const Meeting made = withPartners(meeting, "Nazwa;Adres\nSąd;ul. Nowa 2\n", "lista.csv");
    ASSERT_EQ(made.institutions.size(), 1U);
    EXPECT_EQ(made.institutions[0].address, "ul. Nowa 2");
}

TEST(ImportPartners, TakesARowFromAnotherTownForNobodyWhoStays) {
    Meeting meeting = nobodyThere();
    meeting.localities.push_back({"bedzin", "Będzin"});
    meeting.institutions.push_back({"sad", "Sąd", {}, "bedzin"});
    Participant chair;
    chair.institutionRef = "sad";
    chair.roles = {"chair"};
    meeting.participants.push_back(chair);
    EXPECT_EQ(withPartners(meeting, "Nazwa;Miejscowość\nSąd;Będzin\n", "").participants.size(), 1U);
    EXPECT_EQ(withPartners(meeting, "Nazwa;Miejscowość\nSąd;Gliwice\n", "").participants.size(), 2U);
}

TEST(ImportPartners, LetsStayWhoHasOtherRolesOnly) {
    const Meeting knurow = sampleMeeting("knurow-2019-11-13");
    const Meeting made = withPartners(knurow, "Nazwa;Funkcja\nSąd;Prezes\n", "lista.csv");
    ASSERT_EQ(made.participants.size(), 2U);
    EXPECT_EQ(made.participants[0], knurow.participants[0]);
    EXPECT_EQ(made.participants[1].order, 1);
}

TEST(ImportPartners, TakesARowThatIsOneWhoStaysForThatOne) {
    const Meeting knurow = sampleMeeting("knurow-2019-11-13");
    const Meeting made =
        withPartners(knurow,
                     "Nazwa;Funkcja;Imię;Nazwisko\n"
                     "Miejski Ośrodek Pomocy Społecznej w Knurowie;Dyrektor Miejskiego Ośrodka Pomocy Społecznej w "
                     "Knurowie;Małgorzata;Cisek Sopel\nSąd;Prezes;;\n",
                     "lista.csv");
    EXPECT_EQ(made.participants.size(), 2U);
}

TEST(ImportPartners, FaultsARowThatSaysWhatAnotherOneSaid) {
    EXPECT_EQ(faultsOf("Lp.;Nazwa;Funkcja\n1;Sąd;Prezes\n2;Szkoła;\n3;Sąd;Prezes\n4;Sąd;Kurator\n"),
              (std::vector<std::string>{"4:3 csv.row_twice"}));
    EXPECT_EQ(listed("Nazwa;Nazwisko\nSąd;Nowak\nSąd;Lis\n").participants.size(), 2U);
}

TEST(ImportPartners, FaultsATaxNumberThatIsNone) {
    EXPECT_EQ(faultsOf("Nazwa;NIP\nSąd;525-000-81-98\nSzkoła;5250008199\nPolicja;525000819\n"),
              (std::vector<std::string>{"3:8 meeting.bad_tax_number", "4:9 meeting.bad_tax_number"}));
}

TEST(ImportPartners, LeavesNoInstitutionOfReplacedPeopleBehind) {
    const Meeting knurow = sampleMeeting("knurow-2019-11-13");
    const Meeting made = withPartners(knurow, "Nazwa;Miejscowość\nSąd;Będzin\n", "lista.csv");
    const auto hasId = [](const auto& all, std::string_view id) {
        return std::any_of(all.begin(), all.end(), [id](const auto& one) { return one.id == id; });
    };
    EXPECT_TRUE(hasId(knurow.institutions, "pup-gliwice"));
    EXPECT_FALSE(hasId(made.institutions, "pup-gliwice"));
    EXPECT_TRUE(hasId(made.institutions, "mops-knurow"));  // leads the team
    EXPECT_TRUE(hasId(made.institutions, "sad"));
    EXPECT_FALSE(hasId(made.localities, "gliwice"));
    EXPECT_TRUE(hasId(made.localities, "knurow"));
}

TEST(ImportPartners, KeepsInstitutionsThatNobodyWasOf) {
    Meeting meeting = nobodyThere();
    meeting.institutions.push_back({"sad", "Sąd"});
    Participant leader;
    leader.institutionRef = "mops";
    leader.roles = {"signatory"};
    meeting.institutions.push_back({"mops", "MOPS"});
    meeting.participants.push_back(leader);
    EXPECT_EQ(withPartners(meeting, "Nazwa\nSzkoła\n", "").institutions.size(), 3U);
}

TEST(ImportPartners, NamesABrokenRowAmongGoodOnes) {
    EXPECT_EQ(faultsOf("Lp.;Nazwa;Rola\n1;Sąd;Partner\n2;Szkoła\n3;Policja;Partner\n"),
              (std::vector<std::string>{"3:0 csv.width"}));
    EXPECT_EQ(faultsOf("Lp.;Nazwa;Rola\n1;Sąd;Partner\n2;Szkoła;Partner;x\n"),
              (std::vector<std::string>{"3:0 csv.width"}));
    EXPECT_EQ(faultsOf("Lp.;Nazwa;Rola\n1;Sąd;Partner\n2;Szkoła;widz\n"),
              (std::vector<std::string>{"3:10 csv.unknown_role"}));
}

TEST(ImportPartners, ListsAllFaultsAtOnce) {
    EXPECT_EQ(faultsOf("Lp.;Nazwa;Rola;Kolor\n1;\"Sąd\"x;Partner;\nx;Szkoła;widz;\n1;Policja;Partner;\n5;;Partner;\n"
                       "6;Straż;Partner\n-3;Szpital;Partner;\n"),
              (std::vector<std::string>{"1:16 csv.unknown_heading", "2:3 csv.behind_quote", "3:1 csv.no_number",
                                        "3:10 csv.unknown_role", "4:1 json.twice", "5:3 meeting.nobody",
                                        "6:0 csv.width", "7:1 csv.no_number"}));
}

TEST(ImportPartners, RefusesAListWithoutAnybody) {
    EXPECT_EQ(faultsOf(""), (std::vector<std::string>{"1:0 csv.empty"}));
    EXPECT_EQ(faultsOf("\n;;\n"), (std::vector<std::string>{"1:0 csv.empty"}));
    EXPECT_EQ(faultsOf("Lp.;Nazwa\n"), (std::vector<std::string>{"1:0 csv.no_rows"}));
    EXPECT_EQ(faultsOf("Nazwa;Nazwisko\n;Nowak\n"), (std::vector<std::string>{"2:1 meeting.no_party"}));
}

TEST(ImportPartners, RefusesANumberThatSomebodyWhoStaysHas) {
    EXPECT_EQ(
        support::faultsOf([] { withPartners(sampleMeeting("knurow-2019-11-13"), "Lp.;Nazwa\n0;Sąd\n", "lista.csv"); }),
        (std::vector<std::string>{"2:1 json.twice"}));
}

}  // namespace
}  // namespace workflow
