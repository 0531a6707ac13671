#include "server/workflow/import_partners.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "server/domain/references.h"
#include "server/domain/slug.h"
#include "server/domain/tax_number.h"
#include "server/workflow/csv.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/partner_columns.h"

namespace workflow {
namespace {

using base::say;
using domain::Meeting;
using domain::Participant;
using domain::Text;

Text given(const std::string& text) { return text.empty() ? Text() : Text(text); }

template <class T>
bool hasId(const std::vector<T>& all, const std::string& id) {
    return std::any_of(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
}

template <class T>
std::string freeId(const std::vector<T>& all, const std::string& name) {
    const std::string slug = domain::slug(name);
    std::string id = slug;
    for (int n = 2; hasId(all, id); ++n) id = slug + '-' + std::to_string(n);
    return id;
}

template <class T>
T& added(std::vector<T>& all, const std::string& name) {
    T made;
    made.id = freeId(all, name);
    made.name = name;
    return all.emplace_back(std::move(made));
}

/// The locality with that name; added where there is none.
domain::Locality& locality(std::vector<domain::Locality>& all, const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
    return found == all.end() ? added(all, name) : *found;
}

/// "631-00-00-000" and "6310000000" are one number.
std::string digitsOf(std::string text) {
    std::erase_if(text, [](unsigned char c) { return std::isdigit(c) == 0; });
    return text;
}

/// One row's texts by their meaning.
class PartnerRow {
public:
    PartnerRow(const CsvRow& row, const std::map<std::size_t, Column>& columns) : line_(row.front().line) {
        for (const auto& [index, column] : columns)
            if (index < row.size()) cells_[column] = row[index];
    }
    int line() const { return line_; }
    std::string text(Column column) const {
        const auto found = cells_.find(column);
        return found == cells_.end() ? std::string() : found->second.text;
    }
    int column(Column column) const {
        const auto found = cells_.find(column);
        return found == cells_.end() ? 0 : found->second.column;
    }

private:
    std::map<Column, CsvCell> cells_{};
    int line_;
};

class Importer {
public:
    Importer(Meeting meeting, std::string file) : meeting_(std::move(meeting)), file_(std::move(file)) {
        for (const Participant& one : meeting_.participants)
            if (domain::getsDeclaration(one) && one.institutionRef && !maySignForLeader(one))
                left_.insert(*one.institutionRef);
        std::erase_if(meeting_.participants, domain::getsDeclaration);
        staying_ = meeting_.participants;
        for (const Participant& one : staying_) orders_.insert(one.order);
    }

    Meeting run(base::ByteView csv) {
        const std::vector<CsvRow> rows = readCsv(csv, file_, faults_);
        if (rows.empty() && faults_.empty()) faults_.push_back({{file_, 1, 0, {}}, say("csv.empty")});
        if (!rows.empty()) read(rows);
        if (!faults_.empty()) throw refusal();
        removeUnused();
        return std::move(meeting_);
    }

private:
    /// Who signs for the leader: the office's data may lead to their institution.
    static bool maySignForLeader(const Participant& one) {
        return std::any_of(one.roles.begin(), one.roles.end(), [](const std::string& role) {
            return role == "leader_representative" || role == "signatory";
        });
    }

    /// Institutions of those whom the list replaced go with them where nobody else is of them, and so do the places
    /// that only they were in.
    void removeUnused() {
        std::set<std::string> places;
        const auto isGone = [this](const domain::Institution& one) {
            return left_.contains(one.id) && !domain::isInstitutionUsed(meeting_, one.id);
        };
        for (const domain::Institution& one : meeting_.institutions)
            if (one.localityRef && isGone(one)) places.insert(*one.localityRef);
        std::erase_if(meeting_.institutions, isGone);
        std::erase_if(meeting_.localities, [&](const domain::Locality& one) {
            return places.contains(one.id) && !domain::isLocalityUsed(meeting_, one.id);
        });
    }

    base::Error refusal() {
        std::multimap<std::pair<int, int>, base::Fault> byPlace;  // two at one place stay in the order they were found
        for (base::Fault& fault : faults_)
            byPlace.emplace(std::pair(fault.place.line, fault.place.column), std::move(fault));
        faults_.clear();
        for (auto& [place, fault] : byPlace) faults_.push_back(std::move(fault));
        return base::Error(base::ErrorCode::data, say("json.faults", {file_}), std::move(faults_));
    }

    void read(const std::vector<CsvRow>& rows) {
        const auto columns = partnerColumns(rows.front(), file_, faults_);
        if (rows.size() == 1) faults_.push_back({{file_, 1, 0, {}}, say("csv.no_rows")});
        for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
            if (row->size() == rows.front().size())
                add(PartnerRow(*row, columns));
            else
                faults_.push_back(
                    {{file_, row->front().line, 0, {}},
                     say("csv.width", {std::to_string(row->size()), std::to_string(rows.front().size())})});
        }
    }

    void add(const PartnerRow& row) {
        const std::size_t faultsBefore = faults_.size();
        Participant one;
        setPerson(one, row);
        setFunction(one, row);
        setRole(one, row);
        one.note = given(row.text(Column::note));
        const std::string institution = row.text(Column::institution);
        const bool isParty = !institution.empty() || one.function;
        if (!isParty && !one.person && !one.functionAsPrinted)
            return fault(row, Column::institution, say("meeting.nobody"));
        if (!isParty) return fault(row, Column::institution, say("meeting.no_party"));
        if (isStaying(one, row)) return;
        one.institutionRef = institution.empty() ? Text() : Text(institutionId(row));
        const auto [earlier, isFirst] = rows_.emplace(participantText(one), row.line());
        if (!isFirst && faults_.size() == faultsBefore)
            return fault(row, Column::institution, say("csv.row_twice", {std::to_string(earlier->second)}));
        setOrder(one, row);
        meeting_.participants.push_back(std::move(one));
    }

    static void setPerson(Participant& one, const PartnerRow& row) {
        domain::Person person;
        person.rank = given(row.text(Column::rank));
        person.firstName = given(row.text(Column::firstName));
        person.lastName = given(row.text(Column::lastName));
        person.formOfAddress = given(row.text(Column::formOfAddress));
        if (const std::string full = row.text(Column::fullName); !full.empty()) {
            const std::size_t space = full.find(' ');
            person.firstName = given(space == full.npos ? std::string() : full.substr(0, space));
            person.lastName = full.substr(space == full.npos ? 0 : space + 1);
        }
        if (person.firstName || person.lastName) one.person = std::move(person);
    }

    static void setFunction(Participant& one, const PartnerRow& row) {
        const std::string function = row.text(Column::function);
        const bool isNobody = function == "przedstawiciel" || function == "przedstawiciele";
        (isNobody ? one.functionAsPrinted : one.function) = given(function);
    }

    void setRole(Participant& one, const PartnerRow& row) {
        const std::string role = row.text(Column::role);
        one.roles = rolesOf(role);
        if (one.roles.empty()) fault(row, Column::role, say("csv.unknown_role", {role}));
        if (one.roles != std::vector<std::string>{"partner"} && !role.empty()) one.roleAsPrinted = role;
    }

    /// „Lp.”, else the next free number.
    void setOrder(Participant& one, const PartnerRow& row) {
        std::string digits = row.text(Column::order);
        if (digits.ends_with('.')) digits.pop_back();
        one.order = 1;
        if (digits.empty()) {
            while (orders_.contains(one.order)) ++one.order;
        } else {
            const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), one.order);
            if (failed != std::errc() || end != digits.data() + digits.size() || one.order < 0)
                return fault(row, Column::order, say("csv.no_number", {digits}));
        }
        if (!orders_.insert(one.order).second) fault(row, Column::order, say("json.twice", {digits}));
    }

