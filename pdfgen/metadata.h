#pragma once

#include <string>

#include "base/bytes.h"
#include "base/civil_date.h"

namespace pdfgen {

class Haru;

struct Description {
    std::string title{};
    std::string subject{};
    std::string language{};
    base::Instant issuedAt{};
};

/// Information dictionary and XMP that say the same (ISO 19005-2 section 6.6.2.3), PDF/A-2a and PDF/UA-1
/// identification, the sRGB output intent (section 6.2.3), language, and that a viewer shows the title.
void writeMetadata(Haru& haru, const Description& description, const base::Bytes& deflatedProfile);

}  // namespace pdfgen
