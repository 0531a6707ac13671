#include "tests/support/documents.h"

namespace support {

signing::FileVerdict PlainReader::validate(base::ByteView pdf, const std::vector<base::Bytes>& anchors,
                                           base::Instant at) {
    const std::lock_guard lock(turn_);
    if (!pdf.starts_with("%PDF-")) throw base::Error(base::ErrorCode::unreadable, base::say("pdf.not_pdf"));
    signing::TrustAnchors trusted;
    for (const base::Bytes& one : anchors) trusted.add(one);
    auto verdict = signing::validate(pdf, {trusted, at});
    if (verdict.error) throw base::Error(base::ErrorCode::unreadable, *verdict.error);
    if (verdict.verdict == signing::FileIndication::noSignature) survey(pdf);
    return verdict;
}

workflow::Inspection PlainReader::inspect(base::ByteView pdf) {
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

base::Bytes PlainReader::picture(base::ByteView pdf, std::size_t page) {
    const std::lock_guard lock(turn_);
    return pdfgen::PagePictures().draw(pdf, page);
}

signing::Prepared PlainReader::prepare(base::ByteView pdf, const signing::SignRequest& request) {
    const std::lock_guard lock(turn_);
    if (beforePrepare) beforePrepare();
    return signing::prepare(pdf, request, appearances_);
}

void PlainReader::survey(base::ByteView pdf) {
    const pdfgen::Revisions revisions(pdf);
    pdfgen::surveyed(revisions, pdfgen::Reader(pdf));
}

PlainKey::PlainKey(const signing::DemonstrationIssuer& issuer)
    : identity_(issuer.issue({"Urząd Próbny (POKAZ)", "", "", "Urząd Próbny"})) {}

workflow::OfficeCertificate PlainKey::certificate() {
    return {identity_.certificateDer(), identity_.certificate(), true, false};
}

base::Bytes PlainKey::signedData(base::ByteView digest) {
    ++uses;
    if (isLost) throw base::Error(base::ErrorCode::unavailable, base::say("keys.lost"));
    return signing::signedData(identity_, digest);
}

void PlainKey::probe() {}

std::string SharedArchive::put(base::ByteView object) {
    if (beforePut) std::exchange(beforePut, {})();
    const std::lock_guard lock(turn_);
    return MemoryArchive::put(object);
}

base::Bytes SharedArchive::get(std::string_view sha256) {
    if (beforeGet) std::exchange(beforeGet, {})();
    const std::lock_guard lock(turn_);
    return MemoryArchive::get(sha256);
}

std::vector<domain::Upload> WatchedRows::uploadsOf(std::string_view document) {
    if (beforeUploadsOf) beforeUploadsOf();
    return SqliteStore::uploadsOf(document);
}

Documents::Documents(const std::string& sample)
    : meeting(workflow::readMeeting(support::sample(sample + ".json"), "m")),
      office(workflow::readOffice(support::sample(sample + "-office.json"), "o")) {}

std::vector<domain::Signing> Documents::issuedDeclarations() {
    const std::string_view xml = templates::shippedTemplate("deklaracja");
    workflow::DraftWish wish{meeting, office, {}, demonstration};
    wish.templates = {{templates::readTemplate(xml, "deklaracja"), "deklaracja"}};
    std::vector<domain::Signing> issued;
    for (const domain::Signing& one : drafting.draft(clerk, wish))
        issued.push_back(actions.issue(clerk, one.document.id));
    return issued;
}

domain::Signing Documents::issuedDeclaration() { return issuedDeclarations().front(); }

domain::Signing Documents::issuedForSomebody() {
    const auto all = issuedDeclarations();
    return *std::find_if(all.begin(), all.end(), [](const auto& one) { return !partnerOf(one).expectedName.empty(); });
}

domain::Signing Documents::issuedJoint() {
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

const domain::Signer& Documents::partnerOf(const domain::Signing& signing) {
    return *std::find_if(signing.signers.begin(), signing.signers.end(),
                         [](const auto& one) { return one.order.has_value(); });
}

base::Bytes Documents::signedBy(base::ByteView pdf, const std::string& field, const std::string& name) {
    const std::size_t gap = name.find(' ');
    const auto identity = issuer.issue(
        {name + " (POKAZ)", name.substr(0, gap), gap == name.npos ? std::string() : name.substr(gap + 1), ""});
    return signing::sign(pdf, identity, {.field = field, .signerName = name, .at = now}, appearances_);
}

base::Bytes Documents::signedHead(const domain::Signing& signing, const domain::Signer& signer) {
    const std::string name = signer.expectedName.empty() ? "Jan Próbny" : signer.expectedName;
    return signedBy(files.get(signing.document.headSha256), signer.field, name);
}

workflow::Receipt Documents::receive(const domain::Signer& signer, base::ByteView bytes) {
    return receiving.receive(partner, signer.id, {"podpisany.pdf", bytes});
}

std::vector<std::string> Documents::told() {
    std::vector<std::string> lines;
    for (const auto& event : audit.events({0, 1000})) lines.push_back(event.action);
    return lines;
}

PlainReader::PlainReader() = default;

PlainReader::~PlainReader() = default;

SharedArchive::SharedArchive() = default;

SharedArchive::~SharedArchive() = default;

PlainKey::~PlainKey() = default;

WatchedRows::~WatchedRows() = default;

Documents::~Documents() = default;

}  // namespace support
