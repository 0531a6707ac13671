#include "server/domain/references.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

TEST(References, LeadToInstitutionsFromThreePlaces) {
    Meeting meeting;
    EXPECT_FALSE(isInstitutionUsed(meeting, "a"));
    meeting.meeting.emplace().venue.emplace().institutionRef = "a";
    meeting.leadership.emplace_back().institutionRef = "b";
    meeting.participants.emplace_back().institutionRef = "c";
    for (const char* id : {"a", "b", "c"}) EXPECT_TRUE(isInstitutionUsed(meeting, id)) << id;
    EXPECT_FALSE(isInstitutionUsed(meeting, "d"));
}

TEST(References, LeadToLocalitiesFromThreePlaces) {
    Meeting meeting;
    EXPECT_FALSE(isLocalityUsed(meeting, "a"));
    meeting.meeting.emplace().venue.emplace().localityRef = "a";
    meeting.team.emplace().localityRef = "b";
    meeting.institutions.emplace_back().localityRef = "c";
    for (const char* id : {"a", "b", "c"}) EXPECT_TRUE(isLocalityUsed(meeting, id)) << id;
    EXPECT_FALSE(isLocalityUsed(meeting, "d"));
}

}  // namespace
}  // namespace domain
