#include "server/workflow/draft_documents.h"

#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"
#include "server/domain/slug.h"
#include "server/workflow/document_signers.h"
#include "server/workflow/secret.h"
#include "templates/html.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Document;
using domain::DocumentState;
using domain::Signing;

constexpr std::size_t kLongestJoiner = 40;

std::vector<NamedTemplate> templatesOf(const DraftWish& wish) {
    if (!wish.templates.empty()) return wish.templates;
    std::vector<NamedTemplate> all;
    for (const std::string& name : defaultTemplates(wish.office)) {
        const std::string_view xml = templates::shippedTemplate(name);
        all.push_back({templates::readTemplate(xml, name), name});
    }
    return all;
}

/// Data with one participant and without an event are a late joiner's.
bool isOfJoiner(const domain::Meeting& meeting) { return !meeting.meeting && meeting.participants.size() == 1; }

/// One declaration, whatever the office does at its meetings; what it says of their people does not fit here.
DraftWish joinerWish(DraftWish wish) {
    domain::Office& office = wish.office;
    if (office.leader && !wish.meeting.leadership.empty())
        office.leader->institutionRef = wish.meeting.leadership.front().institutionRef;
    if (office.representative) office.representative->participantOrder.reset();
    office.declaration.emplace(office.declaration.value_or(domain::OfficeDeclaration{})).form = "individual";
    const std::string_view xml = templates::shippedTemplate("deklaracja");
    wish.templates = {{templates::readTemplate(xml, "deklaracja"), "deklaracja"}};
    return wish;
}

Signing signingOf(const Draft& draft, const DraftWish& wish, base::Instant at) {
    Signing signing;
    signing.document.id = draft.id;
    signing.document.meetingId = wish.meeting.id;
    signing.document.fileName = draft.fileName;
    signing.document.draftedAt = at;
    signing.document.demonstration = wish.demonstration;
    signing.signers = signersOf(draft.document, wish.meeting, wish.office);
    std::vector<std::string> fields;
    fields.reserve(signing.signers.size());
    for (const domain::Signer& one : signing.signers) fields.push_back(one.field);
    signing.document.kind = domain::kindOf(fields, draft.document.title);
    return signing;
}

/// Rows know signers by identifiers, which plans have no use for.
void giveIdentifiers(Signing& signing) {
    for (domain::Signer& one : signing.signers) {
        one.id = newId();
        one.documentId = signing.document.id;
    }
}

bool isInUse(const Document& document) {
    switch (document.state) {
        case DocumentState::declined:
        case DocumentState::expired:
        case DocumentState::voided:
            return false;
        case DocumentState::draft:
        case DocumentState::issued:
        case DocumentState::sent:
        case DocumentState::partlySigned:
        case DocumentState::complete:
        case DocumentState::archived:
        case DocumentState::sealingFailed:
            return true;
    }
    return true;
}

void append(std::vector<base::Fault>& all, std::vector<base::Fault> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

struct Drafting::Batch {
    std::vector<Draft> drafts{};
    std::vector<DraftedFile> files{};
    std::vector<base::Message> notices{};
    std::vector<base::Fault> faults{};
};

Drafting::Batch Drafting::batchOf(const DraftWish& wish, base::Instant at) {
    Batch batch;
    try {
        const std::string notice =
            wish.demonstration ? base::text(say("document.demonstration"), base::Language::polish) : std::string();
        batch.drafts = draftDocuments({wish.meeting, wish.office, templatesOf(wish), at, notice}, batch.notices);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::data) throw;
        batch.faults = error.faults();
        if (batch.faults.empty()) batch.faults = {{{}, error.message()}};
    }
    for (const Draft& draft : batch.drafts) batch.files.push_back({signingOf(draft, wish, at), {}, {}});
    if (wish.onlyMissing) leaveOutDoubles(batch);
    return batch;
}

/// The batch of the first second from `at` on that has made none of its documents yet: an identifier is of a document's
/// content and its second, and what was discarded keeps its own.
Drafting::Batch Drafting::newBatch(const DraftWish& wish, base::Instant at) {
    const auto isTaken = [this](const DraftedFile& file) {
        return parts_.rows.signing(file.signing.document.id).has_value();
    };
    Batch batch = batchOf(wish, at);
    while (std::any_of(batch.files.begin(), batch.files.end(), isTaken))
        batch = batchOf(wish, at += std::chrono::seconds(1));
    return batch;
}

std::vector<base::Fault> Drafting::composed(Batch& batch) {
    const std::lock_guard lock(composing_);
    if (!composer_) composer_.emplace();
    std::vector<base::Fault> faults;
    for (std::size_t i = 0; i < batch.drafts.size(); ++i) {
        const Draft& draft = batch.drafts[i];
        try {
            batch.files[i].bytes = composer_->compose(draft.document, draft.issue);
            batch.files[i].text = templates::html(draft.document, kTextLevel);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::data) throw;
            auto own = error.faults();
            if (own.empty()) own = {{{}, error.message()}};
            for (base::Fault& fault : own) fault.place.file = draft.fileName;
            append(faults, std::move(own));
        }
    }
    return faults;
}

/// The names of the meeting's documents in such states, and whose they are.
std::map<std::string, std::string> Drafting::namesOf(const Batch& batch, bool (*counts)(const Document&)) {
    std::map<std::string, std::string> names;
    if (batch.files.empty()) return names;
    eachSigning(parts_.rows, batch.files.front().signing.document.meetingId, {}, [&](const Signing& there) {
        if (counts(there.document)) names[there.document.fileName] = there.document.id;
    });
    return names;
}

