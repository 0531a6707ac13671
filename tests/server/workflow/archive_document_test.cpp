#include "server/workflow/archive_document.h"

#include <gtest/gtest.h>

#include "pdfgen/compose.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/issue.h"
#include "server/workflow/meeting_json.h"
#include "tests/support/memory_store.h"
#include "tests/support/samples.h"
#include "tests/support/source.h"

namespace workflow {
namespace {

const base::Instant kNow = *base::parseInstant("2026-01-31T12:00:00Z");

base::Bytes testFile(const std::string& name) {
    return base::readFile(support::source("tests/data/pdf/" + name), 1 << 22);
}

class ArchiveDocumentTest : public testing::Test {
protected:
    ArchiveDocumentTest() { store_.saveMeeting(meeting_); }

    domain::Record archive(base::ByteView bytes, const std::string& name, base::Instant at = kNow) {
        return archiveDocument(store_, archive_, {bytes, name, meeting_.id, {}, at}, {anchors_, at});
    }

    domain::Meeting meeting_ = readMeeting(support::sample("knurow-2019-11-13.json"), "k");
    support::MemoryStore store_{};
    support::MemoryArchive archive_{};
    signing::TrustAnchors anchors_{};
};

TEST_F(ArchiveDocumentTest, KeepsFileSnapshotAndVerdict) {
    const base::Bytes file = testFile("three-fields.pdf");
    const domain::Record record = archive(file, "plik.pdf");
    EXPECT_EQ(record.verdict, "NO-SIGNATURE");
    EXPECT_EQ(record.size, file.size());
    EXPECT_EQ(record.meetingId, meeting_.id);
    EXPECT_EQ(record.archivedAt, kNow);
    EXPECT_EQ(archive_.get(record.sha256), file);
    EXPECT_EQ(archive_.get(record.snapshotSha256), meetingJson(meeting_));
    EXPECT_NE(archive_.get(record.verdictSha256).find("NO-SIGNATURE"), std::string::npos);
    EXPECT_EQ(store_.records(), (std::vector<domain::Record>{record}));
}

TEST_F(ArchiveDocumentTest, KnowsWhatWeIssued) {
    const auto office = readOffice(support::sample("knurow-2019-11-13-office.json"), "o");
    std::vector<NamedTemplate> texts;
    for (const char* name : {"deklaracja", "lista-obecnosci", "informacja-rodo"})
        texts.push_back({templates::readTemplate(templates::shippedTemplate(name), name), name});
    std::vector<base::Message> notices;
    pdfgen::Composer composer;
    std::map<domain::DocumentKind, int> kinds;
    for (const Draft& draft : draftDocuments({meeting_, office, texts, kNow, {}}, notices)) {
        const domain::Record record = archive(composer.compose(draft.document, draft.issue), draft.fileName);
        EXPECT_EQ(record.documentId, draft.id);
        ++kinds[record.kind];
    }
    EXPECT_EQ(kinds, (std::map<domain::DocumentKind, int>{{domain::DocumentKind::declaration, 12},
                                                          {domain::DocumentKind::attendanceList, 1},
                                                          {domain::DocumentKind::notice, 1}}));
}

TEST_F(ArchiveDocumentTest, RefusesNoFileWhateverItsState) {
    const base::Bytes good = testFile("three-fields.pdf");
    for (const base::Bytes& file :
         {base::Bytes(), base::Bytes("to nie PDF"), good.substr(0, good.size() / 2), testFile("encrypted.pdf")}) {
        const domain::Record record = archive(file, "uszkodzony.pdf");
        EXPECT_EQ(record.verdict, "UNREADABLE") << file.size();
        EXPECT_EQ(record.kind, domain::DocumentKind::other);
        EXPECT_EQ(archive_.get(record.sha256), file);
    }
    EXPECT_EQ(store_.records().size(), 4U);
}

TEST_F(ArchiveDocumentTest, MakesOneRecordOfTheSameFileWithTheSameFinding) {
    const base::Bytes file = testFile("three-fields.pdf");
    const domain::Record first = archive(file, "a.pdf");
    EXPECT_EQ(archive(file, "a.pdf", kNow + std::chrono::hours(1)).id, first.id);
    EXPECT_EQ(store_.records(), (std::vector<domain::Record>{first}));
    EXPECT_NE(archive(file, "b.pdf").id, first.id);
}

TEST_F(ArchiveDocumentTest, TakesTheIdentifierThatWasGiven) {
    const base::Bytes file = testFile("three-fields.pdf");
    const auto record = archiveDocument(store_, archive_, {file, "a.pdf", meeting_.id, "ABCD", kNow}, {anchors_, kNow});
    EXPECT_EQ(record.documentId, "ABCD");
}

TEST_F(ArchiveDocumentTest, WantsAMeetingThatIsThere) {
    EXPECT_EQ(support::codeOf(
                  [&] { archiveDocument(store_, archive_, {"x", "a.pdf", "nie-ma", {}, kNow}, {anchors_, kNow}); }),
              base::ErrorCode::notFound);
    EXPECT_TRUE(archive_.objects.empty());
    EXPECT_TRUE(store_.records().empty());
}

TEST_F(ArchiveDocumentTest, ListsNothingThatIsNotStored) {
    archive_.isFull = true;
    EXPECT_THROW(archive("x", "a.pdf"), base::Error);
    EXPECT_TRUE(store_.records().empty());
}

TEST_F(ArchiveDocumentTest, StoresTheFileBeforeItsRow) {
    store_.isFull = true;
    EXPECT_THROW(archive("x", "a.pdf"), base::Error);
    EXPECT_EQ(archive_.objects.size(), 3U);  // file, snapshot, verdict
}

TEST_F(ArchiveDocumentTest, SortsRecordsByTimeAndIdentifier) {
    archive("drugi", "b.pdf", kNow + std::chrono::hours(1));
    archive("pierwszy", "a.pdf");
    const auto records = sortedRecords(store_);
    EXPECT_EQ(records.at(0).fileName, "a.pdf");
    EXPECT_EQ(records.at(1).fileName, "b.pdf");
}

}  // namespace
}  // namespace workflow
