#pragma once

#include <memory>
#include <vector>

#include "base/bytes.h"
#include "pdfgen/appearance.h"
#include "pdfgen/missing_fonts.h"
#include "pdfgen/page_picture.h"
#include "server/workflow/ports.h"

namespace confine {

/// What the helper does, in any process: reads a PDF of somebody else's. Whatever it finds wrong with the file itself
/// is Error(unreadable) with the words of the table of bad input (pdf.not_pdf, pdf.damaged, pdf.encrypted …).
class Reading final : public workflow::PdfReader {
public:
    /// Loads fonts, hyphenation and what OpenSSL reads from files. Throws Error(unreadable) when something is missing.
    Reading();
    ~Reading() override;
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    signing::FileVerdict validate(base::ByteView pdf, const std::vector<base::Bytes>& anchors,
                                  base::Instant at) override;
    workflow::Inspection inspect(base::ByteView pdf) override;
    base::Bytes picture(base::ByteView pdf, std::size_t page) override;
    signing::Prepared prepare(base::ByteView pdf, const signing::SignRequest& request) override;

private:
    const signing::TrustAnchors& trust(const std::vector<base::Bytes>& anchors);

    pdfgen::SignatureAppearances appearances_{};
    pdfgen::PagePictures pictures_;
    pdfgen::MissingFonts fonts_{};
    std::vector<base::Bytes> known_{};  ///< the anchors that trust_ was made of
    signing::TrustAnchors trust_{};
};

}  // namespace confine