std::vector<base::Fault> Drafting::doublesIn(const Batch& batch) {
    const auto names = namesOf(batch, isInUse);
    std::vector<base::Fault> faults;
    for (const DraftedFile& file : batch.files)
        if (const auto there = names.find(file.signing.document.fileName); there != names.end())
            faults.push_back({{there->first, 0, 0, {}}, say("draft.double", {there->second})});
    return faults;
}

/// Who declined has a document too: only a reissue asks them again.
void Drafting::leaveOutDoubles(Batch& batch) {
    const auto names = namesOf(batch, [](const Document& one) { return one.state != DocumentState::voided; });
    const std::size_t count = std::erase_if(
        batch.files, [&](const DraftedFile& file) { return names.contains(file.signing.document.fileName); });
    std::erase_if(batch.drafts, [&](const Draft& draft) { return names.contains(draft.fileName); });
    if (count > 0) batch.notices.push_back(say("draft.left_out", {std::to_string(count)}));
}

DraftPlan Drafting::plan(const DraftWish& wish) {
    Batch batch = batchOf(wish, parts_.now());
    append(batch.faults, composed(batch));
    append(batch.faults, doublesIn(batch));
    DraftPlan plan{{}, std::move(batch.faults), std::move(batch.notices)};
    for (DraftedFile& file : batch.files)
        plan.documents.push_back(
            {file.signing.document.fileName, file.signing.document.kind, std::move(file.signing.signers)});
    return plan;
}

std::vector<Signing> Drafting::draft(const domain::Actor& actor, const DraftWish& wish) {
    std::vector<base::Message> notices;
    return draft(actor, wish, notices);
}

std::vector<Signing> Drafting::draft(const domain::Actor& actor, const DraftWish& wish,
                                     std::vector<base::Message>& notices) {
    Batch batch = newBatch(wish, parts_.now());
    append(batch.faults, composed(batch));
    append(batch.faults, doublesIn(batch));
    if (!batch.faults.empty()) throw Error(ErrorCode::data, say("draft.faults"), std::move(batch.faults));
    std::vector<Signing> made;
    for (DraftedFile& file : batch.files) {
        keepFiles(parts_.files, file);
        giveIdentifiers(file.signing);
        made.push_back(file.signing);
    }
    parts_.rows.transaction([&] {
        append(batch.faults, doublesIn(batch));  // drafted by somebody else meanwhile
        if (!batch.faults.empty()) throw Error(ErrorCode::data, say("draft.faults"), std::move(batch.faults));
        keepMeeting(parts_.meetings, wish.meeting);
        for (const Signing& signing : made) {
            parts_.rows.addSigning(signing);
            parts_.audit.record(actor,
                                {"document.draft", "document", signing.document.id, signing.document.headSha256});
        }
    });
    notices = std::move(batch.notices);
    return made;
}

DraftedFile Drafting::successor(const Document& old, const DraftWish& wish) {
    const base::Instant at = std::max(parts_.now(), old.draftedAt + std::chrono::seconds(1));
    Batch batch = newBatch(isOfJoiner(wish.meeting) ? joinerWish(wish) : wish, at);
    const auto named = [&](const Draft& draft) { return draft.fileName == old.fileName; };
    const auto found = std::find_if(batch.drafts.begin(), batch.drafts.end(), named);
    if (batch.faults.empty() && found == batch.drafts.end())
        batch.faults.push_back({{old.fileName, 0, 0, {}}, say("draft.no_successor")});
    if (!batch.faults.empty()) throw Error(ErrorCode::data, say("draft.faults"), std::move(batch.faults));
    const auto place = found - batch.drafts.begin();
    Batch one{{std::move(*found)}, {std::move(batch.files[static_cast<std::size_t>(place)])}, {}, {}};
    auto faults = composed(one);
    if (!faults.empty()) throw Error(ErrorCode::data, say("draft.faults"), std::move(faults));
    giveIdentifiers(one.files.front().signing);
    return std::move(one.files.front());
}

void keepFiles(Archive& files, DraftedFile& file) {
    file.signing.document.headSha256 = files.put(file.bytes);
    file.signing.document.textSha256 = files.put(file.text);
}

void keepMeeting(Store& meetings, const domain::Meeting& meeting) {
    const auto stored = meetings.meeting(meeting.id);
    if (!stored) meetings.saveMeeting(meeting);
    if (stored && *stored != meeting) throw Error(ErrorCode::conflict, say("etag.changed"));
}

domain::Meeting meetingOf(const LateJoiner& joiner, const std::string& id) {
    domain::Meeting meeting;
    meeting.id = id;
    meeting.project = joiner.project;
    meeting.team = joiner.team;
    meeting.declaration = joiner.declaration;
    meeting.institutions = {joiner.leader, joiner.institution};
    domain::Leadership leadership;
    leadership.institutionRef = joiner.leader.id;
    leadership.roles = {"leader"};
    meeting.leadership = {leadership};
    domain::Participant one;
    one.order = 1;
    one.person = joiner.person;
    one.function = joiner.function;
    one.institutionRef = joiner.institution.id;
    one.roles = {"partner"};
    meeting.participants = {one};
    return meeting;
}

Signing Drafting::draftLateJoiner(const domain::Actor& actor, const LateJoiner& joiner, const domain::Office& office,
                                  bool demonstration) {
    std::string mark;
    for (const char32_t letter : base::codePoints(newId())) base::appendUtf8(mark, base::smallLetter(letter));
    DraftWish wish;
    wish.meeting =
        meetingOf(joiner, "dolaczenie-" + domain::slug(joiner.institution.name, kLongestJoiner) + '-' + mark);
    wish.office = office;
    wish.demonstration = demonstration;
    return draft(actor, joinerWish(std::move(wish))).front();
}

}  // namespace workflow
