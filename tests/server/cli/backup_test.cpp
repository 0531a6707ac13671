#include <gtest/gtest.h>

#include <fstream>

#include "server/store/data_folder.h"
#include "tests/support/command.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using support::command;

struct BackupVerbTest : testing::Test {
    BackupVerbTest() {
        command({"meeting", "import", support::sampleFile("knurow-2019-11-13.json"), "--data", data});
        command({"archive", "add", folder.write("a.pdf", "jeden"), "--meeting", "knurow-2019-11-13", "--data", data});
    }
    support::Outcome create() const { return command({"backup", "create", "--out", copy, "--data", data}); }
    support::Outcome restore() const { return command({"backup", "restore", copy, "--data", restored}); }
    fs::path anObject() const {
        for (const auto& entry : fs::recursive_directory_iterator(copy + "/archive"))
            if (entry.is_regular_file()) return entry.path();
        return {};
    }
    support::TemporaryFolder folder{};
    std::string data = (folder / "data").string(), copy = (folder / "kopia").string(),
                restored = (folder / "nowe").string();
};

TEST_F(BackupVerbTest, CopiesAndRestoresWhileSomebodyHasTheDataFolder) {
    {
        const store::DataFolder service(data);
        const auto made = create();
        EXPECT_EQ(made.code, 0) << made.err;
        EXPECT_TRUE(made.out.ends_with("Liczba plików: 5, w tym w archiwum: 3.\n")) << made.out;
    }
    EXPECT_EQ(command({"backup", "check", copy}).code, 0);
    EXPECT_EQ(restore().code, 0);
    EXPECT_EQ(command({"archive", "list", "--json", "--data", restored}).out,
              command({"archive", "list", "--json", "--data", data}).out);
    EXPECT_EQ(command({"archive", "check", "--data", restored}).code, 0);
}

TEST_F(BackupVerbTest, SumsUpAsJson) {
    const std::string sum = "{\"made_at\":\"2027-06-30T12:00:00Z\",\"schema\":3,\"files\":5,\"objects\":3}\n";
    EXPECT_EQ(command({"backup", "create", "--json", "--out", copy, "--data", data}).out, sum);
    EXPECT_EQ(command({"backup", "restore", "--json", copy, "--data", restored}).out, sum);
    EXPECT_EQ(command({"backup", "check", "--json", copy}).out, "");
}

TEST_F(BackupVerbTest, NamesDamage) {
    create();
    const fs::path object = anObject();
    std::ofstream(object) << "inne";
    const auto check = command({"backup", "check", copy});
    EXPECT_EQ(check.code, 1);
    EXPECT_NE(check.out.find(object.filename().string() + ": Treść pliku"), check.out.npos) << check.out;
    EXPECT_NE(check.out.find("liczba uszkodzeń: 1."), check.out.npos) << check.out;
    EXPECT_EQ(command({"backup", "check", copy, "--json"}).out,
              "{\"file\":\"" + object.lexically_relative(copy).string() + "\",\"damage\":\"damaged\"}\n");
    EXPECT_EQ(restore().code, 4);
    EXPECT_FALSE(fs::exists(restored));
}

TEST_F(BackupVerbTest, SaysWhatWasLostBefore) {
    create();
    const fs::path object = fs::path(data) / anObject().lexically_relative(copy);
    fs::remove_all(copy);
    fs::remove(object);
    const auto made = create();
    EXPECT_EQ(made.code, 1);
    EXPECT_NE(made.err.find(object.filename().string()), made.err.npos);
    EXPECT_EQ(command({"backup", "check", copy}).code, 1);
    EXPECT_EQ(restore().code, 1);
    EXPECT_TRUE(fs::exists(restored + "/akces.sqlite"));
}

TEST_F(BackupVerbTest, RefusesWrongWordsAndPlaces) {
    EXPECT_EQ(command({"backup"}).code, 64);
    EXPECT_EQ(command({"backup", "burn"}).code, 64);
    EXPECT_EQ(command({"backup", "create", "--data", data}).code, 64);
    EXPECT_EQ(command({"backup", "create", "--out", "", "--data", data}).code, 64);
    EXPECT_EQ(command({"backup", "create", "--out", data + "/kopia", "--data", data}).code, 64);
    EXPECT_EQ(command({"backup", "create", "--out", copy, "--data", restored}).code, 4);
    EXPECT_EQ(command({"backup", "check", copy, "--data", data}).code, 64);
    EXPECT_EQ(command({"backup", "check", copy}).code, 4);
    create();
    EXPECT_EQ(create().code, 73);
    EXPECT_EQ(command({"backup", "restore", copy, "--data", data}).code, 65);
    const store::DataFolder service(data);
    EXPECT_EQ(command({"backup", "restore", copy, "--data", data}).code, 75);
}

}  // namespace
}  // namespace cli
