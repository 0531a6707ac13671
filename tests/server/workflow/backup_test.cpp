#include "server/workflow/backup.h"

#include <gtest/gtest.h>

#include <functional>

#include "tests/support/memory_store.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace workflow {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using support::codeOf;
using Kind = FileFault::Kind;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

/// A database is a text file here: a hash a line.
class TextDatabases : public DatabaseCopies {
public:
    void copy(const fs::path& database, const fs::path& target) override {
        base::writeFile(target, base::readFile(database, 1 << 20));
        whenCopied();
    }
    DatabaseFacts examine(const fs::path& copy) override {
        const base::Bytes text = base::readFile(copy, 1 << 20);
        if (text == "newer") throw base::Error(ErrorCode::data, base::say("store.newer_schema", {"9", "2"}));
        if (text == "bad") throw base::Error(ErrorCode::unreadable, base::say("store.damaged"));
        DatabaseFacts facts{2, {}};
        for (std::size_t begin = 0; begin + 64 < text.size() + 1; begin += 65)
            facts.objects.push_back(text.substr(begin, 64));
        std::sort(facts.objects.begin(), facts.objects.end());
        return facts;
    }
    std::function<void()> whenCopied = [] {};
};

class Objects : public support::MemoryArchive, public StoredObjects {
public:
    std::vector<std::string> objects() override {
        std::vector<std::string> names;
        for (const auto& [name, bytes] : MemoryArchive::objects) names.push_back(name);
        return names;
    }
};

struct BackupTest : testing::Test {
    BackupTest() {
        fs::create_directories(data / "keys/old");
        fs::create_directories(data / "trust");
        one = archive.put("jeden");
        two = archive.put("dwa");
        folder.write("data/akces.sqlite", one + '\n');
        folder.write("data/akces.lock", "");
        folder.write("data/setup-link", "tajne");
        folder.write("data/keys/office.pem", "klucz");
        folder.write("data/keys/old/office-1.pem", "dawny klucz");
        folder.write("data/keys/.office.pem.1-1.part", "pół klucza");
        folder.write("data/trust/urząd.crt", "certyfikat");
    }
    BackupSummary create() { return createBackup({databases, archive, archive, data}, backup, kNow); }
    BackupCheck check() { return checkBackup(databases, backup); }
    BackupSummary restore(const fs::path& target) { return restoreBackup(databases, backup, target); }
    std::vector<std::pair<Kind, std::string>> faults() {
        std::vector<std::pair<Kind, std::string>> found;
        for (const FileFault& fault : check().faults) found.emplace_back(fault.kind, fault.file);
        return found;
    }
    using Faults = std::vector<std::pair<Kind, std::string>>;
    /// Every file below, by name.
    static std::vector<std::string> files(const fs::path& below) {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(below))
            if (!entry.is_directory()) names.push_back(entry.path().lexically_relative(below).string());
        std::sort(names.begin(), names.end());
        return names;
    }
    static std::string place(const std::string& hash) { return "archive/sha256/" + hash.substr(0, 2) + '/' + hash; }
    /// The manifest as sha256sum makes it of what is there now.
    void sumAnew() const {
        const std::string command = "cd '" + backup.string() +
                                    "' && find * -type f ! -name manifest-sha256.txt | xargs sha256sum >m && "
                                    "mv m manifest-sha256.txt && sed -i '/  m$/d' manifest-sha256.txt";
        ASSERT_EQ(std::system(command.c_str()), 0);
    }

    support::TemporaryFolder folder{};
    fs::path data = folder / "data", backup = folder / "kopia";
    TextDatabases databases{};
    Objects archive{};
    std::string one, two;
};

