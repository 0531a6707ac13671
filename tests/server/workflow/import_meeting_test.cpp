#include "server/workflow/import_meeting.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "tests/support/source.h"

namespace workflow {
namespace {

base::Bytes sample(const char* name) { return base::readFile(support::source("config/samples/") + name, 1 << 20); }

std::vector<std::string> faultsOf(const std::string& json) {
    std::vector<std::string> found;
    try {
        readMeeting(json, "m.json");
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::data);
        for (const auto& fault : error.faults()) found.push_back(fault.place.pointer + ' ' + fault.message.key);
    }
    return found;
}

TEST(ImportMeeting, ReadsBothSamplesWhole) {
    const auto bedzin = readMeeting(sample("bedzin-2019-11-27.json"), "b");
    EXPECT_EQ(bedzin.participants.size(), 11U);
    EXPECT_EQ(bedzin.photos.size(), 18U);
    EXPECT_EQ(domain::titleName(bedzin.participants[5]), "st. kpt. Arkadiusz Spera");
    const auto knurow = readMeeting(sample("knurow-2019-11-13.json"), "k");
    EXPECT_EQ(std::count_if(knurow.participants.begin(), knurow.participants.end(), domain::getsDeclaration), 12);
}

TEST(ImportMeeting, ListsEveryFaultAtItsPointer) {
    EXPECT_EQ(faultsOf(R"({"schema":"meeting/1","id":"x","zzz":1,"language":"","participants":[{"order":"1"},7]})"),
              (std::vector<std::string>{"/language json.empty_text", "/participants/0/order json.wants_number",
                                        "/participants/1 json.wants_object", "/zzz json.unknown_key"}));
    EXPECT_EQ(faultsOf(R"({"schema":"meeting/2","id":"x"})"), (std::vector<std::string>{"/schema json.wrong_schema"}));
    EXPECT_EQ(
        faultsOf(
            R"({"schema":"meeting/1","id":"x","participants":[{"order":1,"institution_ref":"brak"},{"order":1,"function":"Starosta"}],"meeting":{"date":"2019-02-30"}})"),
        (std::vector<std::string>{"/participants/1/order json.twice",
                                  "/participants/0/institution_ref json.no_reference", "/meeting/date json.no_date"}));
}

TEST(ImportMeeting, ListsFaultsOfShapeAndOfMeaningTogether) {
    EXPECT_EQ(faultsOf(R"({"schema":"meeting/1","id":"x","zzz":1,"meeting":{"date":"2019-02-30"},)"
                       R"("participants":[7,{"order":1,"institution_ref":"brak"},{"order":1,"function":"Starosta"}]})"),
              (std::vector<std::string>{
                  "/participants/0 json.wants_object", "/zzz json.unknown_key", "/participants/2/order json.twice",
                  "/participants/1/institution_ref json.no_reference", "/meeting/date json.no_date"}));
}

TEST(ImportMeeting, TellsNothingThatFollowsFromAnotherFault) {
    EXPECT_EQ(
        faultsOf(R"({"schema":"meeting/1","id":"x","institutions":[{"id":7,"name":"A"},{"name":"B"}],)"
                 R"("localities":5,"team":{"name":"Z","locality_ref":"a"},)"
                 R"("participants":[{"institution_ref":"a"},{"institution_ref":"b"},{"order":3,"person":"Jan"}]})"),
        (std::vector<std::string>{"/localities json.wants_list", "/institutions/0/id json.wants_text",
                                  "/institutions/1/id json.missing", "/participants/0/order json.missing",
                                  "/participants/1/order json.missing", "/participants/2/person json.wants_object"}));
}

TEST(ImportMeeting, WantsEachIdOnce) {
    EXPECT_EQ(faultsOf(R"({"schema":"meeting/1","id":"x","localities":[{"id":"a","name":"A"},{"id":"a","name":"B"}],)"
                       R"("institutions":[{"id":"a","name":"A"},{"id":"b","name":"B"},{"id":"b","name":"C"}]})"),
              (std::vector<std::string>{"/localities/1/id json.twice", "/institutions/2/id json.twice"}));
}

TEST(ImportMeeting, WantsATaxNumberThatIsOne) {
    EXPECT_EQ(faultsOf(R"({"schema":"meeting/1","id":"x","institutions":[{"id":"a","name":"A","nip":"525-000-81-98"},)"
                       R"({"id":"b","name":"B","nip":"5250008199"}]})"),
              (std::vector<std::string>{"/institutions/1/nip meeting.bad_tax_number"}));
}

TEST(ImportMeeting, WantsEachPartnerOnce) {
    EXPECT_EQ(faultsOf(R"({"schema":"meeting/1","id":"x","participants":[)"
                       R"({"order":1,"function":"Starosta","roles":["partner"]},)"
                       R"({"order":2,"function":"Starosta","roles":["partner"],"note":"inny"},)"
                       R"({"order":3,"function":"Starosta","roles":["partner"]},)"
                       R"({"order":4,"function":"Starosta","roles":["guest"]},)"
                       R"({"order":5,"function":"Starosta","roles":["guest"]}]})"),
              (std::vector<std::string>{"/participants/2 meeting.participant_twice"}));
}

TEST(ImportMeeting, WantsAPartyThatIsSomebody) {
    EXPECT_EQ(faultsOf(R"({"schema":"meeting/1","id":"x","participants":[{"order":1,"roles":["partner"]},)"
                       R"({"order":2,"roles":["partner"],"person":{"last_name":"Nowak"}}]})"),
              (std::vector<std::string>{"/participants/0 meeting.nobody", "/participants/1 meeting.no_party"}));
}

TEST(ImportMeeting, ReadsOfficeDataWithAllFaults) {
    const auto office = readOffice(sample("bedzin-2019-11-27-office.json"), "o");
    EXPECT_EQ(office.declaration->form, "joint");
    EXPECT_EQ(office.representative->participantOrder, 1);
    std::vector<std::string> found;
    try {
        readOffice(R"({"schema":"office/1","signing":"ink","declaration":{"form":"x","effective_date":"2019"}})", "o");
    } catch (const base::Error& error) {
        for (const auto& fault : error.faults()) found.push_back(fault.place.pointer + ' ' + fault.message.key);
    }
    EXPECT_EQ(found, (std::vector<std::string>{"/signing json.one_of", "/declaration/form json.one_of",
                                               "/declaration/effective_date json.no_date"}));
}

TEST(ImportMeeting, RefusesWhatIsNoJson) {
    EXPECT_EQ(faultsOf("{"), (std::vector<std::string>{" json.malformed"}));
    EXPECT_EQ(faultsOf("\xFF"), (std::vector<std::string>{" json.not_utf8"}));
    EXPECT_EQ(faultsOf(R"({"id":"a","id":"b"})"), (std::vector<std::string>{"/id json.key_twice"}));
    EXPECT_EQ(faultsOf(R"({"a/b":[1,{"~":0,"~":[]}],"a/b":2})"),
              (std::vector<std::string>{"/a~1b/1/~0 json.key_twice"}));
    EXPECT_EQ(faultsOf("[]"), (std::vector<std::string>{" json.wants_object"}));
    const base::Bytes whole = sample("knurow-2019-11-13.json");
    for (std::size_t length = 0; length + 3 < whole.size(); length += 97)
        EXPECT_EQ(faultsOf(whole.substr(0, length)).size(), 1U) << length;
}

}  // namespace
}  // namespace workflow
