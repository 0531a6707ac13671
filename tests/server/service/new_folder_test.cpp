#include "server/service/new_folder.h"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace service {
namespace {

namespace fs = std::filesystem;

TEST(NewFolder, RemovesWhatAFailedStartMade) {
    const support::TemporaryFolder folder;
    for (const char* name : {"data", "data/", "a/b/data"}) {
        {
            const NewFolder made(folder / name);
            fs::create_directories((folder / name) / "keys");
        }
        EXPECT_TRUE(fs::is_empty(folder.path())) << name;
    }
}

TEST(NewFolder, KeepsWhatServesAndWhatWasThere) {
    const support::TemporaryFolder folder;
    {
        NewFolder made(folder / "a/data");
        fs::create_directories(folder / "a/data");
        made.keep();
    }
    {
        const NewFolder old(folder / "a/data");
    }
    {
        const NewFolder within(folder / "a/data/none");
    }
    EXPECT_TRUE(fs::is_directory(folder / "a/data"));
}

}  // namespace
}  // namespace service
