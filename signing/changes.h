#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "pdfgen/revisions.h"
#include "signing/structure.h"
#include "signing/validate.h"

namespace signing {

/// What a signatory allowed to happen later (ISO 32000-1 sections 12.8.2.2, 12.8.2.4, and the field's /Lock).
struct Permissions {
    int level = 0;                      ///< DocMDP: 1 nothing, 2 forms and signatures, 3 annotations too; 0 not stated
    bool isCertified = false;           ///< some certification signature stated it
    bool lockAll = false;               ///< FieldMDP /All
    std::vector<std::string> locked{};  ///< /Include
    std::optional<std::vector<std::string>> lockedExcept{};  ///< /Exclude

    bool locks(const std::string& field) const;
};

/// Those in force behind `revision`: of signatures that stand in it or in an earlier one.
Permissions permissionsAt(const pdfgen::Revisions& revisions, const std::vector<FoundSignature>& signatures,
                          std::size_t revision);

struct ChangeFinding {
    Changes changes = Changes::none;
    std::vector<base::Message> list{};
};

/// Everything that differs between the file at `revision` and its last one, compared object by object: each changed or
/// new object must be explained by an allowed change (design.md section 3), and be reached through it alone. Deny by
/// default.
ChangeFinding changesBehind(const pdfgen::Revisions& revisions, std::size_t revision, const Permissions& permissions);

}  // namespace signing
