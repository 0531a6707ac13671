#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pdfgen/compose.h"
#include "server/workflow/documents.h"
#include "server/workflow/issue.h"

namespace workflow {

/// What documents are to be made of.
struct DraftWish {
    domain::Meeting meeting{};
    domain::Office office{};
    std::vector<NamedTemplate> templates{};  ///< none: the office's defaults, of those that ship
    bool demonstration = false;
    bool onlyMissing = false;  ///< what the meeting has already, void ones aside, is left out; else it is a fault
};

/// A document that would be made.
struct PlannedDocument {
    std::string fileName{};
    domain::DocumentKind kind = domain::DocumentKind::other;
    std::vector<domain::Signer> signers{};  ///< without identifiers
};

/// A look at a batch: everything that would be made, and everything that stands against it.
struct DraftPlan {
    std::vector<PlannedDocument> documents{};
    std::vector<base::Fault> faults{};
    std::vector<base::Message> notices{};
};

/// On a page a document's titles stand below the page's own.
inline constexpr int kTextLevel = 2;

/// Somebody who joins a team without a meeting.
struct LateJoiner {
    std::optional<domain::Project> project{};
    domain::Team team{};
    std::optional<domain::DeclarationText> declaration{};
    domain::Institution leader{};
    domain::Institution institution{};
    std::optional<domain::Person> person{};
    domain::Text function{};
};

/// A draft with its bytes, before it has a row.
struct DraftedFile {
    domain::Signing signing{};
    base::Bytes bytes{};
    std::string text{};  ///< of the same bound tree as HTML, headings from kTextLevel on
};

/// Documents from a meeting's data: bound, composed, and kept as drafts. A draft's bytes are those that will be issued.
class Drafting {
public:
    explicit Drafting(DocumentParts parts) : parts_(std::move(parts)) {}

    /// Makes nothing.
    DraftPlan plan(const DraftWish& wish);

    /// All of the wish or nothing, with the meeting where it is not stored yet. Throws Error(conflict) etag.changed
    /// when somebody changed the meeting meanwhile, and Error(data) with every fault of all, among them documents of
    /// that name that the meeting has already (void, declined and expired ones do not count).
    std::vector<domain::Signing> draft(const domain::Actor& actor, const DraftWish& wish);
    /// The same; `notices` gets what the clerk should know of it.
    std::vector<domain::Signing> draft(const domain::Actor& actor, const DraftWish& wish,
                                       std::vector<base::Message>& notices);

    /// One declaration for somebody without a meeting; its data are kept as a meeting without an event. The office's
    /// representative stands there by name. Throws as draft().
    domain::Signing draftLateJoiner(const domain::Actor& actor, const LateJoiner& joiner, const domain::Office& office,
                                    bool demonstration);

    /// The document of the wish that takes the place of `old`: of the same name, and of a later time. Not stored.
    /// Throws Error(data) when the wish makes none, or has faults.
    DraftedFile successor(const domain::Document& old, const DraftWish& wish);

private:
    struct Batch;
    Batch batchOf(const DraftWish& wish, base::Instant at);
    Batch newBatch(const DraftWish& wish, base::Instant at);
    std::vector<base::Fault> composed(Batch& batch);
    void leaveOutDoubles(Batch& batch);
    std::vector<base::Fault> doublesIn(const Batch& batch);
    std::map<std::string, std::string> namesOf(const Batch& batch, bool (*counts)(const domain::Document&));

    DocumentParts parts_;
    std::mutex composing_{};
    std::optional<pdfgen::Composer> composer_{};  ///< made when first wanted; one thread at a time
};

/// Puts the draft's bytes and text into the store, and their hashes into its document.
void keepFiles(Archive& files, DraftedFile& file);

/// Within a transaction: stores the meeting that documents were made of where it is not stored yet. Throws
/// Error(conflict) etag.changed when somebody changed it meanwhile.
void keepMeeting(Store& meetings, const domain::Meeting& meeting);

/// The data of a late joiner as a meeting without an event.
domain::Meeting meetingOf(const LateJoiner& joiner, const std::string& id);

}  // namespace workflow
