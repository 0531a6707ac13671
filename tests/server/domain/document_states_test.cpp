#include "server/domain/document_states.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

#include "base/error.h"

namespace domain {
namespace {

using State = DocumentState;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

Signer signer(const std::string& field, SignerState state) {
    Signer one;
    one.id = field;
    one.field = field;
    one.state = state;
    if (state == SignerState::complete) one.grade = Grade::complete;
    return one;
}

/// A joint document in `state` with two partners and the leader, as its transitions leave it.
Signing inState(State state) {
    Signing signing;
    signing.document.kind = DocumentKind::jointDeclaration;
    signing.document.headSha256 = "draft";
    signing.document.state = state;
    auto first = SignerState::invited, rest = SignerState::invited;
    if (state == State::partlySigned) first = SignerState::complete;
    if (state == State::complete || state == State::archived) first = rest = SignerState::complete;
    if (state == State::declined) first = SignerState::declined;
    if (state == State::expired) first = rest = SignerState::expired;
    signing.signers = {signer("Partner-1", first), signer("Partner-2", rest), signer("Lider", rest)};
    if (state == State::sealingFailed) signing.signers[1].method = Method::here;
    return signing;
}

using Action = std::function<Signing(Signing)>;

/// Every transition, on the second partner where it is somebody's.
const std::map<std::string, Action>& actions() {
    static const std::map<std::string, Action> all{
        {"issued", [](Signing one) { return issued(std::move(one), kNow); }},
        {"sent", [](Signing one) { return sent(std::move(one)); }},
        {"opened", [](Signing one) { return opened(std::move(one), "Partner-2", kNow); }},
        {"signedBy", [](Signing one) { return signedBy(std::move(one), "Partner-2", {}, kNow); }},
        {"declinedBy", [](Signing one) { return declinedBy(std::move(one), "Partner-2", "nie", kNow); }},
        {"verifiedBy", [](Signing one) { return verifiedBy(std::move(one), "Partner-2"); }},
        {"closed", [](Signing one) { return closed(std::move(one), "brak", kNow); }},
        {"expired", [](Signing one) { return expired(std::move(one), kNow); }},
        {"voided", [](Signing one) { return voided(std::move(one), "pomyłka", "NOWY"); }},
        {"pinned", [](Signing one) { return pinned(std::move(one), "Partner-2", "ab"); }},
        {"sealingFailed", [](Signing one) { return sealingFailed(std::move(one), "Partner-2", Method::here, "Jan"); }},
        {"sealingGivenUp", [](Signing one) { return sealingGivenUp(std::move(one), "Partner-2"); }},
        {"archived", [](Signing one) { return archived(std::move(one)); }}};
    return all;
}

Signer person(const char* field, const char* party, const char* name = "") {
    Signer one;
    one.id = one.field = field;
    one.party = party;
    one.expectedName = name;
    return one;
}

TEST(NoticeRead, IsNotedOnceWhileTheSignerIsOpen) {
    const Signing sent = inState(State::sent);
    EXPECT_THROW(noticeRead(inState(State::draft), "Partner-2", kNow), base::Error);
    EXPECT_THROW(noticeRead(sent, "Nikt", kNow), base::Error);
    const Signing read = noticeRead(sent, "Partner-2", kNow);
    EXPECT_EQ(signerOf(read, "Partner-2").noticeAt, kNow);
    EXPECT_EQ(read.document.state, State::sent);
    EXPECT_EQ(noticeRead(read, "Partner-2", kNow + std::chrono::hours(1)), read);
    EXPECT_EQ(noticeRead(inState(State::complete), "Partner-2", kNow), inState(State::complete));
}

TEST(InPlaceOf, FindsTheSamePersonWhereverTheyStand) {
    const Signing before{{}, {person("Partner-1", "Policja"), person("Partner-2", "Szkoła"), person("Lider", "MOPS")}};
    const Signing next{{},
                       {person("Partner-1", "Sąd"), person("Partner-2", "Policja"), person("Partner-3", "Szkoła"),
                        person("Lider", "Urząd")}};
    EXPECT_EQ(inPlaceOf(before.signers[0], before, next), &next.signers[1]);
    EXPECT_EQ(inPlaceOf(before.signers[1], before, next), &next.signers[2]);
    EXPECT_EQ(inPlaceOf(before.signers[2], before, next), &next.signers[3]);
}

TEST(InPlaceOf, TakesWhoStandsInTheirFieldUnlessThatIsSomebodyElse) {
    const Signing before{{}, {person("Partner-1", "Polcja"), person("Partner-2", "Szkoła")}};
    const Signing mended{{}, {person("Partner-1", "Policja"), person("Partner-2", "Szkoła", "Anna Nowak")}};
    EXPECT_EQ(inPlaceOf(before.signers[0], before, mended), &mended.signers[0]);
    EXPECT_EQ(inPlaceOf(before.signers[1], before, mended), &mended.signers[1]);
    const Signing shorter{{}, {person("Partner-1", "Szkoła")}};
    EXPECT_EQ(inPlaceOf(before.signers[0], before, shorter), nullptr);
    EXPECT_EQ(inPlaceOf(before.signers[1], before, shorter), &shorter.signers[0]);
    EXPECT_EQ(inPlaceOf(before.signers[1], before, {}), nullptr);
}

/// Where each action leads from each state; what is not here is refused.
const std::map<State, std::map<std::string, State>> kGraph{
    {State::draft, {{"issued", State::issued}, {"pinned", State::draft}, {"voided", State::voided}}},
    {State::issued,
     {{"sent", State::sent},
      {"opened", State::issued},
      {"pinned", State::issued},
      {"signedBy", State::partlySigned},
      {"declinedBy", State::issued},
      {"expired", State::expired},
      {"voided", State::voided},
      {"sealingFailed", State::sealingFailed}}},
    {State::sent,
     {{"opened", State::sent},
      {"pinned", State::sent},
      {"signedBy", State::partlySigned},
      {"declinedBy", State::sent},
      {"expired", State::expired},
      {"voided", State::voided},
      {"sealingFailed", State::sealingFailed}}},
    {State::partlySigned,
     {{"opened", State::partlySigned},
      {"pinned", State::partlySigned},
      {"signedBy", State::partlySigned},
      {"declinedBy", State::partlySigned},
      {"closed", State::complete},
      {"expired", State::expired},
      {"voided", State::voided},
      {"sealingFailed", State::sealingFailed}}},
    {State::complete, {{"verifiedBy", State::complete}, {"voided", State::voided}, {"archived", State::archived}}},
    {State::archived, {{"verifiedBy", State::archived}}},
    {State::declined, {{"voided", State::voided}, {"archived", State::archived}}},
    {State::expired, {{"voided", State::voided}, {"archived", State::archived}}},
    {State::voided, {{"archived", State::archived}}},
    {State::sealingFailed,
     {{"opened", State::sealingFailed},
      {"pinned", State::sealingFailed},
      {"signedBy", State::partlySigned},
      {"declinedBy", State::sent},
      {"expired", State::expired},
      {"voided", State::voided},
      {"sealingFailed", State::sealingFailed},
      {"sealingGivenUp", State::sent}}},
};

/// The names that a refusal may give: the document's state, or that of the signer.
std::set<std::string> namesIn(const Signing& signing) {
    return {std::string(name(signing.document.state)), std::string(name(signing.signers[1].state))};
}

TEST(DocumentStates, FollowTheTableAndRefuseEverythingElseByTheStateThatForbidsIt) {
    int walked = 0;
    for (const State state : kDocumentStates) {
        const auto& row = kGraph.at(state);
        for (const auto& [action, apply] : actions()) {
            const Signing before = inState(state);
            const auto allowed = row.find(action);
            ++walked;
            if (allowed != row.end()) {
                EXPECT_EQ(apply(before).document.state, allowed->second) << name(state) << ' ' << action;
                continue;
            }
            try {
                apply(before);
                ADD_FAILURE() << name(state) << ' ' << action;
            } catch (const base::Error& error) {
                EXPECT_EQ(error.code(), base::ErrorCode::conflict) << name(state) << ' ' << action;
                ASSERT_EQ(error.message().values.size(), 2U);
                EXPECT_TRUE(namesIn(before).contains(error.message().values[1])) << name(state) << ' ' << action;
            }
        }
    }
    EXPECT_EQ(walked, 130);
}

TEST(DocumentStates, AreAllReachedFromADraft) {
    std::set<State> reached{State::draft};
    for (bool grows = true; grows;) {
        const std::size_t before = reached.size();
        for (const State state : std::set<State>(reached))
            for (const auto& [action, next] : kGraph.at(state)) reached.insert(next);
        // These two need the last signer, and an individual declaration: below.
        if (reached.contains(State::partlySigned)) reached.insert({State::complete, State::declined});
        grows = reached.size() > before;
    }
    EXPECT_EQ(reached.size(), std::size(kDocumentStates));
}

TEST(DocumentStates, AreSignedWithTheLastSigner) {
    Signing signing = inState(State::issued);
    signing = signedBy(signing, "Partner-1", {Method::ownTool, Grade::complete, "Jan", "h1"}, kNow);
    EXPECT_EQ(signing.document.headSha256, "h1");
    signing = signedBy(signing, "Lider", {Method::officeSeal, Grade::complete, "Urząd", "h2"}, kNow);
    EXPECT_EQ(signing.document.state, State::partlySigned);
    signing = signedBy(signing, "Partner-2", {Method::paper, Grade::scanned, "Anna", ""}, kNow);
    EXPECT_EQ(signing.document.state, State::complete);
    EXPECT_EQ(signing.document.headSha256, "h2");
    EXPECT_EQ(signing.document.version, 4);
    EXPECT_TRUE(missing(signing).empty());
}

TEST(DocumentStates, DeclineAnIndividualDeclarationWithItsPartnerAndKeepAJointOneOpen) {
    Signing individual = inState(State::issued);
    individual.document.kind = DocumentKind::declaration;
    EXPECT_EQ(declinedBy(individual, "Partner-1", "nie", kNow).document.state, State::declined);
    Signing joint = declinedBy(inState(State::issued), "Partner-1", "nie", kNow);
    joint = signedBy(joint, "Partner-2", {}, kNow);
    joint = signedBy(joint, "Lider", {}, kNow);
    EXPECT_EQ(joint.document.state, State::partlySigned);
    joint = closed(joint, "jeden odmówił", kNow);
    EXPECT_EQ(joint.document.state, State::complete);
    ASSERT_EQ(missing(joint).size(), 1U);
    EXPECT_EQ(missing(joint)[0]->field, "Partner-1");
}

TEST(DocumentStates, AreToAcceptWhenAllButTheOfficeHaveSigned) {
    Signing signing = inState(State::issued);
    EXPECT_FALSE(isToAccept(signing));
    signing = signedBy(signing, "Partner-1", {}, kNow);
    EXPECT_FALSE(isToAccept(signing));
    signing = signedBy(signing, "Partner-2", {}, kNow);
    EXPECT_TRUE(isToAccept(signing));
    EXPECT_FALSE(isToAccept(voided(signing, "pomyłka", "")));
    EXPECT_FALSE(isToAccept(signedBy(signing, "Lider", {}, kNow)));
    signing.signers = {signer("Lider", SignerState::invited)};
    EXPECT_FALSE(isToAccept(signing));
    signing.signers.clear();
    EXPECT_FALSE(isToAccept(signing));
}

TEST(DocumentStates, CloseOnlyWhatIsJointAndSigned) {
    Signing individual = inState(State::partlySigned);
    individual.document.kind = DocumentKind::declaration;
    EXPECT_THROW(closed(individual, "x", kNow), base::Error);
    EXPECT_THROW(closed(declinedBy(inState(State::issued), "Partner-1", "nie", kNow), "x", kNow), base::Error);
    const Signing done = closed(inState(State::partlySigned), "x", kNow);
    EXPECT_EQ(done.signers[1].state, SignerState::expired);
    EXPECT_EQ(done.signers[0].state, SignerState::complete);
}

TEST(DocumentStates, StayInSealingFailedWhileSomebodysSealIsMissing) {
    const Signing failed = sealingFailed(inState(State::sent), "Partner-2", Method::here, "Jan Nowak");
    const Signing other = signedBy(failed, "Partner-1", {}, kNow);
    EXPECT_EQ(other.document.state, State::sealingFailed);
    EXPECT_EQ(other.signers[1].signedName, "Jan Nowak");
    EXPECT_EQ(signedBy(other, "Partner-2", {}, kNow).document.state, State::partlySigned);
    const Signing givenUp = sealingGivenUp(other, "Partner-2");
    EXPECT_EQ(givenUp.document.state, State::partlySigned);
    EXPECT_EQ(givenUp.signers[1].method, std::nullopt);
    EXPECT_EQ(givenUp.signers[1].signedName, "");
    EXPECT_THROW(sealingGivenUp(other, "Partner-1"), base::Error);
}

TEST(DocumentStates, OpenOnceAndOnlyUntilSigned) {
    const Signing first = opened(inState(State::sent), "Partner-2", kNow);
    EXPECT_EQ(first.signers[1].state, SignerState::opened);
    EXPECT_EQ(first.signers[1].openedAt, kNow);
    EXPECT_EQ(opened(first, "Partner-2", kNow + std::chrono::hours(1)), first);
    EXPECT_THROW(opened(first, "nikt", kNow), base::Error);
}

TEST(DocumentStates, NeverLowerAGrade) {
    Signing signing = inState(State::partlySigned);
    signing = verifiedBy(signing, "Partner-1");
    EXPECT_EQ(signing.signers[0].grade, Grade::verified);
    EXPECT_EQ(verifiedBy(signing, "Partner-1"), signing);
    Signing attended = signedBy(inState(State::sent), "Partner-1", {Method::here, Grade::attended, "Jan", "h"}, kNow);
    EXPECT_THROW(verifiedBy(attended, "Partner-1"), base::Error);
}

TEST(DocumentStates, ArchiveWhatNobodyIsToSign) {
    Signing list = inState(State::issued);
    list.signers.clear();
    EXPECT_EQ(archived(list).document.state, State::archived);
}

TEST(DocumentStates, KeepWhatWasIssued) {
    const Signing signing = issued(inState(State::draft), kNow);
    EXPECT_EQ(signing.document.issuedSha256, "draft");
    EXPECT_EQ(signing.document.headSha256, "draft");
    EXPECT_EQ(signing.document.issuedAt, kNow);
    EXPECT_EQ(leaderOf(signing)->field, "Lider");
    EXPECT_FALSE(isAnySigned(signing));
    EXPECT_NO_THROW(expectOpen(signing, "Lider"));
    EXPECT_THROW(expectOpen(inState(State::complete), "Lider"), base::Error);
    EXPECT_THROW(signerOf(signing, "nikt"), base::Error);
}

}  // namespace
}  // namespace domain
