#pragma once

#include "base/bytes.h"

namespace pdfgen {

/// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4.2: three primaries and one curve, adapted to
/// D50 (ISO 15076-1 section 8.3.3). A profile of measured curves is ten times as long, in every document again.
base::Bytes srgbProfile();

}  // namespace pdfgen
