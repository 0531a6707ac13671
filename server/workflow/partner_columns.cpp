#include "server/workflow/partner_columns.h"

#include <algorithm>
#include <string_view>

#include "base/letters.h"
#include "base/utf8.h"

namespace workflow {
namespace {

using base::say;

struct Heading {
    std::string_view name;
    Column column;
};

constexpr Heading kHeadings[] = {
    {"lp", Column::order},
    {"l p", Column::order},
    {"nr", Column::order},
    {"nazwa instytucji", Column::institution},
    {"instytucja", Column::institution},
    {"nazwa", Column::institution},
    {"podmiot", Column::institution},
    {"partner", Column::institution},
    {"nazwa partnera", Column::institution},
    {"nazwa podmiotu", Column::institution},
    {"nazwa instytucji (dopełniacz)", Column::institutionGenitive},
    {"nazwa (dopełniacz)", Column::institutionGenitive},
    {"dopełniacz", Column::institutionGenitive},
    {"skrót", Column::shortName},
    {"nazwa skrócona", Column::shortName},
    {"miejscowość", Column::locality},
    {"miasto", Column::locality},
    {"adres", Column::address},
    {"siedziba", Column::address},
    {"adres siedziby", Column::address},
    {"nip", Column::nip},
    {"regon", Column::regon},
    {"krs", Column::krs},
    {"funkcja", Column::function},
    {"stanowisko", Column::function},
    {"forma grzecznościowa", Column::formOfAddress},
    {"zwrot grzecznościowy", Column::formOfAddress},
    {"stopień", Column::rank},
    {"stopień służbowy", Column::rank},
    {"imię", Column::firstName},
    {"nazwisko", Column::lastName},
    {"imię i nazwisko", Column::fullName},
    {"reprezentant", Column::fullName},
    {"rola", Column::role},
    {"uwagi", Column::note},
    {"uwaga", Column::note},
};

/// Small letters, single spaces, without stops and colons.
std::string folded(std::string_view text) {
    std::u32string plain;
    for (const char32_t point : base::codePoints(text)) {
        const bool isGap = point == U' ' || point == U'.' || point == U':' || point == U'\n' || point == U'\r';
        if (!isGap)
            plain += base::smallLetter(point);
        else if (!plain.empty() && plain.back() != U' ')
            plain += U' ';
    }
    if (plain.ends_with(U' ')) plain.pop_back();
    return base::utf8(plain);
}

bool isThere(const std::map<std::size_t, Column>& columns, Column wanted) {
    return std::any_of(columns.begin(), columns.end(), [&](const auto& entry) { return entry.second == wanted; });
}

}  // namespace

std::map<std::size_t, Column> partnerColumns(const CsvRow& heading, const std::string& file,
                                             std::vector<base::Fault>& faults) {
    std::map<std::size_t, Column> columns;
    for (std::size_t i = 0; i < heading.size(); ++i) {
        const CsvCell& cell = heading[i];
        const auto fault = [&](base::Message message) {
            faults.push_back({{file, cell.line, cell.column, {}}, std::move(message)});
        };
        const std::string name = folded(cell.text);
        const auto found = std::find_if(std::begin(kHeadings), std::end(kHeadings),
                                        [&](const Heading& known) { return known.name == name; });
        if (name.empty())
            fault(say("csv.no_heading"));
        else if (found == std::end(kHeadings))
            fault(say("csv.unknown_heading", {cell.text}));
        else if (isThere(columns, found->column))
            fault(say("csv.heading_twice", {cell.text}));
        else
            columns[i] = found->column;
    }
    if (!isThere(columns, Column::institution) && !isThere(columns, Column::function))
        faults.push_back({{file, heading.front().line, 1, {}}, say("csv.no_institution")});
    return columns;
}

std::vector<std::string> rolesOf(const std::string& role) {
    const std::string name = folded(role);
    if (name.empty() || name == "partner") return {"partner"};
    if (name == "partner strategiczny") return {"partner", "strategic_partner"};
    if (name == "udział w podpisaniu") return {"signing_participant"};
    if (name == "przedstawiciel lidera programu") return {"leader_representative", "signatory"};
    return {};
}

}  // namespace workflow
