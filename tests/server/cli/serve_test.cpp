#include <gtest/gtest.h>

#include "tests/support/command.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

using support::command;

TEST(Serve, SaysWhatIsWrongWithItsSettings) {
    const support::TemporaryFolder folder;
    const std::string file = folder.write("a.properties", "port = 8080\nprot = 1\n");
    const auto wrong = command({"serve", "--config", file, "--data", folder / "data"});
    EXPECT_EQ(wrong.code, 65);
    EXPECT_EQ(wrong.err, file + ", wiersz 2, kolumna 1: Nie ma ustawienia „prot”.\n");
    EXPECT_EQ(command({"serve", "--port", "70000", "--data", folder / "data"}).code, 65);
    EXPECT_EQ(command({"serve", "--config", folder / "none"}).code, 4);
    EXPECT_EQ(command({"serve", "now"}).code, 64);
    EXPECT_FALSE(std::filesystem::exists(folder / "data"));
}

}  // namespace
}  // namespace cli
