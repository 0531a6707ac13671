#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/civil_date.h"

namespace templates {
struct Document;
}

namespace pdfgen {

/// What makes a document one of its kind. `fileId` is the 16 octets of /ID; the caller has the hash, pdfgen knows no
/// cryptography.
struct Issue {
    base::Bytes fileId{};
    base::Instant issuedAt{};
};

/// Where fonts and hyphenation patterns lie: Debian's fonts-liberation and hyphen-pl.
struct Resources {
    std::filesystem::path fonts = "/usr/share/fonts/truetype/liberation";
    std::filesystem::path hyphenation = "/usr/share/hyphen/hyph_pl_PL.dic";
};

/// Lays documents out and writes them: tagged, PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) in one file, with
/// their signature fields. Keeps faces, hyphenation and shaped words between documents; one thread at a time.
class Composer {
public:
    /// Throws Error(unreadable) when a font or the hyphenation patterns are missing.
    explicit Composer(const Resources& resources = {});
    ~Composer();
    Composer(Composer&&) noexcept;
    Composer& operator=(Composer&&) noexcept;

    /// The PDF's bytes; the same document and issue give the same bytes. Throws Error(data) with every character that
    /// the faces do not have, each with the text around it, and for a block that fits no page.
    base::Bytes compose(const templates::Document& document, const Issue& issue);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace pdfgen
