#include "server/workflow/archive_package.h"

#include <gtest/gtest.h>

#include <fstream>

#include "server/workflow/archive_document.h"
#include "server/workflow/import_meeting.h"
#include "tests/support/memory_store.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace workflow {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using support::codeOf;

const base::Instant kNow = *base::parseInstant("2026-01-31T12:00:00Z");

/// An archive with two meetings and three documents, and its package.
class ArchivePackageTest : public testing::Test {
protected:
    ArchivePackageTest() {
        for (const std::string& name : support::sampleMeetings())
            store_.saveMeeting(readMeeting(support::sample(name + ".json"), name));
        const signing::TrustAnchors anchors;
        for (const char* text : {"pierwszy", "drugi", "trzeci"})
            archiveDocument(store_, archive_, {text, std::string(text) + ".pdf", "knurow-2019-11-13", {}, kNow},
                            {anchors, kNow});
    }
    fs::path exported() {
        exportArchive(store_, archive_, folder_ / "paczka");
        return folder_ / "paczka";
    }
    ErrorCode restoreFails(const fs::path& package) {
        support::MemoryStore store;
        support::MemoryArchive archive;
        const ErrorCode code = codeOf([&] { restoreArchive(store, archive, package); });
        EXPECT_TRUE(store.allMeetings().empty() && store.records().empty() && archive.objects.empty());
        return code;
    }
    static void append(const fs::path& file, const std::string& text) {
        fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
        std::ofstream(file, std::ios::app) << text;
    }
    /// The package with another text in it, and a manifest that says so.
    std::vector<std::string> faultsWith(const std::string& file, const std::string& text) {
        const fs::path package = folder_ / "paczka";
        fs::remove_all(package);
        exported();
        std::ofstream(package / file) << text;
        const std::string command =
            "cd '" + package.string() + "' && find data -type f | LC_ALL=C sort | xargs sha256sum >manifest-sha256.txt";
        EXPECT_EQ(std::system(command.c_str()), 0);
        return support::faultsOf([&] {
            support::MemoryStore store;
            support::MemoryArchive archive;
            restoreArchive(store, archive, package);
        });
    }
    base::Bytes packed(const std::string& file) { return base::readFile(folder_ / "paczka" / file, 1 << 20); }
    std::string anObject() const { return archive_.objects.begin()->first; }

    support::TemporaryFolder folder_;
    support::MemoryStore store_{};
    support::MemoryArchive archive_{};
};

TEST_F(ArchivePackageTest, RestoresAnArchiveThatEqualsTheFirst) {
    support::MemoryStore store;
    support::MemoryArchive archive;
    const auto summary = restoreArchive(store, archive, exported());
    EXPECT_EQ(summary, (PackageSummary{3, archive_.objects.size(), 2, {}}));
    EXPECT_EQ(archive.objects, archive_.objects);
    EXPECT_EQ(sortedRecords(store), sortedRecords(store_));
    EXPECT_EQ(store.allMeetings(), store_.allMeetings());
}

TEST_F(ArchivePackageTest, ExportsARestoredArchiveToTheSameBytes) {
    support::MemoryStore store;
    support::MemoryArchive archive;
    const fs::path first = exported(), second = folder_ / "druga";
    restoreArchive(store, archive, first);
    exportArchive(store, archive, second);
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(first)) {
        if (!entry.is_regular_file()) continue;
        ++files;
        EXPECT_EQ(base::readFile(entry.path(), 1 << 20),
                  base::readFile(second / entry.path().lexically_relative(first), 1 << 20));
    }
    EXPECT_EQ(files, archive_.objects.size() + 2 + 1 + 2);  // objects, meetings, records, bag files
}

TEST_F(ArchivePackageTest, IsABagThatSha256sumChecks) {
    const std::string command =
        "cd '" + exported().string() + "' && sha256sum --check --quiet --strict manifest-sha256.txt";
    EXPECT_EQ(std::system(command.c_str()), 0);
    EXPECT_TRUE(base::readFile(folder_ / "paczka/bagit.txt", 1000).starts_with("BagIt-Version: 1.0\n"));
}

TEST_F(ArchivePackageTest, LeavesOutAndNamesWhatIsLost) {
    const std::string lost = anObject();
    archive_.objects.erase(lost);
    EXPECT_EQ(exportArchive(store_, archive_, folder_ / "paczka").lost, (std::vector<std::string>{lost}));
    support::MemoryStore store;
    support::MemoryArchive archive;
    EXPECT_EQ(restoreArchive(store, archive, folder_ / "paczka").lost, (std::vector<std::string>{lost}));
    EXPECT_EQ(store.records().size(), 3U);
}

TEST_F(ArchivePackageTest, ReplacesNothingThatIsThere) {
    fs::create_directory(folder_ / "paczka");
    EXPECT_EQ(codeOf([&] { exported(); }), ErrorCode::cannotWrite);
    EXPECT_TRUE(fs::is_empty(folder_ / "paczka"));
}

