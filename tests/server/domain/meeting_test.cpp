#include "server/domain/meeting.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

Participant withRole(const char* role) {
    Participant one;
    one.roles = {role};
    return one;
}

TEST(Meeting, FindsInstitutionsAndLocalitiesByTheirIds) {
    Meeting meeting;
    meeting.institutions = {{"sad", "Sąd Rejonowy"}, {"szkola", "Szkoła"}};
    meeting.localities = {{"gliwice", "Gliwice"}};
    ASSERT_NE(findInstitution(meeting, "szkola"), nullptr);
    EXPECT_EQ(findInstitution(meeting, "szkola")->name, "Szkoła");
    EXPECT_EQ(findLocality(meeting, "gliwice")->name, "Gliwice");
    EXPECT_EQ(findInstitution(meeting, "gliwice"), nullptr);
    EXPECT_EQ(findInstitution(meeting, std::nullopt), nullptr);
    EXPECT_EQ(findLocality(meeting, std::nullopt), nullptr);
}

TEST(Meeting, NamesTheInstitutionWhereThereIsOne) {
    Meeting meeting;
    meeting.institutions = {{"sad", "Sąd Rejonowy"}};
    Participant one;
    EXPECT_EQ(institutionName(meeting, one), "");
    one.institutionRef = "sad";
    EXPECT_EQ(institutionName(meeting, one), "Sąd Rejonowy");
}

TEST(Meeting, PutsRankAndNamesInARow) {
    Participant one;
    EXPECT_EQ(titleName(one), "");
    one.person = Person{};
    EXPECT_EQ(titleName(one), "");
    one.person->lastName = "Spera";
    EXPECT_EQ(titleName(one), "Spera");
    one.person->rank = "st. kpt.";
    one.person->firstName = "Arkadiusz";
    EXPECT_EQ(titleName(one), "st. kpt. Arkadiusz Spera");
}

TEST(Meeting, GivesADeclarationToPartiesOnly) {
    for (const char* role : {"partner", "strategic_partner", "signatory", "signing_participant"})
        EXPECT_TRUE(getsDeclaration(withRole(role))) << role;
    for (const char* role : {"opened_meeting", "chair", "recorder", "leader_representative", "introduced_topic"})
        EXPECT_FALSE(getsDeclaration(withRole(role))) << role;
    EXPECT_FALSE(getsDeclaration(Participant{}));
}

TEST(Meeting, GivesADeclarationToWhoeverAcceded) {
    Participant one = withRole("chair");
    one.accession = "acceded";
    EXPECT_TRUE(getsDeclaration(one));
}

}  // namespace
}  // namespace domain
