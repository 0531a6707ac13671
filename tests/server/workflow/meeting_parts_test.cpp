#include "server/workflow/meeting_parts.h"

#include <gtest/gtest.h>

#include "tests/support/meetings.h"

namespace workflow {
namespace {

using base::ErrorCode;
using support::codeOf;
using support::failureOf;
using support::faultsOf;
using Lines = std::vector<std::string>;

struct MeetingPartsTest : testing::Test, support::MeetingRows {
    MeetingParts parts{ports};

    template <class Call>
    void expectUnchanged(const Call& call) {
        const auto before = rows.meeting(knurow);
        call();
        EXPECT_EQ(rows.meeting(knurow), before);
        EXPECT_TRUE(told().empty());
    }
};

TEST_F(MeetingPartsTest, AddChangeAndRemoveAParticipant) {
    const auto count = parts.participants(knurow).size();
    const auto added = parts.addParticipant(
        clerk, knurow,
        tree(R"({"order": 90, "person": {"first_name": "Ewa", "last_name": "Próbna"}, "roles": ["guest"]})"));
    EXPECT_EQ(parts.participant(knurow, 90), added);
    EXPECT_EQ(parts.participants(knurow).size(), count + 1);
    std::string seen;
    const auto changed =
        parts.replaceParticipant(clerk, knurow, 90, tree(R"({"order": 90, "function": "Sędzia"})"), see(seen));
    EXPECT_EQ(seen, R"({"order":90,"person":{"first_name":"Ewa","last_name":"Próbna"},"roles":["guest"]})");
    EXPECT_EQ(parts.participant(knurow, 90), changed);
    EXPECT_FALSE(changed.person);
    parts.removeParticipant(clerk, knurow, 90, {});
    EXPECT_EQ(codeOf([&] { parts.participant(knurow, 90); }), ErrorCode::notFound);
    EXPECT_EQ(told(), (Lines{"participant.add " + knurow + " 90", "participant.change " + knurow + " 90",
                             "participant.remove " + knurow + " 90"}));
    EXPECT_EQ(trail().find("Ewa"), std::string::npos);  // names are personal data
}

TEST_F(MeetingPartsTest, RefuseAnOrderThatIsSomebodys) {
    expectUnchanged([&] {
        const auto order = std::to_string(parts.participants(knurow).front().order);
        EXPECT_EQ(failureOf([&] {
                      parts.addParticipant(clerk, knurow, tree(R"({"function": "x", "order": )" + order + '}'));
                  }),
                  "participant.exists");
    });
}

TEST_F(MeetingPartsTest, TellFaultsWithinThePart) {
    expectUnchanged([&] {
        const auto add = [&](const char* json) { parts.addParticipant(clerk, knurow, tree(json)); };
        EXPECT_EQ(faultsOf([&] { add(R"({"order": 90, "name": "x"})"); }), Lines{"/name json.unknown_key"});
        EXPECT_EQ(faultsOf([&] { add(R"({"order": 90})"); }), Lines{"meeting.nobody"});
        EXPECT_EQ(faultsOf([&] { add(R"({"order": 90, "person": {"last_name": " "}})"); }),
                  Lines{"/person/last_name json.empty_text"});
        EXPECT_EQ(faultsOf([&] { add(R"({"function": "x"})"); }), Lines{"/order json.missing"});
        EXPECT_EQ(faultsOf([&] { add(R"({"order": 90, "institution_ref": "nic"})"); }),
                  Lines{"/institution_ref json.no_reference"});
        EXPECT_EQ(faultsOf([&] { add("7"); }), Lines{"json.wants_object"});
    });
}

TEST_F(MeetingPartsTest, RefuseAnotherKeyThanTheAddress) {
    expectUnchanged([&] {
        const auto order = parts.participants(knurow).front().order;
        const auto other = tree(R"({"order": 90, "function": "x"})");
        EXPECT_EQ(faultsOf([&] { parts.replaceParticipant(clerk, knurow, order, other, {}); }),
                  Lines{"/order data.other_order"});
        const auto id = parts.institutions(knurow).front().id;
        EXPECT_EQ(
            faultsOf([&] { parts.replaceInstitution(clerk, knurow, id, tree(R"({"id": "z", "name": "Z"})"), {}); }),
            Lines{"/id data.other_id"});
    });
}

TEST_F(MeetingPartsTest, AddChangeAndRemoveAnInstitution) {
    const auto added = parts.addInstitution(clerk, knurow, tree(R"({"id": "sad", "name": "Sąd Rejonowy"})"));
    EXPECT_EQ(parts.institution(knurow, "sad"), added);
    EXPECT_EQ(failureOf([&] { parts.addInstitution(clerk, knurow, tree(R"({"id": "sad", "name": "Inny"})")); }),
              "institution.exists");
    const auto renamed = tree(R"({"id": "sad", "name": "Sąd Okręgowy"})");
    EXPECT_EQ(failureOf([&] { parts.replaceInstitution(clerk, knurow, "sad", renamed, refuse); }), "status.412");
    EXPECT_EQ(parts.replaceInstitution(clerk, knurow, "sad", renamed, {}).name, "Sąd Okręgowy");
    parts.removeInstitution(clerk, knurow, "sad", {});
    EXPECT_EQ(failureOf([&] { parts.institution(knurow, "sad"); }), "institution.unknown");
    EXPECT_EQ(told().size(), 3U);
}

TEST_F(MeetingPartsTest, KeepAnInstitutionThatIsReferredTo) {
    expectUnchanged([&] {
        EXPECT_EQ(failureOf([&] { parts.removeInstitution(clerk, knurow, "mops-knurow", {}); }), "institution.in_use");
        for (const auto& one : parts.participants(knurow))
            if (one.institutionRef) {
                EXPECT_EQ(failureOf([&] { parts.removeInstitution(clerk, knurow, *one.institutionRef, {}); }),
                          "institution.in_use");
            }
    });
}

TEST_F(MeetingPartsTest, AreNotFoundInAMeetingThatIsNotThere) {
    EXPECT_EQ(codeOf([&] { parts.participants("nic"); }), ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { parts.institution("nic", "a"); }), ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { parts.addInstitution(clerk, "nic", tree("{}")); }), ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { parts.removeParticipant(clerk, knurow, 4711, {}); }), ErrorCode::notFound);
}

TEST_F(MeetingPartsTest, AreListedByTheirKeys) {
    auto people = parts.participants(knurow);
    EXPECT_TRUE(std::is_sorted(people.begin(), people.end(),
                               [](const auto& left, const auto& right) { return left.order < right.order; }));
    auto houses = parts.institutions(knurow);
    EXPECT_TRUE(std::is_sorted(houses.begin(), houses.end(),
                               [](const auto& left, const auto& right) { return left.id < right.id; }));
    EXPECT_GT(houses.size(), 3U);
}

}  // namespace
}  // namespace workflow
