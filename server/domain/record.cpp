#include "server/domain/record.h"

#include <array>
#include <utility>

namespace domain {
namespace {

using Kinds = std::array<std::pair<DocumentKind, std::string_view>, 5>;
constexpr Kinds kKinds{{{DocumentKind::declaration, "declaration"},
                        {DocumentKind::jointDeclaration, "joint-declaration"},
                        {DocumentKind::attendanceList, "attendance-list"},
                        {DocumentKind::notice, "notice"},
                        {DocumentKind::other, "other"}}};

}  // namespace

std::string_view name(DocumentKind kind) {
    for (const auto& [known, text] : kKinds)
        if (known == kind) return text;
    return "other";
}

std::optional<DocumentKind> documentKind(std::string_view name) {
    for (const auto& [kind, text] : kKinds)
        if (text == name) return kind;
    return std::nullopt;
}

base::Message verdictWords(const std::string& verdict) {
    if (verdict == "TOTAL-PASSED") return base::say("record.passed");
    if (verdict == "TOTAL-FAILED") return base::say("record.failed");
    if (verdict == "INDETERMINATE") return base::say("record.indeterminate");
    if (verdict == "NO-SIGNATURE") return base::say("record.no_signature");
    return base::say("record.unreadable");
}

}  // namespace domain
