#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <functional>

#include "base/error.h"

namespace base {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
protected:
    FileTest() {
        std::string name = (fs::temp_directory_path() / "akces-file-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~FileTest() override { fs::remove_all(folder_); }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator{}));
    }
    fs::path folder_;
};

ErrorCode codeOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.code();
    }
    ADD_FAILURE() << "nothing was thrown";
    return ErrorCode::internal;
}

TEST_F(FileTest, ReplacesAFileWholeAndLeavesNothingElse) {
    writeFile(folder_ / "a", "first");
    writeFile(folder_ / "a", "second", Durability::durable);
    EXPECT_EQ(readFile(folder_ / "a", 100), "second");
    EXPECT_EQ(entries(), 1U);
}

TEST_F(FileTest, LetsNobodyWriteToWhatIsPermanent) {
    writeFile(folder_ / "a", "x", Durability::permanent);
    struct stat facts{};
    ASSERT_EQ(::stat((folder_ / "a").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0400U);
}

TEST_F(FileTest, KeepsWhatIsSecretToItsOwner) {
    const mode_t before = ::umask(0);
    writeFile(folder_ / "a", "x", Durability::secret);
    ::umask(before);
    struct stat facts{};
    ASSERT_EQ(::stat((folder_ / "a").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
}

TEST_F(FileTest, HonoursTheUmask) {
    const mode_t before = ::umask(0027);
    writeFile(folder_ / "a", "x", Durability::durable);
    makeFolder(folder_ / "b");
    ::umask(before);
    struct stat facts{};
    ASSERT_EQ(::stat((folder_ / "a").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0640U);
    ASSERT_EQ(::stat((folder_ / "b").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0750U);
}

TEST_F(FileTest, MakesFoldersForTheirOwnerAlone) {
    makePrivateFolder(folder_ / "b" / "c");
    makePrivateFolder(folder_ / "b" / "c");
    struct stat facts{};
    ASSERT_EQ(::stat((folder_ / "b" / "c").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
    writeFile(folder_ / "file", "x");
    EXPECT_EQ(codeOf([&] { makePrivateFolder(folder_ / "file" / "d"); }), ErrorCode::cannotWrite);
}

TEST_F(FileTest, KnowsWhatAnEndedProcessLeft) {
    EXPECT_TRUE(isUnfinished(folder_ / ".a.12-1.part"));
    EXPECT_FALSE(isUnfinished(folder_ / "a.part"));
}

TEST_F(FileTest, SaysWhyAFileCannotBeRead) {
    EXPECT_EQ(codeOf([&] { readFile(folder_ / "missing", 10); }), ErrorCode::unreadable);
    EXPECT_EQ(codeOf([&] { readFile(folder_, 10); }), ErrorCode::unreadable);
    writeFile(folder_ / "long", "12345678901");
    EXPECT_EQ(codeOf([&] { readFile(folder_ / "long", 10); }), ErrorCode::unreadable);
}

TEST_F(FileTest, SaysThatAFolderIsNotThere) {
    EXPECT_EQ(codeOf([&] { writeFile(folder_ / "none" / "a", "x"); }), ErrorCode::cannotWrite);
    writeFile(folder_ / "file", "x");
    EXPECT_EQ(codeOf([&] { makeFolder(folder_ / "file" / "a"); }), ErrorCode::cannotWrite);
}

}  // namespace
}  // namespace base