TEST_F(BackupTest, HoldsDatabaseObjectsKeysAndTrustAndNoSetupLink) {
    EXPECT_EQ(create(), (BackupSummary{kNow, 2, 2, 7, {}}));
    std::vector<std::string> expected = {
        "akces.sqlite",        "backup.txt",      "keys/office.pem", "keys/old/office-1.pem",
        "manifest-sha256.txt", "trust/urząd.crt", place(one),        place(two)};
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(files(backup), expected);
    EXPECT_EQ(fs::status(backup).permissions(), fs::perms::owner_all);
    EXPECT_EQ(fs::status(backup / "keys/office.pem").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    const std::string command = "cd '" + backup.string() + "' && sha256sum --quiet --strict -c manifest-sha256.txt";
    EXPECT_EQ(std::system(command.c_str()), 0);
    EXPECT_TRUE(check().faults.empty());
    EXPECT_EQ(check().summary, (BackupSummary{kNow, 2, 2, 7, {}}));
}

TEST_F(BackupTest, CopiesTheDatabaseBeforeTheObjectsThatAreAddedMeanwhile) {
    databases.whenCopied = [this] { archive.put("trzy"); };
    EXPECT_EQ(create().objects, 3U);
}

TEST_F(BackupTest, NamesWhatTheDatabaseNamesAndTheStoreHasNot) {
    archive.support::MemoryArchive::objects.erase(one);
    EXPECT_EQ(create().lost, std::vector{one});
    EXPECT_TRUE(faults().empty());
    EXPECT_EQ(check().summary.lost, std::vector{one});
    EXPECT_EQ(restore(folder / "nowe").lost, std::vector{one});
}

TEST_F(BackupTest, AppearsWholeOrNotAtAll) {
    folder.write("data/akces.sqlite", "bad");
    EXPECT_EQ(codeOf([&] { create(); }), ErrorCode::unreadable);
    folder.write("data/akces.sqlite", "newer");
    EXPECT_EQ(codeOf([&] { create(); }), ErrorCode::data);
    fs::remove(data / "akces.sqlite");
    EXPECT_EQ(codeOf([&] { create(); }), ErrorCode::unreadable);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST_F(BackupTest, TakesNobodysPlace) {
    create();
    EXPECT_EQ(codeOf([&] { create(); }), ErrorCode::cannotWrite);
}

TEST_F(BackupTest, IsRestoredAsItWas) {
    create();
    const fs::path copy = folder / "nowe/dane";
    EXPECT_EQ(restore(copy), (BackupSummary{kNow, 2, 2, 7, {}}));
    std::vector<std::string> expected = {"akces.sqlite",    "keys/office.pem", "keys/old/office-1.pem",
                                         "trust/urząd.crt", place(one),        place(two)};
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(files(copy), expected);
    EXPECT_EQ(base::readFile(copy / place(two), 10), "dwa");
    EXPECT_EQ(fs::status(copy / place(two)).permissions(), fs::perms::owner_read);
    EXPECT_EQ(fs::status(copy / "akces.sqlite").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(copy / "keys").permissions(), fs::perms::owner_all);
}

TEST_F(BackupTest, IsRestoredWhereOnlyALockIs) {
    create();
    fs::create_directory(folder / "puste");
    folder.write("puste/akces.lock", "");
    restore(folder / "puste");
    EXPECT_TRUE(fs::exists(folder / "puste/akces.sqlite"));
    EXPECT_FALSE(fs::exists(folder / "puste/akces.lock"));
}

TEST_F(BackupTest, IsNotRestoredOverAnything) {
    create();
    fs::create_directory(folder / "cudze");
    folder.write("cudze/plik", "x");
    EXPECT_EQ(codeOf([&] { restore(folder / "cudze"); }), ErrorCode::conflict);
    EXPECT_EQ(codeOf([&] { restore(folder.write("zwykły", "x")); }), ErrorCode::cannotWrite);
    EXPECT_EQ(files(folder / "cudze"), std::vector<std::string>{"plik"});
}

TEST_F(BackupTest, ShowsEveryDamage) {
    create();
    folder.write("kopia/akces.sqlite", "x");
    fs::remove(backup / place(one));
    folder.write("kopia/trust/obcy.crt", "x");
    EXPECT_EQ(
        faults(),
        (Faults{{Kind::damaged, "akces.sqlite"}, {Kind::missing, place(one)}, {Kind::foreign, "trust/obcy.crt"}}));
    EXPECT_EQ(codeOf([&] { restore(folder / "nowe"); }), ErrorCode::unreadable);
    EXPECT_FALSE(fs::exists(folder / "nowe"));
    fs::remove(backup / "backup.txt");
    EXPECT_EQ(faults().size(), 4U);
}

TEST_F(BackupTest, KnowsWhatIsNoPartOfIt) {
    create();
    folder.write("kopia/setup-link", "x");
    fs::rename(backup / place(two), (backup / place(two)).string() + "0");
    sumAnew();
    EXPECT_EQ(faults(), (Faults{{Kind::foreign, place(two) + "0"}, {Kind::foreign, "setup-link"}}));
}

TEST_F(BackupTest, LooksIntoItsDatabase) {
    create();
    folder.write("kopia/akces.sqlite", "bad");
    sumAnew();
    EXPECT_EQ(faults(), (Faults{{Kind::damaged, "akces.sqlite"}}));
    folder.write("kopia/akces.sqlite", "newer");
    sumAnew();
    EXPECT_EQ(codeOf([&] { check(); }), ErrorCode::data);
    EXPECT_EQ(codeOf([&] { restore(folder / "nowe"); }), ErrorCode::data);
}

TEST_F(BackupTest, IsToldFromOtherFolders) {
    EXPECT_EQ(codeOf([&] { check(); }), ErrorCode::unreadable);
    fs::create_directory(backup);
    EXPECT_EQ(support::failureOf([&] { check(); }), "backup.none");
    EXPECT_EQ(codeOf([&] { check(); }), ErrorCode::unreadable);
    fs::remove(backup);
    create();
    folder.write("kopia/backup.txt", "akces-backup/9\n2026-11-25T12:00:00Z\n");
    sumAnew();
    EXPECT_EQ(codeOf([&] { check(); }), ErrorCode::data);  // of a newer program
    folder.write("kopia/backup.txt", "another program's\n");
    sumAnew();
    EXPECT_EQ(codeOf([&] { check(); }), ErrorCode::unreadable);
    fs::remove(backup / "backup.txt");
    sumAnew();
    EXPECT_EQ(codeOf([&] { check(); }), ErrorCode::unreadable);
}

}  // namespace
}  // namespace workflow
