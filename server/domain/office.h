#pragma once

#include <cstdint>
#include <optional>
#include <string>

/// What an office adds to a meeting's file: schema "office/1".
namespace domain {

using Text = std::optional<std::string>;

inline constexpr const char* kOfficeSchema = "office/1";

struct OfficeLeader {
    Text institutionRef{}, address{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("institution_ref", self.institutionRef);
        visit.optional("address", self.address);
    }
};

struct OfficeRepresentative {
    std::optional<std::int64_t> participantOrder{};
    Text titleName{}, function{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("participant_order", self.participantOrder);
        visit.optional("title_name", self.titleName);
        visit.optional("function", self.function);
    }
};

struct OfficeDeclaration {
    Text form{}, validityText{}, effectiveDate{}, rulesTitle{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("form", self.form);
        visit.optional("validity_text", self.validityText);
        visit.optional("effective_date", self.effectiveDate);
        visit.optional("rules_title", self.rulesTitle);
    }
};

struct OfficeAuthor {
    Text titleName{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("title_name", self.titleName);
    }
};

struct OfficeProject {
    Text number{}, funding{}, beneficiary{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("number", self.number);
        visit.optional("funding", self.funding);
        visit.optional("beneficiary", self.beneficiary);
    }
};

struct OfficeCase {
    Text mark{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("mark", self.mark);
    }
};

struct OfficeController {
    Text name{}, address{}, dpo{}, basisLetters{}, contact{}, legalActs{}, processors{}, noticeUrl{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("name", self.name);
        visit.optional("address", self.address);
        visit.optional("dpo", self.dpo);
        visit.optional("basis_letters", self.basisLetters);
        visit.optional("contact", self.contact);
        visit.optional("legal_acts", self.legalActs);
        visit.optional("processors", self.processors);
        visit.optional("notice_url", self.noticeUrl);
    }
};

struct OfficeRetention {
    Text text{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("text", self.text);
    }
};

struct Office {
    std::string schema = kOfficeSchema;
    Text note{}, signing{};
    std::optional<OfficeLeader> leader{};
    std::optional<OfficeRepresentative> representative{};
    std::optional<OfficeDeclaration> declaration{};
    std::optional<OfficeAuthor> author{};
    std::optional<OfficeProject> project{};
    std::optional<OfficeCase> officeCase{};
    std::optional<OfficeController> controller{};
    std::optional<OfficeRetention> retention{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("schema", self.schema);
        visit.optional("note", self.note);
        visit.optional("signing", self.signing);
        visit.object("leader", self.leader);
        visit.object("leader_rep", self.representative);
        visit.object("declaration", self.declaration);
        visit.object("author", self.author);
        visit.object("project", self.project);
        visit.object("case", self.officeCase);
        visit.object("controller", self.controller);
        visit.object("retention", self.retention);
    }
};

}  // namespace domain