TEST_F(ArchivePackageTest, LeavesNothingHalfMade) {
    folder_.write("plik", "");
    EXPECT_EQ(codeOf([&] { exportArchive(store_, archive_, folder_ / "plik/paczka"); }), ErrorCode::cannotWrite);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(ArchivePackageTest, MayBeRestoredAgain) {
    support::MemoryStore store;
    support::MemoryArchive archive;
    restoreArchive(store, archive, exported());
    restoreArchive(store, archive, folder_ / "paczka");
    EXPECT_EQ(store.records().size(), 3U);
}

TEST_F(ArchivePackageTest, RestoresOnlyWhereNothingElseIs) {
    support::MemoryStore store;
    support::MemoryArchive archive;
    domain::Meeting other;
    other.id = "inne";
    store.saveMeeting(other);
    EXPECT_EQ(codeOf([&] { restoreArchive(store, archive, exported()); }), ErrorCode::conflict);
    EXPECT_TRUE(archive.objects.empty());
}

TEST_F(ArchivePackageTest, RefusesADamagedFile) {
    append(exported() / "data/objects" / anObject(), "x");
    EXPECT_EQ(restoreFails(folder_ / "paczka"), ErrorCode::unreadable);
}

TEST_F(ArchivePackageTest, RefusesAMissingFile) {
    fs::remove(exported() / "data/objects" / anObject());
    EXPECT_EQ(restoreFails(folder_ / "paczka"), ErrorCode::unreadable);
}

TEST_F(ArchivePackageTest, RefusesAFileThatTheManifestDoesNotName) {
    std::ofstream(exported() / "data/obcy.txt") << "x";
    EXPECT_EQ(restoreFails(folder_ / "paczka"), ErrorCode::unreadable);
}

TEST_F(ArchivePackageTest, RefusesAPathThatLeavesThePackage) {
    const std::string hash(64, 'a');
    for (const std::string& line : {hash + "  ../secret", hash + "  /etc/passwd", hash + "  data/../../secret",
                                    std::string("no manifest"), hash + " data/x"}) {
        fs::remove_all(folder_ / "paczka");
        append(exported() / "manifest-sha256.txt", line + '\n');
        EXPECT_EQ(restoreFails(folder_ / "paczka"), ErrorCode::data) << line;
    }
}

TEST_F(ArchivePackageTest, RefusesWhatIsNoPackage) {
    EXPECT_EQ(restoreFails(folder_ / "nie-ma"), ErrorCode::unreadable);
    fs::create_directory(folder_ / "pusty");
    EXPECT_EQ(restoreFails(folder_ / "pusty"), ErrorCode::unreadable);
    folder_.write("pusty/manifest-sha256.txt", "");
    EXPECT_EQ(restoreFails(folder_ / "pusty"), ErrorCode::unreadable);
}

TEST_F(ArchivePackageTest, WantsTheDeclarationOfABag) {
    EXPECT_EQ(faultsWith("bagit.txt", "BagIt-Version: 0.97\n"), (std::vector<std::string>{"archive.bad_declaration"}));
    fs::remove(folder_ / "paczka/bagit.txt");
    EXPECT_EQ(restoreFails(folder_ / "paczka"), ErrorCode::unreadable);
}

TEST_F(ArchivePackageTest, RefusesAMeetingThatIsThereTwice) {
    exported();
    EXPECT_EQ(faultsWith("data/meetings/003.json", packed("data/meetings/002.json")),
              (std::vector<std::string>{"json.twice"}));
    exportArchive(store_, archive_, folder_ / "druga");
    append(folder_ / "druga/manifest-sha256.txt", base::readFile(folder_ / "druga/manifest-sha256.txt", 1 << 20));
    EXPECT_EQ(restoreFails(folder_ / "druga"), ErrorCode::unreadable);
}

TEST_F(ArchivePackageTest, RefusesRecordsThatAreDoubledChangedOrOfNoMeeting) {
    exported();
    const base::Bytes records = packed("data/records.jsonl");
    const std::string first = records.substr(0, records.find('\n') + 1);
    EXPECT_EQ(faultsWith("data/records.jsonl", records + first), (std::vector<std::string>{"4:0 json.twice"}));
    const auto changed = [&](const std::string& what, const std::string& with) {
        std::string text = records;
        text.replace(text.find(what), what.size(), with);
        return faultsWith("data/records.jsonl", text);
    };
    EXPECT_EQ(changed("\"verdict\":\"UNREADABLE\"", "\"verdict\":\"TOTAL-PASSED\""),
              (std::vector<std::string>{"1:0 archive.wrong_id"}));
    EXPECT_EQ(changed("\"meeting\":\"knurow-2019-11-13\"", "\"meeting\":\"nie-ma\""),
              (std::vector<std::string>{"1:0 archive.wrong_id", "1:0 json.no_reference"}));
}

TEST_F(ArchivePackageTest, GoesToAFolderNamedWithASlash) {
    exportArchive(store_, archive_, folder_ / "paczka/");
    EXPECT_TRUE(fs::exists(folder_ / "paczka/bagit.txt"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(ArchivePackageTest, LeavesAloneWhatIsNotItsOwn) {
    fs::create_directory(folder_ / ".paczka.part");
    folder_.write(".paczka.part/moje.txt", "x");
    exported();
    EXPECT_TRUE(fs::exists(folder_ / ".paczka.part/moje.txt"));
}

TEST_F(ArchivePackageTest, NamesEachHashOnce) {
    domain::Record one, two;
    one.sha256 = two.sha256 = "b";
    one.snapshotSha256 = two.snapshotSha256 = "a";
    one.verdictSha256 = "c";
    two.verdictSha256 = "d";
    EXPECT_EQ(expectedObjects({one, two}), (std::vector<std::string>{"a", "b", "c", "d"}));
}

}  // namespace
}  // namespace workflow
