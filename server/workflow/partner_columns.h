#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "server/workflow/csv.h"

namespace workflow {

/// What a column of a list of partners means.
enum class Column {
    order,
    institution,
    institutionGenitive,
    shortName,
    locality,
    address,
    nip,
    regon,
    krs,
    function,
    formOfAddress,
    rank,
    firstName,
    lastName,
    fullName,
    role,
    note,
};

/// The columns by their headings, in any case and with the usual synonyms („Instytucja”, „Nazwa”, „Podmiot” …). Adds a
/// fault for a heading that is unknown, empty or there twice, and when neither institution nor function nor name is
/// among them.
std::map<std::size_t, Column> partnerColumns(const CsvRow& heading, const std::string& file,
                                             std::vector<base::Fault>& faults);

/// The roles that „Rola” stands for; none for an unknown text. „Partner Strategiczny” → partner, strategic_partner.
std::vector<std::string> rolesOf(const std::string& role);

}  // namespace workflow
