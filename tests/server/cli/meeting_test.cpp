#include <gtest/gtest.h>

#include "server/workflow/json_value.h"
#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using support::command;
using support::sampleFile;

class MeetingVerbTest : public testing::Test {
protected:
    std::string data() const { return (folder_ / "data").string(); }
    support::TemporaryFolder folder_;
};

TEST_F(MeetingVerbTest, ChecksWithoutWriting) {
    const auto outcome = command({"meeting", "check", sampleFile("knurow-2019-11-13.json"), "--data", data()});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("13"), std::string::npos);
    EXPECT_FALSE(fs::exists(data()));
}

TEST_F(MeetingVerbTest, ExportsWhatItImported) {
    for (const std::string& name : support::sampleMeetings()) {
        EXPECT_EQ(command({"meeting", "import", sampleFile(name + ".json"), "--data", data()}).code, 0);
        const std::string out = (folder_ / (name + ".json")).string();
        EXPECT_EQ(command({"meeting", "export", name, "--out", out}, {{"AKCES_DATA", data()}}).code, 0);
        EXPECT_EQ(workflow::readJson(base::readFile(out, 1 << 20), ""),
                  workflow::readJson(support::sample(name + ".json"), ""));
    }
}

TEST_F(MeetingVerbTest, ImportsTheListInThePartnersPlace) {
    EXPECT_EQ(command({"meeting", "import", sampleFile("knurow-2019-11-13.json"), "--partners",
                       sampleFile("knurow-2019-11-13-partnerzy.csv"), "--data", data()})
                  .code,
              0);
}

TEST_F(MeetingVerbTest, ImportsNothingOfAFileWithFaults) {
    const std::string list = folder_.write("lista.csv", "Nazwa;Rola\nSąd;Partner\nSzkoła;widz\nPolicja\n");
    const auto outcome =
        command({"meeting", "import", sampleFile("knurow-2019-11-13.json"), "--partners", list, "--data", data()});
    EXPECT_EQ(outcome.code, 65);
    EXPECT_TRUE(outcome.out.empty());
    EXPECT_NE(outcome.err.find(list + ", wiersz 3, kolumna 8: Nieznana rola „widz”"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find(list + ", wiersz 4: "), std::string::npos) << outcome.err;
    EXPECT_FALSE(fs::exists(data()));
}

TEST_F(MeetingVerbTest, KnowsNoMeetingThatIsNotThere) {
    const std::string out = (folder_ / "x.json").string();
    ASSERT_EQ(command({"meeting", "import", sampleFile("knurow-2019-11-13.json"), "--data", data()}).code, 0);
    EXPECT_EQ(command({"meeting", "export", "nie-ma", "--out", out, "--data", data()}).code, 65);
    EXPECT_FALSE(fs::exists(out));
}

TEST_F(MeetingVerbTest, WantsAnActionAndAFile) {
    EXPECT_EQ(command({"meeting"}).code, 64);
    EXPECT_EQ(command({"meeting", "check"}).code, 64);
    EXPECT_EQ(command({"meeting", "check", "a", "b"}).code, 64);
    EXPECT_EQ(command({"meeting", "burn", "a"}).code, 64);
    EXPECT_EQ(command({"meeting", "export", "a", "--data", data()}).code, 64);
    EXPECT_EQ(command({"meeting", "export", "a", "--out", "b", "--partners", "c.csv", "--data", data()}).code, 64);
    EXPECT_EQ(command({"meeting", "import", sampleFile("knurow-2019-11-13.json"), "--out", "b", "--data", data()}).code,
              64);
    EXPECT_FALSE(fs::exists(data()));
    EXPECT_EQ(command({"meeting", "check", sampleFile("knurow-2019-11-13.json"), "--partners", "a.xlsx"}).code, 64);
}

}  // namespace
}  // namespace cli
