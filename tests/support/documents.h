#pragma once

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "pdfgen/appearance.h"
#include "pdfgen/compose.h"
#include "pdfgen/page_picture.h"
#include "pdfgen/reader.h"
#include "pdfgen/revisions.h"
#include "pdfgen/survey.h"
#include "server/store/sqlite_store.h"
#include "server/workflow/archive_signing.h"
#include "server/workflow/board.h"
#include "server/workflow/document_actions.h"
#include "server/workflow/draft_documents.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/paper.h"
#include "server/workflow/receive_upload.h"
#include "server/workflow/reissue.h"
#include "server/workflow/rejudge.h"
#include "server/workflow/seal.h"
#include "signing/cms.h"
#include "signing/identity.h"
#include "signing/issuer.h"
#include "tests/support/memory_store.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace support {

/// Reads PDFs in this process, one at a time.
class PlainReader : public workflow::PdfReader {
public:
    PlainReader();
    ~PlainReader() override;
    signing::FileVerdict validate(base::ByteView pdf, const std::vector<base::Bytes>& anchors,
                                  base::Instant at) override;
    workflow::Inspection inspect(base::ByteView pdf) override;
    base::Bytes picture(base::ByteView pdf, std::size_t page) override;
    signing::Prepared prepare(base::ByteView pdf, const signing::SignRequest& request) override;

    std::vector<std::string> activeContent{};  ///< what every file holds
    std::function<void()> beforePrepare{};

private:
    /// As the helper does.
    static void survey(base::ByteView pdf);

    std::mutex turn_{};
    pdfgen::SignatureAppearances appearances_{};
};

/// A key in memory, which may fail.
class PlainKey : public workflow::OfficeKey {
public:
    explicit PlainKey(const signing::DemonstrationIssuer& issuer);
    ~PlainKey() override;
    workflow::OfficeCertificate certificate() override;
    base::Bytes signedData(base::ByteView digest) override;
    void probe() override;

    std::atomic<int> uses = 0;
    bool isLost = false;

private:
    signing::Identity identity_;
};

/// Objects in memory, for several threads.
class SharedArchive : public MemoryArchive {
public:
    SharedArchive();
    ~SharedArchive() override;
    std::string put(base::ByteView object) override;
    base::Bytes get(std::string_view sha256) override;

    std::function<void()> beforePut{};  ///< once
    std::function<void()> beforeGet{};  ///< once

private:
    std::mutex turn_{};
};

/// Rows that are looked at before the files of a document are read.
class WatchedRows : public store::SqliteStore {
public:
    using SqliteStore::SqliteStore;
    ~WatchedRows() override;
    std::vector<domain::Upload> uploadsOf(std::string_view document) override;

    std::function<void()> beforeUploadsOf{};
};

/// All use cases of documents over SQLite rows in a folder of its own, with a demonstration issuer whose root the test
/// may come to trust.
struct Documents {
    explicit Documents(const std::string& sample = "knurow-2019-11-13");
    ~Documents();

    base::Instant now = *base::parseInstant("2026-11-25T12:00:00Z");
    TemporaryFolder folder{};
    store::DataFolder data{folder / "data"};
    WatchedRows rows{data};
    SharedArchive files{};
    signing::DemonstrationIssuer issuer{now - std::chrono::hours(1)};
    PlainReader reader{};
    PlainKey key{issuer};
    bool isTrusted = false;
    bool demonstration = true;  ///< of the documents that are drafted
    workflow::Clock clock = [this] { return now; };
    workflow::Audit audit{rows, clock};
    workflow::DocumentParts parts{
        rows,
        rows,
        files,
        audit,
        reader,
        key,
        [this] { return isTrusted ? std::vector{issuer.rootDer()} : std::vector<base::Bytes>(); },
        clock};
    workflow::Drafting drafting{parts};
    workflow::DocumentActions actions{parts};
    workflow::Receiving receiving{parts};
    workflow::Sealing sealing{parts};
    workflow::Paper paper{parts};
    workflow::Rejudging rejudging{parts};
    workflow::Reissuing reissuing{parts, drafting, rows};
    workflow::ArchiveSigning archiving{parts};
    domain::Meeting meeting;
    domain::Office office;
    const domain::Actor clerk{domain::Actor::Kind::user, "clerk", {}, {domain::Role::clerk}, {}};
    const domain::Actor partner{domain::Actor::Kind::link, "partner", {}, {}, {}};

    /// A declaration for every partner, issued.
    std::vector<domain::Signing> issuedDeclarations();
    domain::Signing issuedDeclaration();
    /// One whose partner has a name in it.
    domain::Signing issuedForSomebody();

    domain::Signing issuedJoint();

    static const domain::Signer& partnerOf(const domain::Signing& signing);

    /// `pdf` with one signature more, by somebody of this name, into `field`.
    base::Bytes signedBy(base::ByteView pdf, const std::string& field, const std::string& name);
    /// The head, signed by whom the document expects.
    base::Bytes signedHead(const domain::Signing& signing, const domain::Signer& signer);
    workflow::Receipt receive(const domain::Signer& signer, base::ByteView bytes);

    std::vector<std::string> told();

private:
    pdfgen::SignatureAppearances appearances_{};
};

}  // namespace support
