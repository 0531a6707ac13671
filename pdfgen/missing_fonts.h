#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "pdfgen/compose.h"

namespace pdfgen {

class Reader;

/// Lends faces to files that do not carry their fonts, so that a page can be drawn by who has no files: Liberation has
/// the metrics of Helvetica, Times and Courier (the standard fonts of ISO 32000-1 section 9.6.2.2) and of Arial, Times
/// New Roman and Courier New.
class MissingFonts {
public:
    /// Keeps twelve faces, some 4 MB. Throws Error(unreadable) when one is missing.
    explicit MissingFonts(const Resources& resources = {});

    /// `file`, which `reader` has open and is not to be used for anything else afterwards, with a revision behind it in
    /// which each simple font that is not embedded (9.6) has a face. Nothing where no font wants one, where the file
    /// has more than 20,000 objects, or where no revision can be put behind it. Fonts of signs (Symbol, ZapfDingbats)
    /// and composite fonts (9.7) stay as they are.
    std::optional<base::Bytes> lentTo(base::ByteView file, Reader& reader) const;

    /// The file of the face that stands in for a font: "LiberationSans-Bold.ttf" for "/Helvetica-Bold".
    static std::string fileFor(std::string_view fontName);

private:
    std::map<std::string, base::Bytes> faces_{};  ///< by the names of their files
};

}  // namespace pdfgen
