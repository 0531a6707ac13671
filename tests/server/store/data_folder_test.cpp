#include "server/store/data_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

using base::ErrorCode;
using support::codeOf;

TEST(DataFolder, IsMadeForItsOwnerAlone) {
    const support::TemporaryFolder folder;
    const DataFolder data(folder / "a/b");
    struct stat facts{};
    ASSERT_EQ(::stat(data.path().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
    ASSERT_EQ(::stat((data.path() / "akces.lock").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
}

TEST(DataFolder, LeavesTheUmaskAsItIs) {
    const support::TemporaryFolder folder;
    const mode_t before = ::umask(0022);
    const DataFolder data(folder.path());
    EXPECT_EQ(::umask(before), 0022U);
}

TEST(DataFolder, IsLockedForOneAtATime) {
    const support::TemporaryFolder folder;
    {
        const DataFolder first(folder.path());
        EXPECT_EQ(codeOf([&] { DataFolder second(folder.path()); }), ErrorCode::busy);
    }
    EXPECT_NO_THROW(DataFolder(folder.path()));
}

TEST(DataFolder, IsFreeWhenItsProcessWasKilled) {
    const support::TemporaryFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        const DataFolder data(folder.path());
        ::_exit(0);  // no destructor runs
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_NO_THROW(DataFolder(folder.path()));
}

TEST(DataFolder, SaysThatItCannotBeMade) {
    const support::TemporaryFolder folder;
    folder.write("plik", "x");
    EXPECT_EQ(codeOf([&] { DataFolder(folder / "plik"); }), ErrorCode::cannotWrite);
    EXPECT_EQ(codeOf([&] { DataFolder(folder / "plik/data"); }), ErrorCode::cannotWrite);
}

TEST(DataFolder, DoesNotFollowALinkInThePlaceOfItsLock) {
    const support::TemporaryFolder folder;
    std::filesystem::create_symlink(folder / "elsewhere", folder / "akces.lock");
    EXPECT_EQ(codeOf([&] { DataFolder(folder.path()); }), ErrorCode::cannotWrite);
    EXPECT_FALSE(std::filesystem::exists(folder / "elsewhere"));
}

}  // namespace
}  // namespace store
