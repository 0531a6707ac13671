#pragma once

#include <vector>

#include "base/error.h"

namespace templates {
struct Document;
}

namespace pdfgen {

class Typeface;

/// Every character of the document that the typeface does not have, once each, with the text around it.
std::vector<base::Fault> missingGlyphs(const templates::Document& document, const Typeface& typeface);

/// The same for one text.
void addMissingGlyphs(std::string_view text, const Typeface& typeface, std::vector<base::Fault>& faults);

}  // namespace pdfgen
