#include "signing/changes.h"

#include <algorithm>
#include <array>

#include "pdfgen/text_string.h"
#include "signing/change_review.h"

namespace signing {
namespace {

using pdfgen::Object;
using pdfgen::Reference;

/// Keys of a trailer that only say how the file is stored.
bool isStorageKey(std::string_view key) {
    constexpr std::array<std::string_view, 10> keys{"DecodeParms", "Filter", "Index", "Length",  "Prev",
                                                    "Size",        "Type",   "W",     "XRefStm", "DocChecksum"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// What a tool writes of itself when it saves; a date of creation only where there was none.
bool isToolsKey(std::string_view key, const Object& before) {
    return key == "ModDate" || key == "Producer" || ((key == "CreationDate" || key == "Creator") && !before.has(key));
}

void reviewInformation(const TwoViews& views, ChangeNotes& notes) {
    const Object &reference = views.trailerNow().at("Info"), &oldReference = views.trailerBefore().at("Info");
    const Object &before = views.before(oldReference), &now = views.now(reference);
    if (reference.isReference()) {
        const bool same = reference == oldReference;
        if (!same && views.existed(reference.target.number) && views.isChanged(reference.target.number))
            notes.deny(base::say("changes.replaced", {std::to_string(reference.target.number)}));
        notes.judge(reference.target.number);
    }
    if (now.hasDuplicates() && !(now == before)) notes.deny(base::say("changes.information", {"Info"}));
    std::set<std::string> keys;
    for (const auto key : before.keys()) keys.emplace(key);
    for (const auto key : now.keys()) keys.emplace(key);
    for (const auto& key : keys)
        if (!(before.at(key) == now.at(key)) && !isToolsKey(key, before))
            notes.doubt(base::say("changes.information", {key}));
}

void reviewTrailer(const TwoViews& views, ChangeNotes& notes) {
    const Object &before = views.trailerBefore(), &now = views.trailerNow();
    std::set<std::string> keys;
    for (const auto key : before.keys()) keys.emplace(key);
    for (const auto key : now.keys()) keys.emplace(key);
    for (const auto& key : keys) {
        if (isStorageKey(key) || key == "Root" || key == "Info" || before.at(key) == now.at(key)) continue;
        if (key != "ID") notes.doubt(base::say("changes.trailer", {key}));
    }
    reviewInformation(views, notes);
}

/// What another reader may see otherwise: an entry that leads to what was added later, an object that our strict
/// reading does not take.
void reviewReadings(const TwoViews& views, ChangeNotes& notes) {
    const pdfgen::Revisions& revisions = views.revisions();
    for (const int number : revisions.numbersAt(views.beforeRevision())) {
        if (revisions.pointsAhead(number, views.beforeRevision()))
            notes.deny(base::say("changes.points_ahead", {std::to_string(number)}));
        else if (revisions.hasUnreadable(number, revisions.last()))
            notes.doubt(base::say("changes.unreadable", {std::to_string(number)}));
    }
}

/// A key that stands twice: the first is ours, and may be another reader's last.
void reviewDuplicates(const TwoViews& views, ChangeNotes& notes) {
    for (const int number : views.listed()) {
        if (notes.isSignature(number) && !views.existed(number)) continue;
        const pdfgen::StoredObject* stored = views.isChanged(number) ? views.storedNow(number) : nullptr;
        if (stored == nullptr || !views.now(Reference{number, stored->generation}).hasDuplicates()) continue;
        const base::Message twice = base::say("changes.key_twice", {std::to_string(number)});
        views.existed(number) ? notes.deny(twice) : notes.doubt(twice);
    }
}

std::vector<std::string> namesIn(const Object& list) {
    std::vector<std::string> names;
    for (const Object& name : list.items)
        if (name.isString()) names.push_back(pdfgen::utf8OfText(name.text));
    return names;
}

void addLock(Permissions& permissions, const Object& parameters) {
    const std::vector<std::string> names = namesIn(parameters.at("Fields"));
    if (parameters.at("Action").isName("All")) permissions.lockAll = true;
    if (parameters.at("Action").isName("Include"))
        permissions.locked.insert(permissions.locked.end(), names.begin(), names.end());
    if (parameters.at("Action").isName("Exclude")) permissions.lockedExcept = names;
}

void addLevel(Permissions& permissions, const Object& level, int standard) {
    const auto stated = level.integer();
    const int value = stated && *stated >= 1 && *stated <= 3 ? static_cast<int>(*stated) : standard;
    if (value != 0) permissions.level = permissions.level == 0 ? value : std::min(permissions.level, value);
}

/// What one signature permits: its references' transforms, and its field's /Lock.
void addOf(Permissions& permissions, const FoundSignature& signature, const pdfgen::Revisions& revisions,
           std::size_t revision) {
    const Object& references = revisions.resolved(signature.value.at("Reference"), revision);
    for (const Object& item : references.items) {
        const Object& reference = revisions.resolved(item, revision);
        const Object& parameters = revisions.resolved(reference.at("TransformParams"), revision);
        if (reference.at("TransformMethod").isName("DocMDP")) {
            addLevel(permissions, parameters.at("P"), 2);
            permissions.isCertified = true;
        }
        if (reference.at("TransformMethod").isName("FieldMDP")) addLock(permissions, parameters);
    }
    const pdfgen::StoredObject* field = revisions.find(signature.fieldNumber, revision);
    if (field == nullptr) return;
    const Object& lock =
        revisions.resolved(revisions.value({field->number, field->generation}, revision).at("Lock"), revision);
    if (!lock.isDictionary()) return;
    addLock(permissions, lock);
    addLevel(permissions, lock.at("P"), 0);
}

}  // namespace

bool Permissions::locks(const std::string& field) const {
    const auto holds = [&](const std::vector<std::string>& names) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return field == name || field.starts_with(name + '.'); });
    };
    return lockAll || holds(locked) || (lockedExcept && !holds(*lockedExcept));
}

Permissions permissionsAt(const pdfgen::Revisions& revisions, const std::vector<FoundSignature>& signatures,
                          std::size_t revision) {
    Permissions permissions;
    for (const FoundSignature& signature : signatures)
        if (signature.begin < revisions.all()[revision].end) addOf(permissions, signature, revisions, revision);
    return permissions;
}

ChangeFinding changesBehind(const pdfgen::Revisions& revisions, std::size_t revision, const Permissions& permissions) {
    const bool isAmbiguous = std::any_of(revisions.all().begin(), revisions.all().end(),
                                         [](const pdfgen::Revision& one) { return one.isAmbiguous; });
    if (revision == revisions.last() && revisions.end() == revisions.file().size() && !isAmbiguous) return {};
    const TwoViews views(revisions, revision);
    ChangeNotes notes(views);
    if (isAmbiguous) notes.doubt(base::say("changes.ambiguous"));
    reviewReadings(views, notes);
    std::set<int> newWidgets;
    if (revisions.end() < revisions.file().size()) {
        if (revisions.tailHasObjects())
            notes.deny(base::say("changes.tail_objects"));
        else
            notes.doubt(base::say("changes.tail"));
    }
    for (std::size_t r = revision + 1; r <= revisions.last(); ++r)
        if (revisions.all()[r].isHybrid) notes.deny(base::say("changes.hybrid"));
    reviewTrailer(views, notes);
    reviewCatalog(views, notes);
    reviewForm(views, permissions, notes, newWidgets);
    reviewDuplicates(views, notes);
    reviewValidationData(views, notes);
    reviewPages(views, permissions, newWidgets, notes);
    reviewRest(views, notes);
    return notes.finding();
}

}  // namespace signing
