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
    signing::FileVerdict validate(base::ByteView pdf, const std::vector<base::Bytes>& anchors,
                                  base::Instant at) override {
        const std::lock_guard lock(turn_);
        if (!pdf.starts_with("%PDF-")) throw base::Error(base::ErrorCode::unreadable, base::say("pdf.not_pdf"));
        signing::TrustAnchors trusted;
        for (const base::Bytes& one : anchors) trusted.add(one);
        auto verdict = signing::validate(pdf, {trusted, at});
        if (verdict.error) throw base::Error(base::ErrorCode::unreadable, *verdict.error);
        if (verdict.verdict == signing::FileIndication::noSignature) survey(pdf);
        return verdict;
    }
    workflow::Inspection inspect(base::ByteView pdf) override {
        const std::lock_guard lock(turn_);
        survey(pdf);
        const pdfgen::Reader reader(pdf);
        workflow::Inspection inspection;
        inspection.fields = reader.signatureFields();
        inspection.fileId = reader.fileId();
        inspection.title = reader.title();
        inspection.activeContent = activeContent;
        return inspection;
    }
    base::Bytes picture(base::ByteView pdf, std::size_t page) override {
        const std::lock_guard lock(turn_);
        return pdfgen::PagePictures().draw(pdf, page);
    }
    signing::Prepared prepare(base::ByteView pdf, const signing::SignRequest& request) override {
        const std::lock_guard lock(turn_);
        if (beforePrepare) beforePrepare();
        return signing::prepare(pdf, request, appearances_);
    }

    std::vector<std::string> activeContent{};  ///< what every file holds
    std::function<void()> beforePrepare{};

private:
    /// As the helper does.
    static void survey(base::ByteView pdf) {
        const pdfgen::Revisions revisions(pdf);
        pdfgen::surveyed(revisions, pdfgen::Reader(pdf));
    }

    std::mutex turn_{};
    pdfgen::SignatureAppearances appearances_{};
};

/// A key in memory, which may fail.
class PlainKey : public workflow::OfficeKey {
public:
    explicit PlainKey(const signing::DemonstrationIssuer& issuer)
        : identity_(issuer.issue({"Urząd Próbny (POKAZ)", "", "", "Urząd Próbny"})) {}
    workflow::OfficeCertificate certificate() override {
        return {identity_.certificateDer(), identity_.certificate(), true, false};
    }
    base::Bytes signedData(base::ByteView digest) override {
        ++uses;
        if (isLost) throw base::Error(base::ErrorCode::unavailable, base::say("keys.lost"));
        return signing::signedData(identity_, digest);
    }
    void probe() override {}

    std::atomic<int> uses = 0;
    bool isLost = false;

private:
    signing::Identity identity_;
};

/// Objects in memory, for several threads.
class SharedArchive : public MemoryArchive {
public:
    std::string put(base::ByteView object) override {
        if (beforePut) std::exchange(beforePut, {})();
        const std::lock_guard lock(turn_);
        return MemoryArchive::put(object);
    }
    base::Bytes get(std::string_view sha256) override {
        if (beforeGet) std::exchange(beforeGet, {})();
        const std::lock_guard lock(turn_);
        return MemoryArchive::get(sha256);
    }

    std::function<void()> beforePut{};  ///< once
    std::function<void()> beforeGet{};  ///< once

private:
    std::mutex turn_{};
};

/// Rows that are looked at before the files of a document are read.
class WatchedRows : public store::SqliteStore {
public:
    using SqliteStore::SqliteStore;
    std::vector<domain::Upload> uploadsOf(std::string_view document) override {
        if (beforeUploadsOf) beforeUploadsOf();
        return SqliteStore::uploadsOf(document);
    }

    std::function<void()> beforeUploadsOf{};
};

/// All use cases of documents over SQLite rows in a folder of its own, with a demonstration issuer whose root the test
/// may come to trust.
struct Documents {
    explicit Documents(const std::string& sample = "knurow-2019-11-13")
        : meeting(workflow::readMeeting(support::sample(sample + ".json"), "m")),
          office(workflow::readOffice(support::sample(sample + "-office.json"), "o")) {}

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
    std::vector<domain::Signing> issuedDeclarations() {
        const std::string_view xml = templates::shippedTemplate("deklaracja");
        workflow::DraftWish wish{meeting, office, {}, demonstration};
        wish.templates = {{templates::readTemplate(xml, "deklaracja"), "deklaracja"}};
        std::vector<domain::Signing> issued;
        for (const domain::Signing& one : drafting.draft(clerk, wish))
            issued.push_back(actions.issue(clerk, one.document.id));
        return issued;
    }
    domain::Signing issuedDeclaration() { return issuedDeclarations().front(); }
    /// One whose partner has a name in it.
    domain::Signing issuedForSomebody() {
        const auto all = issuedDeclarations();
        return *std::find_if(all.begin(), all.end(),
                             [](const auto& one) { return !partnerOf(one).expectedName.empty(); });
    }

    domain::Signing issuedJoint() {
        office.declaration.emplace(office.declaration.value_or(domain::OfficeDeclaration{})).form = "joint";
        for (domain::Participant& one : meeting.participants)  // the leader accepts, and does not sign as a partner
            if (office.leader && one.institutionRef == office.leader->institutionRef) {
                one.roles = {"leader_representative"};
                one.accession.reset();
            }
        rows.saveMeeting(meeting);
        const std::string_view xml = templates::shippedTemplate("deklaracja-wspolna");
        workflow::DraftWish wish{meeting, office, {}, demonstration};
        wish.templates = {{templates::readTemplate(xml, "w"), "deklaracja-wspolna"}};
        return actions.issue(clerk, drafting.draft(clerk, wish).front().document.id);
    }

    static const domain::Signer& partnerOf(const domain::Signing& signing) {
        return *std::find_if(signing.signers.begin(), signing.signers.end(),
                             [](const auto& one) { return one.order.has_value(); });
    }

    /// `pdf` with one signature more, by somebody of this name, into `field`.
    base::Bytes signedBy(base::ByteView pdf, const std::string& field, const std::string& name) {
        const std::size_t gap = name.find(' ');
        const auto identity = issuer.issue(
            {name + " (POKAZ)", name.substr(0, gap), gap == name.npos ? std::string() : name.substr(gap + 1), ""});
        return signing::sign(pdf, identity, {.field = field, .signerName = name, .at = now}, appearances_);
    }
    /// The head, signed by whom the document expects.
    base::Bytes signedHead(const domain::Signing& signing, const domain::Signer& signer) {
        const std::string name = signer.expectedName.empty() ? "Jan Próbny" : signer.expectedName;
        return signedBy(files.get(signing.document.headSha256), signer.field, name);
    }
    workflow::Receipt receive(const domain::Signer& signer, base::ByteView bytes) {
        return receiving.receive(partner, signer.id, {"podpisany.pdf", bytes});
    }

    std::vector<std::string> told() {
        std::vector<std::string> lines;
        for (const auto& event : audit.events({0, 1000})) lines.push_back(event.action);
        return lines;
    }

private:
    pdfgen::SignatureAppearances appearances_{};
};

}  // namespace support
