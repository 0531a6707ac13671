#pragma once

#include <string>
#include <vector>

#include "templates/document.h"

namespace templates {

/// A stretch of bound text before its seams are mended.
struct Fragment {
    std::string text{};
    bool bold = false;
    bool italic = false;
    bool fromValue = false;  ///< typed by a user, not written in the template
    bool lineBreak = false;
};

/// Mends the seams between values and template over a whole paragraph: white space folds to one space and vanishes at
/// both ends and before a comma, semicolon, colon or full stop; a final comma or semicolon of a value goes; after a
/// value that ends in a full stop the template's own is dropped. Soft hyphens, zero-width spaces and byte order marks
/// go.
Inline mended(const std::vector<Fragment>& fragments);

}  // namespace templates
