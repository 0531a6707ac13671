#include "server/workflow/issue.h"

#include <algorithm>

#include "base/bytes.h"
#include "server/domain/slug.h"
#include "server/workflow/json_value.h"
#include "server/workflow/template_data.h"
#include "signing/digest.h"
#include "templates/inventory.h"
#include "templates/value.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using templates::Value;

constexpr std::size_t kIdentifierOctets = 10;  // 80 bits
constexpr std::size_t kFileIdOctets = 16;
constexpr std::size_t kLongestName = 80;

bool readsPartner(const templates::Template& source) {
    const auto fields = templates::inventory(source);
    return std::any_of(fields.begin(), fields.end(),
                       [](const templates::FieldUse& use) { return use.path.starts_with("partner."); });
}

/// "deklaracja-03-powiatowy-urzad-pracy.pdf"
std::string partnerFile(const std::string& base, const domain::Meeting& meeting, const domain::Participant& one) {
    std::string name = domain::institutionName(meeting, one);
    if (name.empty()) name = one.function.value_or("");
    const std::string number = (one.order < 10 ? "0" : "") + std::to_string(one.order);
    return base + '-' + number + '-' + domain::slug(name, kLongestName) + ".pdf";
}

class Drafting {
public:
    Drafting(const IssueRequest& request, std::vector<base::Message>& notices)
        : request_(request),
          data_(meetingData(request.meeting, request.office, notices)),
          dataHash_(signing::sha256({valueJson(data_), request.notice})) {}

    std::vector<Draft> run() {
        checkReferences();
        for (const NamedTemplate& named : request_.templates) {
            const std::string base = domain::slug(named.name);
            if (readsPartner(named.source))
                draftForParties(named, base);
            else
                draft(named, base + ".pdf", {});
        }
        if (!faults_.empty()) throw Error(ErrorCode::data, say("issue.faults"), std::move(faults_));
        return std::move(drafts_);
    }

private:
    /// What the office's data name must be in the meeting.
    void checkReferences() {
        const domain::Meeting& meeting = request_.meeting;
        const auto missing = [this](const char* pointer, const std::string& name) {
            faults_.push_back({{{}, 0, 0, pointer}, say("json.no_reference", {name})});
        };
        if (const auto& leader = request_.office.leader; leader && leader->institutionRef)
            if (domain::findInstitution(meeting, leader->institutionRef) == nullptr)
                missing("/leader/institution_ref", *leader->institutionRef);
        const auto order =
            request_.office.representative ? request_.office.representative->participantOrder : std::nullopt;
        const auto isThere = [&order](const domain::Participant& one) { return one.order == order; };
        if (order && std::none_of(meeting.participants.begin(), meeting.participants.end(), isThere))
            missing("/leader_rep/participant_order", std::to_string(*order));
    }

    void draftForParties(const NamedTemplate& named, const std::string& base) {
        const auto parties = individualParties(request_.meeting, request_.office);
        if (parties.empty()) faults_.push_back({{}, say("issue.no_party")});
        for (const domain::Participant* one : parties) {
            const Value own = setPartner(data_, request_.meeting, *one);
            draft(named, partnerFile(base, request_.meeting, *one), valueJson(own));
        }
    }

    void draft(const NamedTemplate& named, std::string fileName, const std::string& ownData) {
        try {
            Draft made;
            made.document = templates::bind(named.source, data_);
            const base::Bytes hash = signing::sha256({named.source.text(), dataHash_, ownData,
                                                      base::isoInstant(request_.at), std::to_string(drafts_.size())});
            made.id = base::base32(base::ByteView(hash).substr(0, kIdentifierOctets));
            made.document.footer = base::text(say("document.id", {made.id}), base::Language::polish);
            made.document.notice = request_.notice;
            made.issue = {hash.substr(0, kFileIdOctets), request_.at};
            made.fileName = std::move(fileName);
            drafts_.push_back(std::move(made));
        } catch (const Error& error) {
            if (error.faults().empty()) throw;
            for (const base::Fault& fault : error.faults())
                if (std::find(faults_.begin(), faults_.end(), fault) == faults_.end()) faults_.push_back(fault);
        }
    }

    const IssueRequest& request_;
    Value data_;
    base::Bytes dataHash_;
    std::vector<Draft> drafts_{};
    std::vector<base::Fault> faults_{};
};

}  // namespace

std::vector<std::string> defaultTemplates(const domain::Office& office) {
    return {isJoint(office) ? "deklaracja-wspolna" : "deklaracja", "lista-obecnosci"};
}

std::vector<Draft> draftDocuments(const IssueRequest& request, std::vector<base::Message>& notices) {
    return Drafting(request, notices).run();
}

}  // namespace workflow
