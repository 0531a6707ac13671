#include "server/cli/run.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/support/command.h"
#include "tests/support/source.h"

namespace cli {
namespace {

using base::ErrorCode;
using support::command;

TEST(Run, HelpsWithTheProgramAndEachVerb) {
    for (const char* word : {"--help", "-h", "help"}) {
        const auto outcome = command({word});
        EXPECT_EQ(outcome.code, 0);
        EXPECT_TRUE(outcome.out.starts_with("akces – ")) << outcome.out;
    }
    for (const std::string verb :
         {"demo", "meeting", "generate", "template", "sign", "verify", "archive", "report", "backup", "user", "token"})
        for (const char* word : {"--help", "-h"}) {
            const auto outcome = command({verb, word});
            EXPECT_EQ(outcome.code, 0) << verb;
            EXPECT_TRUE(outcome.out.starts_with("Użycie: akces " + verb)) << outcome.out;
            EXPECT_TRUE(outcome.err.empty());
        }
}

TEST(Run, KnowsItsVersion) { EXPECT_TRUE(command({"--version"}).out.starts_with("akces ")); }

TEST(Run, WantsAVerb) {
    const auto outcome = command({});
    EXPECT_EQ(outcome.code, 64);
    EXPECT_TRUE(outcome.out.empty());
    EXPECT_FALSE(outcome.err.empty());
}

TEST(Run, RefusesAnUnknownVerb) {
    EXPECT_EQ(command({"zniszcz"}).code, 64);
    EXPECT_EQ(command({"zniszcz"}).err, "Nie ma polecenia „zniszcz”. Wykaz poleceń: akces --help.\n");
}

TEST(Run, SaysWhatIsNotThereYet) {
    for (const char* verb : {"extend"}) {
        EXPECT_EQ(command({verb}).code, 64) << verb;
        EXPECT_EQ(command({verb}).err, "„" + std::string(verb) + "”: jeszcze niedostępne.\n");
    }
}

TEST(Run, GivesEachFailureItsExitCode) {
    const std::vector<std::pair<ErrorCode, int>> codes = {
        {ErrorCode::unreadable, 4},   {ErrorCode::usage, 64},   {ErrorCode::data, 65},        {ErrorCode::notFound, 65},
        {ErrorCode::conflict, 65},    {ErrorCode::refused, 66}, {ErrorCode::unavailable, 69}, {ErrorCode::internal, 70},
        {ErrorCode::cannotWrite, 73}, {ErrorCode::busy, 75},    {ErrorCode::secret, 77}};
    for (const auto& [code, exit] : codes) EXPECT_EQ(exitCode(base::Error(code, base::say("x"))), exit);
}

TEST(Run, ListsEveryFaultOnALineOfItsOwn) {
    const auto outcome = command({"template", "check", support::source("config/samples/bedzin-2019-11-27.json")});
    EXPECT_EQ(outcome.code, 65);
    EXPECT_TRUE(outcome.out.empty());
}

}  // namespace
}  // namespace cli
