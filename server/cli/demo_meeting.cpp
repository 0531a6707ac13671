#include "server/cli/demo_meeting.h"

#include <map>

#include "base/error.h"
#include "base/file.h"
#include "pdfgen/appearance.h"
#include "pdfgen/compose.h"
#include "pdfgen/reader.h"
#include "server/cli/template_input.h"
#include "server/domain/signature_field.h"
#include "server/workflow/archive_document.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/issue.h"
#include "signing/identity.h"
#include "signing/pades.h"

namespace cli {
namespace {

using base::say;

constexpr const char* kIssued = "wydane";
constexpr const char* kSigned = "podpisane";

}  // namespace

DemoMeeting::DemoMeeting(const service::Sample& sample, Demonstration& demonstration)
    : folder_(demonstration.out / sample.folder),
      demonstration_(demonstration),
      meeting_(workflow::readMeeting(sample.meeting, sample.folder)),
      office_(workflow::readOffice(sample.office, sample.folder)) {}

void DemoMeeting::issue() {
    demonstration_.data.store.saveMeeting(meeting_);
    std::vector<workflow::NamedTemplate> templates;
    for (const std::string& name : workflow::defaultTemplates(office_)) templates.push_back(templateOf(name));
    const workflow::IssueRequest request{meeting_, office_, std::move(templates), demonstration_.at,
                                         base::text(say("document.demonstration"))};
    std::vector<base::Message> notices;
    pdfgen::Composer composer;
    base::makeFolder(folder_ / kIssued);
    for (const workflow::Draft& draft : workflow::draftDocuments(request, notices)) {
        files_.push_back({draft.fileName, composer.compose(draft.document, draft.issue),
                          templates::signatureFields(draft.document).size()});
        base::writeFile(folder_ / kIssued / draft.fileName, files_.back().bytes);
    }
}

const domain::Participant& DemoMeeting::signatory(std::string_view field) const {
    for (const domain::Participant& one : meeting_.participants) {
        const bool isLeader = office_.representative && office_.representative->participantOrder == one.order;
        if (field == domain::kLeaderField ? isLeader : field == domain::partnerField(one.order)) return one;
    }
    throw base::Error(base::ErrorCode::internal, say("demo.no_signatory", {std::string(field)}));
}

signing::Identity DemoMeeting::identityFor(const domain::Participant& one) {
    const std::string number = std::to_string(++demonstration_.identities);
    signing::SubjectName subject;
    const std::string first = one.person ? one.person->firstName.value_or("") : "";
    const std::string last = one.person ? one.person->lastName.value_or("") : "";
    if (!last.empty()) {
        subject.givenName = first;
        subject.surname = last;
        subject.commonName = base::text(say("demo.common_name", {first + ' ' + last}));
    } else {
        subject.pseudonym = base::text(say("demo.pseudonym", {number}));
        subject.commonName = base::text(say("demo.common_name", {subject.pseudonym}));
    }
    return demonstration_.issuer.issue(subject);
}

void DemoMeeting::sign() {
    pdfgen::SignatureAppearances appearances;
    std::map<std::int64_t, signing::Identity> identities;
    base::makeFolder(folder_ / kSigned);
    for (File& file : files_) {
        if (file.fields == 0) continue;
        for (const pdfgen::FieldInfo& field : pdfgen::Reader(file.bytes).signatureFields()) {
            const domain::Participant& one = signatory(field.name);
            auto identity = identities.find(one.order);
            if (identity == identities.end()) identity = identities.emplace(one.order, identityFor(one)).first;
            const signing::SignRequest request{field.name, identity->second.certificate().name, demonstration_.at,
                                               true};
            file.bytes = signing::sign(file.bytes, identity->second, request, appearances);
        }
        base::writeFile(folder_ / kSigned / file.name, file.bytes);
    }
}

std::vector<domain::Record> DemoMeeting::archive() {
    std::vector<domain::Record> records;
    const signing::ValidationContext context{demonstration_.anchors, demonstration_.at};
    for (const File& file : files_) {
        const workflow::ArchiveRequest request{file.bytes, file.name, meeting_.id, {}, demonstration_.at};
        records.push_back(
            workflow::archiveDocument(demonstration_.data.store, demonstration_.data.archive, request, context));
    }
    return records;
}

}  // namespace cli
