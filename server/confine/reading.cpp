#include "server/confine/reading.h"

#include "base/error.h"
#include "pdfgen/revisions.h"
#include "pdfgen/survey.h"
#include "server/limits.h"
#include "signing/digest.h"

namespace confine {
namespace {

/// Stricter than our own readers, which pass over what mail programs put before a file.
void checkBeginning(base::ByteView pdf) {
    if (!pdf.starts_with("%PDF-")) throw base::Error(base::ErrorCode::unreadable, base::say("pdf.not_pdf"));
}

}  // namespace

Reading::Reading() : pictures_({static_cast<double>(limits::kPictureResolution.value), limits::kPictureDots.value}) {
    signing::sha256("OpenSSL reads its configuration when it is first used");
}
Reading::~Reading() = default;

const signing::TrustAnchors& Reading::trust(const std::vector<base::Bytes>& anchors) {
    if (anchors == known_) return trust_;
    signing::TrustAnchors made;
    for (const base::Bytes& anchor : anchors) made.add(anchor);
    trust_ = std::move(made);
    known_ = anchors;
    return trust_;
}

signing::FileVerdict Reading::validate(base::ByteView pdf, const std::vector<base::Bytes>& anchors, base::Instant at) {
    checkBeginning(pdf);
    signing::FileVerdict verdict = signing::validate(pdf, {trust(anchors), at});
    if (verdict.error) throw base::Error(base::ErrorCode::unreadable, *verdict.error);
    if (verdict.verdict == signing::FileIndication::noSignature) inspect(pdf);
    return verdict;
}

workflow::Inspection Reading::inspect(base::ByteView pdf) {
    checkBeginning(pdf);
    const pdfgen::Revisions revisions(pdf);  // first: it repairs nothing, so what is damaged ends here
    const pdfgen::Reader reader(pdf);
    pdfgen::Survey survey = pdfgen::surveyed(revisions, reader);
    return {reader.signatureFields(),        reader.fileId(),   reader.title(), reader.pageCount(),
            std::move(survey.activeContent), survey.wasRepaired};
}

base::Bytes Reading::picture(base::ByteView pdf, std::size_t page) {
    checkBeginning(pdf);
    pdfgen::Reader reader(pdf);  // what is encrypted or over the limits ends here
    const auto lent = fonts_.lentTo(pdf, reader);
    return pictures_.draw(lent ? *lent : pdf, page);
}

signing::Prepared Reading::prepare(base::ByteView pdf, const signing::SignRequest& request) {
    checkBeginning(pdf);
    return signing::prepare(pdf, request, appearances_);
}

}  // namespace confine
