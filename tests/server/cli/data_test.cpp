#include "server/cli/data.h"

#include <gtest/gtest.h>

#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

TEST(Data, IsOneFolderUnderOneLock) {
    const support::TemporaryFolder folder;
    Data data(folder / "data");
    const std::string hash = data.archive.put("x");
    EXPECT_EQ(data.archive.get(hash), "x");
    EXPECT_TRUE(data.store.allMeetings().empty());
    EXPECT_EQ(support::codeOf([&] { Data again(folder / "data"); }), base::ErrorCode::busy);
}

TEST(Data, IsBusyForEveryVerbThatTouchesIt) {
    const support::TemporaryFolder folder;
    const Data data(folder / "data");
    const std::string path = (folder / "data").string();
    const std::string file = folder.write("a.pdf", "x");
    const std::vector<std::vector<std::string>> verbs = {
        {"meeting", "import", support::sampleFile("knurow-2019-11-13.json")},
        {"meeting", "export", "m", "--out", (folder / "m.json").string()},
        {"archive", "add", file, "--meeting", "m"},
        {"archive", "list"},
        {"archive", "check"},
        {"archive", "export", "--out", (folder / "p").string()},
        {"archive", "restore", (folder / "p").string()},
        {"report", "--format", "csv", "--out", (folder / "r.csv").string()}};
    for (std::vector<std::string> words : verbs) {
        words.insert(words.end(), {"--data", path});
        EXPECT_EQ(support::command(words).code, 75) << words[0] << ' ' << words[1];
    }
}

TEST(Data, IsWhereTheOptionSaysElseTheEnvironment) {
    const support::TemporaryFolder folder;
    const std::string one = (folder / "one").string(), two = (folder / "two").string();
    const std::string meeting = support::sampleFile("knurow-2019-11-13.json");
    EXPECT_EQ(support::command({"meeting", "import", meeting, "--data", one}, {{"AKCES_DATA", two}}).code, 0);
    EXPECT_TRUE(std::filesystem::exists(one));
    EXPECT_FALSE(std::filesystem::exists(two));
    EXPECT_EQ(support::command({"meeting", "import", meeting}, {{"AKCES_DATA", two}}).code, 0);
    EXPECT_TRUE(std::filesystem::exists(two));
}

TEST(Data, IsNotMadeByReading) {
    const support::TemporaryFolder folder;
    const std::string typo = (folder / "typo").string();
    EXPECT_EQ(support::command({"archive", "list", "--data", typo}).code, 4);
    EXPECT_FALSE(std::filesystem::exists(typo));
}

TEST(Data, IsNoPlaceForResults) {
    const support::TemporaryFolder folder;
    const std::string path = (folder / "data").string(), database = path + "/akces.sqlite";
    {
        const Data data(path);
    }
    EXPECT_EQ(support::command({"report", "--format", "csv", "--out", database, "--data", path}).code, 64);
    EXPECT_EQ(support::command({"archive", "list", "--data", path}).code, 0);
}

}  // namespace
}  // namespace cli
