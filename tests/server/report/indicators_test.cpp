#include "server/report/indicators.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "server/workflow/import_meeting.h"
#include "tests/support/samples.h"

namespace report {
namespace {

using base::say;
using domain::DocumentKind;
using domain::Record;

const std::string kBedzin = "bedzin-2019-11-27", kKnurow = "knurow-2019-11-13";

std::vector<domain::Meeting> bothMeetings() {
    std::vector<domain::Meeting> meetings;
    for (const std::string& name : support::sampleMeetings())
        meetings.push_back(workflow::readMeeting(support::sample(name + ".json"), name));
    return meetings;
}

Record record(const std::string& id, const std::string& meeting, DocumentKind kind,
              std::vector<domain::RecordedSignature> signatures) {
    Record made;
    made.id = id;
    made.meetingId = meeting;
    made.documentId = "document of " + id;
    made.fileName = id + ".pdf";
    made.sha256 = "hash of " + id;
    made.kind = kind;
    made.verdict = signatures.empty() ? "NO-SIGNATURE" : "TOTAL-PASSED";
    made.signatures = std::move(signatures);
    return made;
}

domain::RecordedSignature demo(std::int64_t order) {
    return {"Partner-" + std::to_string(order), order, "X", "TOTAL-PASSED", true, true};
}
domain::RecordedSignature real(std::int64_t order) {
    auto made = demo(order);
    made.demonstration = false;
    return made;
}
domain::RecordedSignature acceptance() { return {"Lider", std::nullopt, "L", "TOTAL-PASSED", true, true}; }

/// One number among them; fails when it is not there once.
Indicator one(const std::vector<Indicator>& all, const std::string& meeting, const char* name, const char* grade) {
    std::vector<Indicator> found;
    for (const Indicator& each : all)
        if (each.meetingId == meeting && each.name.key == name && each.grade.key == grade) found.push_back(each);
    EXPECT_EQ(found.size(), 1U) << meeting << name << grade;
    return found.empty() ? Indicator{} : found.front();
}

TEST(Indicators, CountTheClaimsOfBothSamples) {
    const auto all = indicators(bothMeetings(), {});
    const Indicator bedzin = one(all, kBedzin, "report.claimed", "report.by_source");
    EXPECT_EQ(bedzin.count, 11U);
    EXPECT_TRUE(bedzin.isAtLeast);  // „m.in.”
    EXPECT_EQ(bedzin.date, "2019-11-27");
    const Indicator knurow = one(all, kKnurow, "report.claimed", "report.by_source");
    EXPECT_EQ(knurow.count, 12U);
    EXPECT_FALSE(knurow.isAtLeast);
    EXPECT_EQ(one(all, kKnurow, "report.strategic", "report.by_source").count, 1U);
    EXPECT_EQ(one(all, kBedzin, "report.strategic", "report.by_source").count, 0U);
    const Indicator together = one(all, "", "report.claimed", "report.by_source");
    EXPECT_EQ(together.count, 23U);
    EXPECT_TRUE(together.isAtLeast);
}

TEST(Indicators, VerifyNobodyWithoutDocuments) {
    const auto all = indicators(bothMeetings(), {});
    for (const char* name : {"report.signed", "report.verified", "report.accepted"})
        for (const char* grade : {"report.real", "report.demonstration"})
            EXPECT_EQ(one(all, "", name, grade).count, 0U) << name << grade;
    for (const char* name : {"report.declarations", "report.lists", "report.others", "report.findings"})
        EXPECT_EQ(one(all, "", name, "report.in_archive").count, 0U) << name;
}

TEST(Indicators, NameWhatEachNumberWasCountedFrom) {
    for (const Indicator& each : indicators(bothMeetings(), {record("A", kKnurow, DocumentKind::declaration, {demo(1)}),
                                                             record("B", kBedzin, DocumentKind::attendanceList, {})})) {
        EXPECT_EQ(each.count, each.evidence.size()) << each.name.key;
        for (const Evidence& evidence : each.evidence) EXPECT_FALSE(evidence.text.empty());
    }
    const auto claims = one(indicators(bothMeetings(), {}), kKnurow, "report.claimed", "report.by_source").evidence;
    EXPECT_EQ(claims.at(0).text, "uczestnik nr 1: Powiatowe Centrum Pomocy Rodzinie");
    EXPECT_EQ(claims.at(10).text, "uczestnik nr 11: Pełnomocnik ds. Profilaktyki i Promocji Zdrowia w Knurowie");
}

TEST(Indicators, CountSignaturesOfTheDemonstrationApart) {
    const auto all =
        indicators(bothMeetings(), {record("A", kKnurow, DocumentKind::declaration, {demo(1), acceptance()}),
                                    record("B", kKnurow, DocumentKind::declaration, {real(2)})});
    EXPECT_EQ(one(all, kKnurow, "report.verified", "report.demonstration").count, 1U);
    EXPECT_EQ(one(all, kKnurow, "report.verified", "report.real").count, 1U);
    EXPECT_EQ(one(all, kKnurow, "report.accepted", "report.demonstration").count, 1U);
    EXPECT_EQ(one(all, kKnurow, "report.accepted", "report.real").count, 0U);
    EXPECT_EQ(one(all, "", "report.verified", "report.real").evidence.at(0).recordId, "B");
}

TEST(Indicators, CountAPartnerOnceHoweverManyDocumentsThereAre) {
    Record again = record("B", kKnurow, DocumentKind::declaration, {demo(1)});
    const auto all = indicators(bothMeetings(), {record("A", kKnurow, DocumentKind::declaration, {demo(1)}), again});
    EXPECT_EQ(one(all, kKnurow, "report.verified", "report.demonstration").count, 1U);
    EXPECT_EQ(one(all, kKnurow, "report.declarations", "report.in_archive").count, 2U);
}

TEST(Indicators, CountEachPartnerOfAJointDeclaration) {
    std::vector<domain::RecordedSignature> signatures;
    for (std::int64_t order = 1; order <= 11; ++order) signatures.push_back(demo(order));
    const auto all = indicators(bothMeetings(), {record("A", kBedzin, DocumentKind::jointDeclaration, signatures)});
    const Indicator verified = one(all, kBedzin, "report.verified", "report.demonstration");
    EXPECT_EQ(verified.count, 11U);
    EXPECT_EQ(verified.evidence.size(), 1U);
}

TEST(Indicators, TakeNoSignatureThatIsBrokenStrangeOrElsewhere) {
    auto broken = real(1), unknown = real(2), stranger = real(99), opener = real(0);
    broken.intact = false;
    unknown.indication = "INDETERMINATE";
    const auto all = indicators(bothMeetings(),
                                {record("A", kKnurow, DocumentKind::declaration, {broken, unknown, stranger, opener}),
                                 record("B", kKnurow, DocumentKind::attendanceList, {real(3)}),
                                 record("C", "inne-spotkanie", DocumentKind::declaration, {real(4)})});
    EXPECT_EQ(one(all, kKnurow, "report.verified", "report.real").count, 0U);
    EXPECT_EQ(one(all, kKnurow, "report.signed", "report.real").count, 1U);  // the undetermined one is intact
}

TEST(Indicators, CountATypedNameThatTheOfficeSealedApartFromAPartnersOwnSignature) {
    domain::RecordedSignature office = acceptance();
    office.demonstration = false;
    office.signerName = "Pieczęć urzędu";
    domain::RecordedSignature typed = real(1);
    typed.signerName = "Pieczęć urzędu";
    const auto all = indicators(bothMeetings(), {record("a", kKnurow, DocumentKind::declaration, {typed, office}),
                                                 record("b", kKnurow, DocumentKind::declaration, {real(2), office})});
    EXPECT_EQ(one(all, kKnurow, "report.signed", "report.real").count, 2U);
    EXPECT_EQ(one(all, kKnurow, "report.verified", "report.real").count, 1U);
    EXPECT_EQ(one(all, kKnurow, "report.typed", "report.real").count, 1U);
    EXPECT_EQ(one(all, kKnurow, "report.accepted", "report.real").count, 2U);
    EXPECT_EQ(one(all, "", "report.typed", "report.real").count, 1U);
    EXPECT_TRUE(std::none_of(all.begin(), all.end(), [](const Indicator& each) {
        return each.meetingId == kBedzin && each.name.key == "report.typed";
    }));
}

TEST(Indicators, CountDocumentsByTheirKindAndFinding) {
    Record failed = record("C", kKnurow, DocumentKind::other, {});
    failed.verdict = "UNREADABLE";
    const auto all = indicators(bothMeetings(), {record("A", kKnurow, DocumentKind::attendanceList, {}),
                                                 record("B", kKnurow, DocumentKind::notice, {}), failed});
    EXPECT_EQ(one(all, kKnurow, "report.lists", "report.in_archive").count, 1U);
    EXPECT_EQ(one(all, kKnurow, "report.others", "report.in_archive").count, 2U);
    EXPECT_EQ(one(all, kKnurow, "report.findings", "report.in_archive").count, 1U);
}

TEST(Indicators, CountTheLatestVerdictOfAFile) {
    Record early = record("A", kKnurow, DocumentKind::declaration, {real(1)});
    Record late = early;
    late.id = "B";
    late.archivedAt += std::chrono::hours(1);
    late.signatures[0].intact = false;
    for (const auto& records : {std::vector<Record>{early, late}, std::vector<Record>{late, early}}) {
        EXPECT_EQ(latestRecords(records), (std::vector<Record>{late}));
        EXPECT_EQ(one(indicators(bothMeetings(), records), "", "report.verified", "report.real").count, 0U);
    }
}

TEST(Indicators, AreNoneWithoutMeetings) { EXPECT_TRUE(indicators({}, {}).empty()); }

}  // namespace
}  // namespace report
