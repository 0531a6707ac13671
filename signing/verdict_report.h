#pragma once

#include <string>
#include <string_view>

#include "signing/validate.h"

namespace signing {

/// "TOTAL-PASSED" … as design.md section 4 has them.
const char* word(Indication indication);
const char* word(FileIndication verdict);

/// One line of JSON as in design.md section 4, without the line end.
std::string verdictJson(const FileVerdict& verdict, std::string_view file);

/// The same in plain Polish, several lines: per signature the three answers (content, signer, kind) and the reasons.
std::string verdictText(const FileVerdict& verdict, std::string_view file);

}  // namespace signing
