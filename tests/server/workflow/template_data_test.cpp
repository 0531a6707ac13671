#include "server/workflow/template_data.h"

#include <gtest/gtest.h>

#include "server/workflow/import_meeting.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using domain::Meeting;
using domain::Office;
using templates::Value;

Meeting meetingOf(const std::string& name) { return readMeeting(support::sample(name + ".json"), name); }
Office officeOf(const std::string& name) { return readOffice(support::sample(name + "-office.json"), name); }

Value dataOf(const Meeting& meeting, const Office& office) {
    std::vector<base::Message> notices;
    return meetingData(meeting, office, notices);
}

/// The text at a path; "-" where there is none.
std::string text(const Value& data, const char* path) {
    const Value* value = data.at(path);
    return value == nullptr || value->text() == nullptr ? "-" : *value->text();
}

TEST(TemplateData, HasWhatTheJointSampleSays) {
    const Value data = dataOf(meetingOf("bedzin-2019-11-27"), officeOf("bedzin-2019-11-27"));
    EXPECT_EQ(text(data, "team.name_gen"), "Partnerskiego Zespołu Kooperacyjnego w Będzinie");
    EXPECT_EQ(text(data, "meeting.place"), "Będzin");
    EXPECT_EQ(text(data, "meeting.date_text"), "27 listopada 2019 r.");
    EXPECT_EQ(text(data, "meeting.venue_text"), "w sali sesyjnej Urzędu Miasta Będzina");
    EXPECT_EQ(text(data, "leader.name"), "Miejski Ośrodek Pomocy Społecznej w Będzinie");
    EXPECT_EQ(text(data, "leader_rep.title_name"), "Patrycja Gruca-Hołota");
    EXPECT_EQ(text(data, "declaration.effective_date_text"), "27 listopada 2019 r.");
    EXPECT_EQ(text(data, "case.mark"), "PRZYKŁAD.1.2019");
    EXPECT_EQ(text(data, "partners.5.rep.title_name"), "st. kpt. Arkadiusz Spera");
    EXPECT_EQ(text(data, "partners.5.name"), "Powiatowa Państwowa Straż Pożarna w Będzinie");
    ASSERT_NE(data.at("partners"), nullptr);
    EXPECT_EQ(data.at("partners")->list()->size(), 11U);
    EXPECT_EQ(data.at("participants")->list()->size(), 11U);
    EXPECT_NE(data.at("joint"), nullptr);
    EXPECT_NE(data.at("leader_signs"), nullptr);
    EXPECT_NE(data.at("partners.0.leader"), nullptr);
    EXPECT_EQ(data.at("partners.1.leader"), nullptr);
    EXPECT_NE(data.at("signing.electronic"), nullptr);
    EXPECT_EQ(data.at("signing.paper"), nullptr);
}

TEST(TemplateData, NeverMakesAFunctionOfARepresentative) {
    const Value data = dataOf(meetingOf("bedzin-2019-11-27"), officeOf("bedzin-2019-11-27"));
    for (const char* path : {"partners.6.rep.function", "partners.6.rep.title_name", "participants.6.function"})
        EXPECT_EQ(text(data, path), "-") << path;
    EXPECT_EQ(text(data, "participants.6.institution"), "Dom Pomocy Społecznej w Będzinie");
}

TEST(TemplateData, GivesEachPartyItsOwnDeclaration) {
    const Meeting meeting = meetingOf("knurow-2019-11-13");
    const Office office = officeOf("knurow-2019-11-13");
    Value data = dataOf(meeting, office);
    const auto parties = individualParties(meeting, office);
    ASSERT_EQ(parties.size(), 12U);
    setPartner(data, meeting, *parties[0]);
    EXPECT_EQ(text(data, "partner.name"), "Powiatowe Centrum Pomocy Rodzinie");
    EXPECT_EQ(text(data, "partner.status"), "Partner Strategiczny");
    EXPECT_EQ(text(data, "rep.function"), "Dyrektor PCPR");
    setPartner(data, meeting, *parties[10]);
    EXPECT_EQ(text(data, "partner.name"), "-");
    EXPECT_EQ(text(data, "partner.status"), "-");
    EXPECT_EQ(text(data, "rep.function"), "Pełnomocnik ds. Profilaktyki i Promocji Zdrowia w Knurowie");
    EXPECT_EQ(data.at("joint"), nullptr);
}

