#include "server/workflow/unfinished_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <optional>

#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace workflow {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using Target = UnfinishedFolder::Target;

struct UnfinishedFolderTest : testing::Test {
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
    }
    support::TemporaryFolder folder{};
};

TEST_F(UnfinishedFolderTest, GetsItsNameWhenItIsFinished) {
    UnfinishedFolder made(folder / "paczka/");
    made.make();
    EXPECT_FALSE(fs::exists(folder / "paczka"));
    std::ofstream(made.path() / "a") << "x";
    struct stat facts{};
    ASSERT_EQ(::stat(made.path().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
    made.finish();
    EXPECT_TRUE(fs::exists(folder / "paczka/a"));
    EXPECT_EQ(entries(), 1U);
}

TEST_F(UnfinishedFolderTest, LeavesNothingWhenItIsNot) {
    {
        UnfinishedFolder made(folder / "paczka");
        made.make();
        std::ofstream(made.path() / "a") << "x";
        EXPECT_EQ(entries(), 1U);
    }
    EXPECT_EQ(entries(), 0U);
}

TEST_F(UnfinishedFolderTest, TakesNobodysPlace) {
    fs::create_directory(folder / "there");
    EXPECT_EQ(support::codeOf([&] { UnfinishedFolder made(folder / "there"); }), ErrorCode::cannotWrite);
    std::ofstream(folder / "there" / "file") << "x";
    UnfinishedFolder made(folder / "there", Target::mayExist);
    made.make();
    EXPECT_EQ(support::codeOf([&] { made.finish(); }), ErrorCode::cannotWrite);
    EXPECT_TRUE(fs::exists(folder / "there/file"));
}

TEST_F(UnfinishedFolderTest, ReplacesAnEmptyFolderWhereItMay) {
    fs::create_directory(folder / "there");
    UnfinishedFolder made(folder / "there", Target::mayExist);
    made.make();
    std::ofstream(made.path() / "a") << "x";
    made.finish();
    EXPECT_TRUE(fs::exists(folder / "there/a"));
    EXPECT_EQ(entries(), 1U);
}

}  // namespace
}  // namespace workflow
