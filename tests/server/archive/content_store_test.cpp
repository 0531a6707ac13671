#include "server/archive/content_store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

#include "base/error.h"

namespace archive {
namespace {

namespace fs = std::filesystem;
using Damage = workflow::Archive::Damage;
using Kind = workflow::Archive::DamageKind;

// printf abc | sha256sum
constexpr const char* kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

class ContentStoreTest : public testing::Test {
protected:
    ContentStoreTest() {
        std::string name = (fs::temp_directory_path() / "akces-store-XXXXXX").string();
        data_ = ::mkdtemp(name.data());
    }
    ~ContentStoreTest() override { fs::remove_all(data_); }
    fs::path object() const { return data_ / "archive" / "sha256" / "ba" / kAbc; }
    void overwrite(const char* text) const {
        fs::remove(object());
        std::ofstream(object()) << text;
    }
    fs::path data_;
};

TEST_F(ContentStoreTest, GivesBackWhatWasPut) {
    ContentStore store(data_);
    EXPECT_EQ(store.put("abc"), kAbc);
    EXPECT_EQ(store.put("abc"), kAbc);
    EXPECT_EQ(store.get(kAbc), "abc");
    EXPECT_TRUE(store.check({kAbc}).empty());
}

TEST_F(ContentStoreTest, LetsNobodyWriteToAnObject) {
    ContentStore(data_).put("abc");
    struct stat facts{};
    ASSERT_EQ(::stat(object().c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0400U);
}

TEST_F(ContentStoreTest, SaysThatAnObjectIsNotThere) {
    ContentStore store(data_);
    for (const std::string& name : {std::string(kAbc), std::string("../../etc/passwd"), std::string()}) try {
            store.get(name);
            FAIL() << name;
        } catch (const base::Error& error) {
            EXPECT_EQ(error.code(), base::ErrorCode::notFound);
        }
}

TEST_F(ContentStoreTest, NeverGivesDamagedBytesAndMendsThem) {
    ContentStore store(data_);
    store.put("abc");
    overwrite("abd");
    EXPECT_THROW(store.get(kAbc), base::Error);
    EXPECT_EQ(store.check({kAbc}), (std::vector<Damage>{{Kind::damaged, kAbc}}));
    store.put("abc");
    EXPECT_EQ(store.get(kAbc), "abc");
}

TEST_F(ContentStoreTest, NamesWhatIsMissingAndWhatIsForeign) {
    ContentStore store(data_);
    store.put("abc");
    fs::remove(object());
    std::ofstream(object().parent_path() / "notatki.txt") << "x";
    EXPECT_EQ(store.check({kAbc, kAbc}),
              (std::vector<Damage>{{Kind::foreign, "ba/notatki.txt"}, {Kind::missing, kAbc}}));
}

TEST_F(ContentStoreTest, ChecksAnArchiveThatIsNotThereYet) { EXPECT_TRUE(ContentStore(data_).check({}).empty()); }

TEST_F(ContentStoreTest, RemovesWhatAnEndedWriterLeft) {
    ContentStore store(data_);
    store.put("abc");
    const fs::path left = object().parent_path() / ".x.1-1.part";
    std::ofstream(left) << "x";
    EXPECT_TRUE(store.check({kAbc}).empty());
    EXPECT_FALSE(fs::exists(left));
}

TEST_F(ContentStoreTest, ListsItsObjectsAndNothingElse) {
    ContentStore store(data_);
    EXPECT_TRUE(store.objects().empty());
    store.put("abc");
    std::ofstream(object().parent_path() / ".x.1-1.part") << "pół";
    std::ofstream(object().parent_path() / "obcy") << "x";
    EXPECT_EQ(store.objects(), std::vector<std::string>{kAbc});
    EXPECT_TRUE(fs::exists(object().parent_path() / ".x.1-1.part"));  // whoever writes it may still be at it
}

TEST_F(ContentStoreTest, TriesAgainToMakeAFolderThatCouldNotBeMade) {
    ContentStore store(data_);
    std::ofstream(data_ / "archive") << "in the way";
    EXPECT_THROW(store.put("abc"), base::Error);
    fs::remove(data_ / "archive");
    EXPECT_EQ(store.put("abc"), kAbc);
}

TEST_F(ContentStoreTest, TakesObjectsFromSeveralThreads) {
    ContentStore store(data_);
    {
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < 4; ++writer)
            writers.emplace_back([&store, writer] {
                for (int i = 0; i < 25; ++i) store.put(std::to_string(writer) + '-' + std::to_string(i));
            });
    }
    EXPECT_EQ(store.objects().size(), 100U);
    EXPECT_TRUE(store.check(store.objects()).empty());
}

}  // namespace
}  // namespace archive
