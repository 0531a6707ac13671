#include <algorithm>
#include <array>
#include <optional>

#include "pdfgen/stream_data.h"
#include "signing/change_review.h"
#include "signing/metadata_review.h"

/// Validation data (EN 319 142-1 section 5.4: /DSS and its /VRI), the catalog and the document information.
namespace signing {
namespace {

using pdfgen::Object;
using pdfgen::Reference;

class ValidationDataReview {
public:
    ValidationDataReview(const TwoViews& views, ChangeNotes& notes) : views_(views), notes_(notes) {}

    void run() {
        const Object& rootBefore = views_.before(views_.trailerBefore().at("Root"));
        const Object& rootReference = views_.trailerNow().at("Root");
        const Object& rootNow = views_.now(rootReference);
        const Object& reference = rootNow.at("DSS");
        if (reference.isNull() && !rootBefore.has("DSS")) return;
        if (rootReference.isReference()) notes_.explain(rootReference.target.number, "DSS");
        const Object &before = views_.before(rootBefore.at("DSS")), &now = views_.now(reference);
        if (!isPlain(rootBefore.at("DSS"), reference) || !now.isDictionary()) return wrong();
        for (const auto key : before.keys())
            if (!now.has(key) && key != "Type") notes_.doubt(base::say("changes.data_removed", {std::string(key)}));
        bool grew = false;
        for (const auto key : now.keys()) {
            if (key == "Type")
                grew = grew || !before.has(key);
            else if (key == "VRI")
                grew = judgeEach(before.at(key), now.at(key)) || grew;
            else if (key == "Certs" || key == "CRLs" || key == "OCSPs")
                grew = judgeList(before.at(key), now.at(key)) || grew;
            else
                return wrong();
        }
        if (grew || before.isNull()) notes_.allow(base::say("changes.data_added"));
    }

private:
    void wrong() { notes_.deny(base::say("changes.data_malformed")); }

    /// Remembers that `now` is a part of the structure; whether its object was that part before, or is new.
    bool isPlain(const Object& before, const Object& now) {
        if (!now.isReference()) return true;
        const int number = now.target.number;
        const bool same = before.isReference() && before.target == now.target;
        const bool known = !seen_.insert(number).second;
        return !known && (same || !views_.existed(number) || !views_.isChanged(number));
    }

    /// Whether a dictionary of /VRI may be looked into; what it lost is in doubt.
    bool mayEnter(const Object& beforeReference, const Object& nowReference) {
        const Object &before = views_.before(beforeReference), &now = views_.now(nowReference);
        if (!isPlain(beforeReference, nowReference) || !now.isDictionary()) return wrong(), false;
        for (const auto key : before.keys())
            if (!now.has(key)) notes_.doubt(base::say("changes.data_removed", {"VRI"}));
        return true;
    }

    /// /VRI: for each signature (by the hash of its /Contents) the same lists again.
    bool judgeEach(const Object& beforeReference, const Object& nowReference) {
        const Object &before = views_.before(beforeReference), &now = views_.now(nowReference);
        bool grew = before.isNull();
        if (!mayEnter(beforeReference, nowReference)) return true;
        for (const auto key : now.keys()) {
            if (key == "Type") continue;
            grew = judgeEntry(before.at(key), now.at(key)) || grew;
        }
        return grew;
    }

    bool judgeEntry(const Object& beforeReference, const Object& nowReference) {
        const Object &before = views_.before(beforeReference), &now = views_.now(nowReference);
        bool grew = before.isNull();
        if (!mayEnter(beforeReference, nowReference)) return true;
        for (const auto key : now.keys()) {
            if (key == "Cert" || key == "CRL" || key == "OCSP")
                grew = judgeList(before.at(key), now.at(key)) || grew;
            else if (key == "TS")
                judgeStream(now.at(key));
            else if (key != "TU" && key != "Type")
                wrong();
        }
        return grew;
    }

    /// A list of streams that only grows.
    bool judgeList(const Object& beforeReference, const Object& nowReference) {
        const Object &before = views_.before(beforeReference), &now = views_.now(nowReference);
        if (!isPlain(beforeReference, nowReference) || !now.isArray()) return wrong(), true;
        const auto references = referencesOf(now);
        const std::set<Reference> isThere(references.begin(), references.end());
        for (const Reference old : referencesOf(before))
            if (!isThere.contains(old)) notes_.doubt(base::say("changes.data_removed", {"DSS"}));
        for (const Object& item : now.items) judgeStream(item);
        return now.items.size() > before.items.size();
    }

    void judgeStream(const Object& reference) {
        const pdfgen::StoredObject* stored =
            reference.isReference() ? views_.storedNow(reference.target.number) : nullptr;
        if (stored == nullptr || !stored->isStream) return wrong();
        const Object& dictionary = views_.now(reference);
        if (dictionary.has("Subtype") || dictionary.has("Resources")) return wrong();  // something to draw
        notes_.claim(reference);
    }