TEST(TemplateData, LeavesTheLeaderOutOfIndividualDeclarations) {
    const Meeting meeting = meetingOf("bedzin-2019-11-27");
    const Office office = officeOf("bedzin-2019-11-27");
    const auto parties = individualParties(meeting, office);
    ASSERT_EQ(parties.size(), 10U);
    EXPECT_EQ(parties[0]->order, 2);
}

TEST(TemplateData, OrdersPeopleByTheirNumbers) {
    Meeting meeting;
    meeting.participants.resize(3);
    for (std::size_t i = 0; i < 3; ++i) {
        meeting.participants[i].order = static_cast<std::int64_t>(3 - i);
        meeting.participants[i].roles = {"partner"};
    }
    const auto parties = individualParties(meeting, Office{});
    EXPECT_EQ(parties[0]->order, 1);
    EXPECT_EQ(parties[2]->order, 3);
}

TEST(TemplateData, TakesTheOfficesValueAndSaysSo) {
    Meeting meeting = meetingOf("bedzin-2019-11-27");
    meeting.project->number = "RPSL.1";
    meeting.project->beneficiary = "Beneficjent przykładowy";
    std::vector<base::Message> notices;
    const Value data = meetingData(meeting, officeOf("bedzin-2019-11-27"), notices);
    EXPECT_EQ(text(data, "project.number"), "PRZYKŁAD/2019");
    EXPECT_EQ(
        notices,
        (std::vector<base::Message>{base::say("office.replaces", {"project.number", "PRZYKŁAD/2019", "RPSL.1"})}));
}

TEST(TemplateData, SaysWhenTheOfficeReplacesTheLeaderAndItsRepresentative) {
    const Meeting meeting = meetingOf("bedzin-2019-11-27");
    Office office = officeOf("bedzin-2019-11-27");
    office.leader->institutionRef = meeting.institutions.at(1).id;
    office.representative->titleName = "Jan Inny";
    office.representative->function = "Zastępca Dyrektora";
    std::vector<base::Message> notices;
    const Value data = meetingData(meeting, office, notices);
    EXPECT_EQ(text(data, "leader.name"), meeting.institutions[1].name);
    EXPECT_EQ(text(data, "leader_rep.title_name"), "Jan Inny");
    EXPECT_EQ(text(data, "leader_rep.function"), "Zastępca Dyrektora");
    const auto replaced = [](const char* path, const std::string& offices, const std::string& meetings) {
        return base::say("office.replaces", {path, offices, meetings});
    };
    EXPECT_EQ(notices,
              (std::vector<base::Message>{
                  replaced("leader.name", meeting.institutions[1].name, "Miejski Ośrodek Pomocy Społecznej w Będzinie"),
                  replaced("leader_rep.title_name", "Jan Inny", "Patrycja Gruca-Hołota"),
                  replaced("leader_rep.function", "Zastępca Dyrektora", "Dyrektor MOPS w Będzinie")}));
}

TEST(TemplateData, SaysNothingWhereBothSayTheSame) {
    std::vector<base::Message> notices;
    meetingData(meetingOf("bedzin-2019-11-27"), officeOf("bedzin-2019-11-27"), notices);
    EXPECT_EQ(notices, std::vector<base::Message>{});
}

TEST(TemplateData, KeepsTheMeetingsValueWhereTheOfficeHasNone) {
    Meeting meeting;
    meeting.project = domain::Project{};
    meeting.project->number = "RPSL.1";
    meeting.declaration = domain::DeclarationText{};
    meeting.declaration->effectiveDate = "2020-02-29";
    const Value data = dataOf(meeting, Office{});
    EXPECT_EQ(text(data, "project.number"), "RPSL.1");
    EXPECT_EQ(text(data, "declaration.effective_date_text"), "29 lutego 2020 r.");
}

TEST(TemplateData, JoinsTimesAndSpellsADateThatHasNoText) {
    Meeting meeting;
    meeting.meeting = domain::Event{};
    meeting.meeting->date = "2019-11-13";
    meeting.meeting->timeFrom = "10:00";
    EXPECT_EQ(text(dataOf(meeting, Office{}), "meeting.time"), "10:00");
    meeting.meeting->timeTo = "12:30";
    const Value data = dataOf(meeting, Office{});
    EXPECT_EQ(text(data, "meeting.time"), "10:00–12:30");
    EXPECT_EQ(text(data, "meeting.date_text"), "13 listopada 2019 r.");
}

TEST(TemplateData, HasNothingOfAnEmptyMeeting) {
    EXPECT_EQ(dataOf(Meeting{}, Office{}),
              Value(Value::Map{{"partners", Value::List{}}, {"participants", Value::List{}}}));
}

}  // namespace
}  // namespace workflow
