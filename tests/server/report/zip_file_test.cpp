#include "server/report/zip_file.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.h"
#include "tests/support/temporary_folder.h"

TEST(ZipFile, IsReadByOthers) {
    const support::TemporaryFolder folder;
    const base::Instant at = *base::parseInstant("2026-01-31T12:00:00Z");
    const std::string zip = report::zipFile({{"a.pdf", "first"}, {"b.pdf", std::string(100000, 'x')}}, at);
    base::writeFile(folder.path() / "all.zip", zip, base::Durability::secret);
    const std::string command = "cd " + folder.path().string() + " && unzip -q all.zip";
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(base::readFile(folder.path() / "a.pdf", 1000), "first");
    EXPECT_EQ(base::readFile(folder.path() / "b.pdf", 1000000).size(), 100000U);
}
