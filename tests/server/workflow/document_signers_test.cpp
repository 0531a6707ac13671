#include "server/workflow/document_signers.h"

#include <gtest/gtest.h>

namespace workflow {
namespace {

templates::Document withFields(const std::vector<templates::SignatureField>& fields) {
    templates::Document document;
    for (const auto& field : fields) {
        templates::SignatureBlock block;
        block.field = field;
        document.blocks.push_back({block});
    }
    return document;
}

domain::Office officeOf(const domain::OfficeRepresentative& leader) {
    domain::Office office;
    office.representative = leader;
    return office;
}

TEST(DocumentSigners, AreTheFieldsWithThePeopleBehindThem) {
    domain::Meeting meeting;
    meeting.participants.resize(2);
    meeting.participants[0].order = 3;
    meeting.participants[0].person.emplace().lastName = "Nowak";
    meeting.participants[0].person->rank = "kom.";
    meeting.participants[0].person->firstName = "Jan";
    meeting.participants[1].order = 4;
    domain::OfficeRepresentative leader;
    leader.titleName = "mgr inż. Olga Machura";
    const auto signers = signersOf(
        withFields(
            {{"Partner-3", "", "Komendant", "Policja"}, {"Partner-4", "", "Dyrektor", ""}, {"Lider", "", "", "OPS"}}),
        meeting, officeOf(leader));
    ASSERT_EQ(signers.size(), 3U);
    EXPECT_EQ(signers[0].order, 3);
    EXPECT_EQ(signers[0].party, "Policja");
    EXPECT_EQ(signers[0].expectedName, "Jan Nowak");
    EXPECT_EQ(signers[1].party, "Dyrektor");
    EXPECT_EQ(signers[1].expectedName, "");
    EXPECT_EQ(signers[2].order, std::nullopt);
    EXPECT_EQ(signers[2].expectedName, "Olga Machura");
}

TEST(DocumentSigners, TakeTheLeadersNameFromTheMeetingWhereItIsThere) {
    domain::Meeting meeting;
    meeting.participants.resize(1);
    meeting.participants[0].order = 1;
    meeting.participants[0].person.emplace().lastName = "Zając";
    domain::OfficeRepresentative leader;
    leader.participantOrder = 1;
    EXPECT_EQ(signersOf(withFields({{"Lider", "", "", ""}}), meeting, officeOf(leader))[0].expectedName, "Zając");
    EXPECT_EQ(signersOf(withFields({{"Lider", "", "", ""}}), meeting, {})[0].expectedName, "");
}

}  // namespace
}  // namespace workflow
