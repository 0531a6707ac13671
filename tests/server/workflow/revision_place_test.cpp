#include "server/workflow/revision_place.h"

#include <gtest/gtest.h>

#include "tests/support/memory_store.h"

namespace workflow {
namespace {

using domain::Upload;
using domain::UploadKind;
using domain::UploadState;

struct RevisionPlaceTest : testing::Test {
    support::MemoryArchive files{};
    domain::Document document{};
    std::vector<Upload> uploads{};

    RevisionPlaceTest() { document.issuedSha256 = document.headSha256 = files.put("issued"); }
    void add(const std::string& bytes, UploadKind kind, std::size_t signatures) {
        Upload one;
        one.kind = kind;
        one.state = kind == UploadKind::quarantine ? UploadState::refused : UploadState::accepted;
        one.sha256 = files.put(bytes);
        one.size = bytes.size();
        one.signatures = signatures;
        if (kind == UploadKind::head) document.headSha256 = one.sha256;
        uploads.push_back(one);
    }
    RevisionPlace place(const std::string& bytes) { return revisionPlace(files, document, uploads, bytes); }
};

TEST_F(RevisionPlaceTest, NamesTheHeadAndEachCounterpart) {
    document.fileName = "deklaracja.pdf";
    add("issued+a", UploadKind::counterpart, 1);
    add("nic", UploadKind::quarantine, 0);
    add("issued+b", UploadKind::head, 1);
    add("issued+c", UploadKind::counterpart, 1);
    const auto named = revisionFiles(document, uploads);
    ASSERT_EQ(named.size(), 3U);
    EXPECT_TRUE(named[0].isHead);
    EXPECT_EQ(named[0].sha256, document.headSha256);
    EXPECT_EQ(named[0].name, "deklaracja.pdf");
    EXPECT_EQ(named[1].name, domain::counterpartName("deklaracja.pdf", 2));
    EXPECT_EQ(named[2].name, domain::counterpartName("deklaracja.pdf", 3));
    EXPECT_EQ(named[2].sha256, uploads.back().sha256);
    EXPECT_FALSE(named[2].isHead);
}

TEST_F(RevisionPlaceTest, KnowsWhatWeIssued) {
    EXPECT_FALSE(place("other").isOurs);
    EXPECT_FALSE(place("issue").isOurs);
    EXPECT_TRUE(place("issued+").isOurs);
    EXPECT_TRUE(place("issued+").extendsHead);
    document.issuedSha256.clear();
    EXPECT_FALSE(place("issued+").isOurs);
}

TEST_F(RevisionPlaceTest, TellsTheHeadFromAnOlderRevision) {
    add("issued+1", UploadKind::head, 1);
    add("issued+2", UploadKind::counterpart, 1);
    add("issued+1+3", UploadKind::head, 2);
    add("issued+9", UploadKind::quarantine, 7);
    EXPECT_TRUE(place("issued+1+3+4").extendsHead);
    EXPECT_EQ(place("issued+1+3+4").signaturesBefore, 2U);
    EXPECT_FALSE(place("issued+1+4").extendsHead);
    EXPECT_EQ(place("issued+1+4").signaturesBefore, 1U);
    EXPECT_EQ(place("issued+2+4").signaturesBefore, 1U);
    EXPECT_EQ(place("issued+9+4").signaturesBefore, 0U);
    EXPECT_TRUE(place("issued+9+4").isOurs);
}

TEST_F(RevisionPlaceTest, CountsOnlyAcceptedHeadsAndCounterparts) {
    Upload one;
    for (const UploadKind kind : domain::kUploadKinds)
        for (const UploadState state : domain::kUploadStates) {
            one.kind = kind;
            one.state = state;
            const bool isLine = kind == UploadKind::head || kind == UploadKind::counterpart;
            EXPECT_EQ(isRevision(one), isLine && state == UploadState::accepted);
        }
}

TEST_F(RevisionPlaceTest, FindsTheRevisionThatASignerHasSigned) {
    add("issued+1", UploadKind::head, 1);
    add("issued+2", UploadKind::counterpart, 1);
    uploads.back().signerId = "second";
    EXPECT_EQ(copyOf(files, document, uploads, "first"), "issued+1");
    EXPECT_EQ(copyOf(files, document, uploads, "second"), "issued+2");
    add("issued+2+lead", UploadKind::counterpart, 2);
    add("issued+1+3+4+5", UploadKind::head, 2);
    add("issued+2+lead+more", UploadKind::quarantine, 3);
    EXPECT_EQ(copyOf(files, document, uploads, "second"), "issued+2+lead");
    EXPECT_EQ(copyOf(files, document, uploads, "first"), "issued+1+3+4+5");
}

}  // namespace
}  // namespace workflow
