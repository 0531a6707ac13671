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

}  // namespace domain
