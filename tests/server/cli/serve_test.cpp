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

TEST(Serve, TellsItsAddressesWithoutServing) {
    const std::string routes = command({"serve", "--routes"}).out;
    EXPECT_NE(routes.find("GET /api/v1/meetings readMeetings"), std::string::npos) << routes;
    EXPECT_EQ(routes.find("/spotkania"), std::string::npos);
    const std::string pages = command({"serve", "--pages"}).out;
    EXPECT_NE(pages.find("GET /spotkania\n"), std::string::npos) << pages;
    EXPECT_EQ(pages.find("/api/"), std::string::npos);
}

}  // namespace
}  // namespace cli