    std::string institutionId(const PartnerRow& row) {
        domain::Institution& institution = institutionOf(row);
        set(institution, institution.nameGen, row, Column::institutionGenitive);
        set(institution, institution.shortName, row, Column::shortName);
        set(institution, institution.address, row, Column::address);
        set(institution, institution.regon, row, Column::regon);
        set(institution, institution.krs, row, Column::krs);
        if (const std::string nip = row.text(Column::nip); !nip.empty()) {
            institution.nip = nip;
            if (!domain::isTaxNumber(nip)) fault(row, Column::nip, say("meeting.bad_tax_number", {nip}));
        }
        if (const std::string town = row.text(Column::locality); !town.empty())
            institution.localityRef = locality(meeting_.localities, town).id;
        return institution.id;
    }

    /// The one that the row fits best; added where it fits none.
    domain::Institution& institutionOf(const PartnerRow& row) {
        domain::Institution* found = nullptr;
        int best = 0;
        bool isOnly = true;
        for (domain::Institution& one : meeting_.institutions) {
            const int fits = fit(one, row);
            if (fits == 0 || fits < best) continue;
            isOnly = fits > best;
            best = fits;
            found = &one;
        }
        const std::string name = row.text(Column::institution);
        if (found == nullptr) return added(meeting_.institutions, name);
        if (!isOnly) fault(row, Column::institution, say("csv.which_institution", {name}));
        return *found;
    }

