#include "server/workflow/partner_columns.h"

#include <gtest/gtest.h>

namespace workflow {
namespace {

CsvRow headingOf(const std::vector<std::string>& names) {
    CsvRow row;
    for (const std::string& name : names) row.push_back({name, 1, static_cast<int>(row.size()) * 10 + 1});
    return row;
}

std::vector<std::string> faultsOf(const std::vector<std::string>& names) {
    std::vector<base::Fault> faults;
    partnerColumns(headingOf(names), "lista.csv", faults);
    std::vector<std::string> found;
    for (const base::Fault& fault : faults)
        found.push_back(std::to_string(fault.place.column) + ' ' + fault.message.key);
    return found;
}

Column columnOf(const std::string& name) {
    std::vector<base::Fault> faults;
    const auto columns = partnerColumns(headingOf({name}), "", faults);
    EXPECT_EQ(columns.size(), 1U) << name;
    return columns.empty() ? Column::note : columns.at(0);
}

TEST(PartnerColumns, KnowsTheHeadingsOfTheSamples) {
    std::vector<base::Fault> faults;
    const auto columns =
        partnerColumns(headingOf({"Lp.", "Nazwa instytucji", "Nazwa instytucji (dopełniacz)", "Skrót", "Miejscowość",
                                  "Funkcja", "Forma grzecznościowa", "Stopień", "Imię", "Nazwisko", "Rola", "Uwagi"}),
                       "", faults);
    EXPECT_TRUE(faults.empty());
    EXPECT_EQ(columns, (std::map<std::size_t, Column>{{0, Column::order},
                                                      {1, Column::institution},
                                                      {2, Column::institutionGenitive},
                                                      {3, Column::shortName},
                                                      {4, Column::locality},
                                                      {5, Column::function},
                                                      {6, Column::formOfAddress},
                                                      {7, Column::rank},
                                                      {8, Column::firstName},
                                                      {9, Column::lastName},
                                                      {10, Column::role},
                                                      {11, Column::note}}));
}

TEST(PartnerColumns, KnowsSynonyms) {
    for (const char* name : {"Instytucja", "Nazwa", "Podmiot", "PARTNER", "nazwa  partnera", "Nazwa podmiotu:"})
        EXPECT_EQ(columnOf(name), Column::institution) << name;
    for (const char* name : {"LP", "L.p.", "l. p.", "Nr"}) EXPECT_EQ(columnOf(name), Column::order) << name;
    for (const char* name : {"Stanowisko", "FUNKCJA"}) EXPECT_EQ(columnOf(name), Column::function) << name;
    for (const char* name : {"Imię i nazwisko", "IMIĘ I NAZWISKO", "Reprezentant"})
        EXPECT_EQ(columnOf(name), Column::fullName) << name;
    for (const char* name : {"Adres", "Siedziba", "Adres siedziby"}) EXPECT_EQ(columnOf(name), Column::address) << name;
    EXPECT_EQ(columnOf("MIEJSCOWOŚĆ"), Column::locality);
    EXPECT_EQ(columnOf("NIP"), Column::nip);
    EXPECT_EQ(columnOf("REGON"), Column::regon);
    EXPECT_EQ(columnOf("KRS"), Column::krs);
    EXPECT_EQ(columnOf("Uwaga"), Column::note);
}

TEST(PartnerColumns, FaultsEveryHeadingThatIsUnknownEmptyOrTwice) {
    EXPECT_EQ(faultsOf({"Instytucja", "", "Kolor", "Nazwa", "Telefon"}),
              (std::vector<std::string>{"11 csv.no_heading", "21 csv.unknown_heading", "31 csv.heading_twice",
                                        "41 csv.unknown_heading"}));
}

TEST(PartnerColumns, WantsInstitutionOrFunction) {
    EXPECT_EQ(faultsOf({"Lp.", "Rola"}), (std::vector<std::string>{"1 csv.no_institution"}));
    EXPECT_TRUE(faultsOf({"Funkcja"}).empty());
}

TEST(PartnerColumns, KnowsTheRoles) {
    using Roles = std::vector<std::string>;
    EXPECT_EQ(rolesOf("Partner"), (Roles{"partner"}));
    EXPECT_EQ(rolesOf(""), (Roles{"partner"}));
    EXPECT_EQ(rolesOf("PARTNER STRATEGICZNY"), (Roles{"partner", "strategic_partner"}));
    EXPECT_EQ(rolesOf("udział w podpisaniu"), (Roles{"signing_participant"}));
    EXPECT_EQ(rolesOf("przedstawiciel lidera programu"), (Roles{"leader_representative", "signatory"}));
    EXPECT_EQ(rolesOf("obserwator"), Roles{});
}

}  // namespace
}  // namespace workflow
