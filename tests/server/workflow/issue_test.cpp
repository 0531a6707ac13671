#include "server/workflow/issue.h"

#include <gtest/gtest.h>

#include <set>

#include "server/workflow/import_meeting.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using domain::Meeting;
using domain::Office;

const base::Instant kIssued = *base::parseInstant("2019-11-13T09:00:00Z");

NamedTemplate shipped(const std::string& name) {
    return {templates::readTemplate(templates::shippedTemplate(name), name), name};
}

std::vector<NamedTemplate> allOf(const std::vector<std::string>& names) {
    std::vector<NamedTemplate> all;
    for (const std::string& name : names) all.push_back(shipped(name));
    return all;
}

struct Case {
    Meeting meeting{};
    Office office{};
    explicit Case(const std::string& name)
        : meeting(readMeeting(support::sample(name + ".json"), name)),
          office(readOffice(support::sample(name + "-office.json"), name)) {}
    std::vector<Draft> drafts(base::Instant at = kIssued) const {
        std::vector<base::Message> notices;
        return draftDocuments({meeting, office, allOf(defaultTemplates(office)), at, {}}, notices);
    }
};

std::size_t fieldCount(const std::vector<Draft>& drafts) {
    std::size_t count = 0;
    for (const Draft& draft : drafts) count += templates::signatureFields(draft.document).size();
    return count;
}

TEST(Issue, MakesOneJointDeclarationWithElevenFields) {
    const auto drafts = Case("bedzin-2019-11-27").drafts();
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_EQ(drafts[0].fileName, "deklaracja-wspolna.pdf");
    EXPECT_EQ(drafts[1].fileName, "lista-obecnosci.pdf");
    EXPECT_EQ(fieldCount(drafts), 11U);
}

TEST(Issue, MakesTwelveIndividualDeclarationsWithTwoFieldsEach) {
    const auto drafts = Case("knurow-2019-11-13").drafts();
    ASSERT_EQ(drafts.size(), 13U);
    EXPECT_EQ(drafts[0].fileName, "deklaracja-01-powiatowe-centrum-pomocy-rodzinie.pdf");
    EXPECT_EQ(drafts[10].fileName, "deklaracja-11-pelnomocnik-ds-profilaktyki-i-promocji-zdrowia-w-knurowie.pdf");
    EXPECT_EQ(drafts[12].fileName, "lista-obecnosci.pdf");
    EXPECT_EQ(fieldCount(drafts), 24U);
}

TEST(Issue, GivesEachDocumentAnIdentifierOfItsOwn) {
    std::set<std::string> ids, files;
    for (const Draft& draft : Case("knurow-2019-11-13").drafts()) {
        EXPECT_EQ(draft.id.size(), 16U);
        EXPECT_EQ(draft.id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), std::string::npos) << draft.id;
        EXPECT_EQ(draft.document.footer, "Identyfikator dokumentu: " + draft.id);
        EXPECT_EQ(base::base32(base::ByteView(draft.issue.fileId).substr(0, 10)), draft.id);
        EXPECT_EQ(draft.issue.fileId.size(), 16U);
        ids.insert(draft.id);
        files.insert(draft.fileName);
    }
    EXPECT_EQ(ids.size(), 13U);
    EXPECT_EQ(files.size(), 13U);
}

TEST(Issue, GivesTheSameIdentifiersForTheSameDataAndTimeOnly) {
    Case one("knurow-2019-11-13");
    const auto first = one.drafts();
    EXPECT_EQ(one.drafts()[3].id, first[3].id);
    EXPECT_NE(one.drafts(kIssued + std::chrono::seconds(1))[3].id, first[3].id);
    one.meeting.team->name = "Inny zespół";
    EXPECT_NE(one.drafts()[3].id, first[3].id);
}

TEST(Issue, GivesAnotherIdentifierForAnotherIncludedTextOrNotice) {
    const Case one("bedzin-2019-11-27");
    constexpr const char* kXml = "<template title=\"t\"><include template=\"inny\"/></template>";
    const auto idOf = [&](templates::Library library, const char* notice) {
        std::vector<base::Message> notices;
        const NamedTemplate named{templates::readTemplate(kXml, "t.xml", library), "t"};
        return draftDocuments({one.meeting, one.office, {named}, kIssued, notice}, notices).at(0).id;
    };
    const auto first = [](std::string_view) { return std::string_view("<template title=\"i\"><p>a</p></template>"); };
    const auto second = [](std::string_view) { return std::string_view("<template title=\"i\"><p>b</p></template>"); };
    EXPECT_EQ(idOf(first, ""), idOf(first, ""));
    EXPECT_NE(idOf(first, ""), idOf(second, ""));
    EXPECT_NE(idOf(first, ""), idOf(first, "POKAZ"));
}

TEST(Issue, PrintsTheNotice) {
    const Case one("bedzin-2019-11-27");
    std::vector<base::Message> notices;
    const auto drafts =
        draftDocuments({one.meeting, one.office, {shipped("informacja-rodo")}, kIssued, "POKAZ"}, notices);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts[0].fileName, "informacja-rodo.pdf");
    EXPECT_EQ(drafts[0].document.notice, "POKAZ");
}

TEST(Issue, ListsEachGapOfAllDocumentsOnceAndMakesNothing) {
    const Case one("knurow-2019-11-13");
    std::vector<base::Message> notices;
    const auto faults = support::faultsOf(
        [&] { draftDocuments({one.meeting, Office{}, allOf(defaultTemplates(Office{})), kIssued, {}}, notices); });
    EXPECT_FALSE(faults.empty());
    EXPECT_EQ(std::set<std::string>(faults.begin(), faults.end()).size(), faults.size());
    for (const std::string& fault : faults) EXPECT_TRUE(fault.ends_with("bind.missing")) << fault;
}

TEST(Issue, WantsWhatTheOfficeNamesInTheMeeting) {
    Case one("bedzin-2019-11-27");
    one.office.leader->institutionRef = "nie-ma";
    one.office.representative->participantOrder = 99;
    const auto faults = support::faultsOf([&] { one.drafts(); });
    ASSERT_GE(faults.size(), 2U);
    EXPECT_EQ(faults[0], "/leader/institution_ref json.no_reference");
    EXPECT_EQ(faults[1], "/leader_rep/participant_order json.no_reference");
}

TEST(Issue, SaysThatThereIsNobodyToMakeADeclarationFor) {
    Case one("knurow-2019-11-13");
    one.meeting.participants.resize(1);
    EXPECT_EQ(support::faultsOf([&] { one.drafts(); }), (std::vector<std::string>{"issue.no_party"}));
}

TEST(Issue, MakesDeclarationsWithoutAnyNamedPerson) {
    for (const std::string& name : support::sampleMeetings()) {
        Case one(name);
        for (auto& participant : one.meeting.participants) participant.person.reset();
        EXPECT_EQ(fieldCount(one.drafts()), name.starts_with("bedzin") ? 11U : 24U);
    }
}

TEST(Issue, ChoosesTemplatesByTheFormOfDeclaration) {
    Office office;
    EXPECT_EQ(defaultTemplates(office), (std::vector<std::string>{"deklaracja", "lista-obecnosci"}));
    office.declaration = domain::OfficeDeclaration{};
    office.declaration->form = "joint";
    EXPECT_EQ(defaultTemplates(office), (std::vector<std::string>{"deklaracja-wspolna", "lista-obecnosci"}));
}

}  // namespace
}  // namespace workflow