    const TwoViews& views_;
    ChangeNotes& notes_;
    std::set<int> seen_{};

public:
    /// The structure's own objects belong to it alone.
    const std::set<int>& parts() const { return seen_; }
};

bool isHeldBackKey(std::string_view key) {
    constexpr std::array<std::string_view, 8> keys{"MarkInfo",  "OutputIntents",  "PageLabels",        "Perms",
                                                   "PieceInfo", "StructTreeRoot", "ViewerPreferences", "Lang"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// A metadata stream's packet; empty where there is none, nothing where its filter is not read.
std::optional<base::Bytes> packetOf(const pdfgen::StoredObject* stored) {
    if (stored == nullptr || !stored->isStream) return base::Bytes{};
    std::size_t at = 0;
    const auto dictionary = pdfgen::parseObject(stored->raw, at);
    return dictionary ? pdfgen::decodedStream(*dictionary, stored->data, std::size_t{4} << 20) : std::nullopt;
}

/// The document's XMP: a tool may note its own saving.
void reviewMetadata(const TwoViews& views, const Object& before, const Object& now, int catalog, ChangeNotes& notes) {
    const bool isOther = !(before == now) || (now.isReference() && views.isChanged(now.target.number));
    if (!isOther) return;
    const pdfgen::StoredObject* stored = now.isReference() ? views.storedNow(now.target.number) : nullptr;
    const auto packet = packetOf(stored);
    const auto old = packetOf(before.isReference() ? views.storedBefore(before.target.number) : nullptr);
    std::set<int> rewritable;
    if (before.isReference()) rewritable.insert(before.target.number);
    notes.explain(catalog, "Metadata");
    notes.claim(now, rewritable);
    switch (packet && old ? metadataChange(*old, *packet) : MetadataChange::unclear) {
        case MetadataChange::harmless:
            return;
        case MetadataChange::unclear:
            return notes.doubt(base::say("changes.catalog", {"Metadata"}));
        case MetadataChange::malformed:
            return notes.deny(base::say("changes.metadata"));
    }
}

/// /Extensions (section 7.12): developers' names and levels; what was there stays.
void reviewExtensions(const TwoViews& views, const Object& before, const Object& now, ChangeNotes& notes) {
    const Object &old = views.before(before), &current = views.now(now);
    std::set<int> rewritable;
    if (before.isReference()) rewritable.insert(before.target.number);
    for (const auto key : old.keys()) {
        if (!current.has(key)) return notes.deny(base::say("changes.catalog", {"Extensions"}));
        if (old.at(key).isReference()) rewritable.insert(old.at(key).target.number);
    }
    notes.claim(now, rewritable);
}

}  // namespace

void reviewValidationData(const TwoViews& views, ChangeNotes& notes) {
    ValidationDataReview review(views, notes);
    review.run();
    const Object& root = views.now(views.trailerNow().at("Root"));
    notes.claim(root.at("DSS"), review.parts());
}

void reviewCatalog(const TwoViews& views, ChangeNotes& notes) {
    const Object &reference = views.trailerNow().at("Root"), &oldReference = views.trailerBefore().at("Root");
    if (!reference.isReference() || !(reference == oldReference))
        return notes.deny(base::say("changes.catalog_replaced"));
    const Object &before = views.before(oldReference), &now = views.now(reference);
    const int number = reference.target.number;
    notes.judge(number);
    if (now.hasDuplicates()) notes.deny(base::say("changes.catalog_replaced"));
    const Object &extensions = before.at("Extensions"), &extensionsNow = now.at("Extensions");
    notes.explain(number, "Extensions");
    if (!extensions.isNull() || !extensionsNow.isNull()) reviewExtensions(views, extensions, extensionsNow, notes);
    reviewMetadata(views, before.at("Metadata"), now.at("Metadata"), number, notes);
    std::set<std::string> keys;
    for (const auto key : before.keys()) keys.emplace(key);
    for (const auto key : now.keys()) keys.emplace(key);
    for (const auto& key : keys) {
        if (before.at(key) == now.at(key) || key == "Metadata" || key == "AcroForm" || key == "DSS" ||
            key == "Extensions")
            continue;
        if (key == "Version" && now.at(key).kind == Object::Kind::name) continue;
        if (key == "Type" && before.at(key).isNull() && now.at(key).isName("Catalog")) continue;
        if (!isHeldBackKey(key)) {
            notes.deny(base::say("changes.catalog", {key}));
            continue;
        }
        notes.doubt(base::say("changes.catalog", {key}));
        notes.explain(number, key);
        notes.claim(now.at(key));
    }
}

}  // namespace signing