    /// 0 unless the names are one and neither town nor NIP speaks against it; more for each of them that both give.
    int fit(const domain::Institution& one, const PartnerRow& row) const {
        if (one.name != row.text(Column::institution)) return 0;
        const domain::Locality* town = domain::findLocality(meeting_, one.localityRef);
        const std::pair<std::string, std::string> known[] = {
            {town == nullptr ? std::string() : town->name, row.text(Column::locality)},
            {digitsOf(one.nip.value_or("")), digitsOf(row.text(Column::nip))}};
        int fits = 1;
        for (const auto& [ours, rows] : known) {
            if (ours.empty() || rows.empty()) continue;
            if (ours != rows) return 0;
            ++fits;
        }
        return fits;
    }

    /// The list's value takes the place of the meeting's, never of one that an earlier row gave.
    void set(const domain::Institution& institution, Text& field, const PartnerRow& row, Column column) {
        const std::string text = row.text(column);
        if (text.empty()) return;
        const auto [earlier, isFirst] = given_.emplace(std::pair(institution.id, column), text);
        if (!isFirst && earlier->second != text)
            return fault(row, column, say("csv.other_value", {text, institution.name, earlier->second}));
        field = text;
    }

    bool isStaying(const Participant& one, const PartnerRow& row) const {
        return std::any_of(staying_.begin(), staying_.end(), [&](const Participant& other) {
            const auto* institution = domain::findInstitution(meeting_, other.institutionRef);
            const bool isThere =
                institution == nullptr ? row.text(Column::institution).empty() : fit(*institution, row) > 0;
            return isThere && other.function == one.function && domain::titleName(other) == domain::titleName(one);
        });
    }

    void fault(const PartnerRow& row, Column column, base::Message message) {
        faults_.push_back({{file_, row.line(), row.column(column), {}}, std::move(message)});
    }

    Meeting meeting_;
    std::string file_;
    std::vector<Participant> staying_{};
    std::set<std::string> left_{};  ///< institutions of those whom the list replaces
    std::set<std::int64_t> orders_{};
    std::map<std::string, int> rows_{};                              ///< lines by what they say of a participant
    std::map<std::pair<std::string, Column>, std::string> given_{};  ///< what the list said of each institution
    std::vector<base::Fault> faults_{};
};

}  // namespace

Meeting withPartners(Meeting meeting, base::ByteView csv, std::string_view file) {
    return Importer(std::move(meeting), std::string(file)).run(csv);
}

}  // namespace workflow
