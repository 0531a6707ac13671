#include "server/report/control_pack.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "server/workflow/import_meeting.h"
#include "server/workflow/meeting_json.h"
#include "tests/support/memory_store.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace report {
namespace {

namespace fs = std::filesystem;

const base::Instant kNow = *base::parseInstant("2026-01-31T12:00:00Z");

class ControlPackTest : public testing::Test {
protected:
    ControlPackTest() {
        for (const std::string& name : support::sampleMeetings())
            store_.saveMeeting(workflow::readMeeting(support::sample(name + ".json"), name));
        add("AAAA", "Deklaracja „Żółć”.pdf");
        add("BBBB", "Deklaracja „Żółć”.pdf");
    }
    void add(const std::string& id, const std::string& fileName) {
        domain::Record record;
        record.id = id;
        record.meetingId = "knurow-2019-11-13";
        record.fileName = fileName;
        record.kind = domain::DocumentKind::declaration;
        record.verdict = "NO-SIGNATURE";
        record.sha256 = archive_.put("document " + id);
        record.verdictSha256 = archive_.put("{\"verdict\":\"" + id + "\"}\n");
        record.snapshotSha256 = archive_.put(workflow::meetingJson(*store_.meeting(record.meetingId)));
        store_.addRecord(record);
    }
    /// Unpacks with unzip, which also tests each file.
    fs::path unpacked() {
        const std::string file = folder_.write("pack.zip", controlPack(store_, archive_, kNow).zip);
        const std::string command = "unzip -q '" + file + "' -d '" + (folder_ / "out").string() + "'";
        EXPECT_EQ(std::system(command.c_str()), 0);
        return folder_ / "out";
    }
    static std::vector<std::string> names(const fs::path& folder) {
        std::vector<std::string> found;
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) found.push_back(entry.path().lexically_relative(folder).string());
        std::sort(found.begin(), found.end());
        return found;
    }

    support::TemporaryFolder folder_;
    support::MemoryStore store_{};
    support::MemoryArchive archive_{};
};

TEST_F(ControlPackTest, HoldsDocumentsVerdictsMeetingsAndTheReport) {
    const fs::path out = unpacked();
    std::vector<std::string> found = names(out);
    const auto snapshot =
        std::find_if(found.begin(), found.end(), [](const std::string& name) { return name.starts_with("meetings/"); });
    ASSERT_NE(snapshot, found.end());
    EXPECT_EQ(base::readFile(out / *snapshot, 1 << 20), archive_.get(store_.records()[0].snapshotSha256));
    found.erase(snapshot);
    EXPECT_EQ(found, (std::vector<std::string>{"documents/knurow-2019-11-13/deklaracja-zolc-aaaa.pdf",
                                               "documents/knurow-2019-11-13/deklaracja-zolc-bbbb.pdf", "index.html",
                                               "manifest-sha256.txt", "report.csv",
                                               "verdicts/knurow-2019-11-13/deklaracja-zolc-aaaa.json",
                                               "verdicts/knurow-2019-11-13/deklaracja-zolc-bbbb.json"}));
    EXPECT_EQ(base::readFile(out / "documents/knurow-2019-11-13/deklaracja-zolc-aaaa.pdf", 1000), "document AAAA");
    EXPECT_EQ(base::readFile(out / "report.csv", 1 << 20), csvOf(store_));
}

TEST_F(ControlPackTest, HasAManifestOverEveryFile) {
    const fs::path out = unpacked();
    const std::string command = "cd '" + out.string() + "' && sha256sum --check --quiet --strict manifest-sha256.txt";
    EXPECT_EQ(std::system(command.c_str()), 0);
    const base::Bytes manifest = base::readFile(out / "manifest-sha256.txt", 1 << 20);
    EXPECT_EQ(static_cast<std::size_t>(std::count(manifest.begin(), manifest.end(), '\n')), names(out).size() - 1);
}

TEST_F(ControlPackTest, ShowsALostDocumentWithoutALink) {
    const std::string sha256 = store_.records()[0].sha256;
    archive_.objects.erase(sha256);
    EXPECT_EQ(controlPack(store_, archive_, kNow).lost, std::vector{sha256});
    const fs::path out = unpacked();
    EXPECT_FALSE(fs::exists(out / "documents/knurow-2019-11-13/deklaracja-zolc-aaaa.pdf"));
    const base::Bytes index = base::readFile(out / "index.html", 1 << 20);
    EXPECT_EQ(index.find("documents/knurow-2019-11-13/deklaracja-zolc-aaaa.pdf"), index.npos);
    EXPECT_NE(index.find(sha256), index.npos);
}

TEST_F(ControlPackTest, HasTheSameBytesForTheSameArchiveAndTime) {
    EXPECT_EQ(controlPack(store_, archive_, kNow).zip, controlPack(store_, archive_, kNow).zip);
    EXPECT_TRUE(controlPack(store_, archive_, kNow).lost.empty());
}

TEST_F(ControlPackTest, IsMadeOfAnEmptyArchiveToo) {
    support::MemoryStore store;
    support::MemoryArchive archive;
    EXPECT_TRUE(controlPack(store, archive, kNow).zip.starts_with("PK"));
}

}  // namespace
}  // namespace report
