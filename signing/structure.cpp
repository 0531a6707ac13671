#include "signing/structure.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/error.h"
#include "pdfgen/text_string.h"

namespace signing {
namespace {

using pdfgen::Object;
using pdfgen::Reference;
using pdfgen::Revisions;

constexpr int kDeepestField = 32;
constexpr std::size_t kMostSignatures = 1000;

base::Error tooMany() { return {base::ErrorCode::unreadable, base::say("pdf.too_complex")}; }

/// A dictionary that begins at `begin` of the file, no further than its revision reaches.
void setDictionary(FoundSignature& signature, const Revisions& revisions, std::size_t begin) {
    signature.begin = begin;
    auto raw = pdfgen::readDictionary(revisions.file(), begin);
    std::size_t at = begin;
    auto value = pdfgen::parseObject(revisions.file(), at);
    if (raw) signature.raw = std::move(*raw);
    if (value && value->isDictionary()) signature.value = std::move(*value);
}

class FieldWalk {
public:
    FieldWalk(const Revisions& revisions, std::vector<FoundSignature>& found) : revisions_(revisions), found_(found) {}

    void visit(const Object& reference, const std::string& parentName, bool parentIsSignature, int depth) {
        if (!reference.isReference() || !seen_.insert(reference.target).second) return;
        if (depth > kDeepestField) throw tooMany();
        const Object& field = revisions_.value(reference.target, revisions_.last());
        if (!field.isDictionary()) return;
        const Object& own = revisions_.resolved(field.at("T"), revisions_.last());
        std::string name = parentName;
        if (own.isString()) name += (name.empty() ? "" : ".") + pdfgen::utf8OfText(own.text);
        const Object& type = revisions_.resolved(field.at("FT"), revisions_.last());
        const bool isSignature = type.isNull() ? parentIsSignature : type.isName("Sig");
        if (isSignature && field.has("V")) add(reference.target, field, name);
        const Object& kids = revisions_.resolved(field.at("Kids"), revisions_.last());
        if (kids.isArray())
            for (const Object& kid : kids.items) visit(kid, name, isSignature, depth + 1);
    }

private:
    void add(Reference holder, const Object& field, const std::string& name) {
        FoundSignature signature;
        signature.field = name;
        signature.fieldNumber = holder.number;
        const Object* value = &field.at("V");
        while (value->isReference() && revisions_.value(value->target, revisions_.last()).isReference())
            value = &revisions_.value(value->target, revisions_.last());
        signature.isDirect = !value->isReference();
        const pdfgen::StoredObject* stored =
            revisions_.find(signature.isDirect ? holder : value->target, revisions_.last());
        if (stored != nullptr) place(signature, *stored);
        if (found_.size() >= kMostSignatures) throw tooMany();
        found_.push_back(std::move(signature));
    }

    void place(FoundSignature& signature, const pdfgen::StoredObject& stored) {
        signature.number = stored.number;
        signature.isCompressed = stored.isCompressed;
        if (stored.isCompressed || stored.isStream) return;
        std::size_t begin = stored.valueBegin;
        if (signature.isDirect) {
            const auto holder = pdfgen::readDictionary(revisions_.file(), begin);
            const auto* entry = holder ? holder->find("V") : nullptr;
            if (entry == nullptr) return;
            begin = entry->offset;
        }
        setDictionary(signature, revisions_, begin);
    }

    const Revisions& revisions_;
    std::vector<FoundSignature>& found_;
    std::set<Reference> seen_{};
};

std::vector<std::size_t> placesOf(base::ByteView file, std::string_view word) {
    std::vector<std::size_t> places;
    for (std::size_t at = file.find(word); at != file.npos && places.size() < 4 * kMostSignatures;
         at = file.find(word, at + 1))
        places.push_back(at);
    return places;
}

/// Numbers of usage-rights signatures: they come from the producer of the form, not from a signatory.
std::set<int> usageRights(const Revisions& revisions) {
    std::set<int> numbers;
    for (std::size_t r = 0; r <= revisions.last(); ++r) {
        const Object& root = revisions.resolved(revisions.all()[r].trailer.at("Root"), r);
        const Object& permissions = revisions.resolved(root.at("Perms"), r);
        for (const char* key : {"UR", "UR3"})
            if (permissions.at(key).isReference()) numbers.insert(permissions.at(key).target.number);
    }
    return numbers;
}

/// Where plain objects begin: offset → number and revision.
std::map<std::size_t, std::pair<int, std::size_t>> plainObjects(const Revisions& revisions) {
    std::map<std::size_t, std::pair<int, std::size_t>> places;
    for (std::size_t r = 0; r <= revisions.last(); ++r)
        for (const auto& [number, entry] : revisions.all()[r].entries)
            if (entry.kind == pdfgen::XrefEntry::Kind::plain) places[entry.where] = {number, r};
    return places;
}

/// Signature dictionaries that no field of the last revision reaches: somebody may have taken them away.
void addOrphans(const Revisions& revisions, std::vector<FoundSignature>& found) {
    std::vector<std::size_t> places = placesOf(revisions.file(), "/ByteRange");
    std::erase_if(places, [&](std::size_t place) {
        return std::any_of(found.begin(), found.end(), [&](const FoundSignature& signature) {
            return place > signature.raw.begin && place < signature.raw.end;
        });
    });
    if (places.empty()) return;
    std::set<int> known = usageRights(revisions);
    for (const FoundSignature& signature : found) known.insert(signature.number);
    const auto objects = plainObjects(revisions);
    for (const std::size_t place : places) {
        auto holder = objects.upper_bound(place);
        if (holder == objects.begin()) continue;
        --holder;
        const auto [number, revision] = holder->second;
        const pdfgen::StoredObject* stored = known.contains(number) ? nullptr : revisions.find(number, revision);
        if (stored == nullptr || stored->isStream || place >= stored->end || stored->isCompressed) continue;
        FoundSignature signature;
        signature.number = number;
        setDictionary(signature, revisions, stored->valueBegin);
        if (!signature.raw.find("ByteRange") || !signature.raw.find("Contents")) continue;
        known.insert(number);
        if (found.size() >= kMostSignatures) throw tooMany();
        found.push_back(std::move(signature));
    }
}

/// The four numbers of /ByteRange as they stand in the dictionary, or nothing.
std::optional<std::array<std::size_t, 4>> rangeOf(const Object& dictionary) {
    const Object& range = dictionary.at("ByteRange");
    if (!range.isArray() || range.items.size() != 4) return {};
    std::array<std::size_t, 4> numbers{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto number = range.items[i].integer();
        if (!number || *number < 0) return {};
        numbers[i] = static_cast<std::size_t>(*number);
    }
    return numbers;
}

/// Whether two readers may see two signatures in it.
bool isTwofold(const pdfgen::RawDictionary& dictionary) {
    constexpr std::array<std::string_view, 6> keys{"ByteRange", "Contents", "Filter", "Reference", "SubFilter", "Cert"};
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) {
        return std::count_if(dictionary.entries.begin(), dictionary.entries.end(),
                             [&](const pdfgen::RawEntry& entry) { return entry.key == key; }) > 1;
    });
}

/// The order in which they were made: each covers what was there before. Equal ones stay as they are.
void sortByEnd(std::vector<FoundSignature>& found) {
    std::multimap<std::size_t, FoundSignature> ordered;
    for (FoundSignature& signature : found) {
        const auto range = rangeOf(signature.value);
        ordered.emplace(range ? (*range)[2] + (*range)[3] : 0, std::move(signature));
    }
    found.clear();
    for (auto& [end, signature] : ordered) found.push_back(std::move(signature));
}

bool isBlank(base::ByteView bytes) { return std::all_of(bytes.begin(), bytes.end(), pdfgen::isSpace); }

/// The revision whose "%%EOF" and white space reach exactly to `end`.
std::optional<std::size_t> revisionEndingAt(const Revisions& revisions, std::size_t end) {
    for (std::size_t r = 0; r <= revisions.last(); ++r) {
        const std::size_t eof = revisions.all()[r].end;
        const bool behind = end >= eof && (r == revisions.last() || end <= revisions.all()[r + 1].end);
        if (behind && isBlank(revisions.file().substr(eof, end - eof))) return r;
    }
    return {};
}

}  // namespace

std::vector<FoundSignature> findSignatures(const Revisions& revisions) {
    std::vector<FoundSignature> found;
    const std::size_t last = revisions.last();
    const Object& root = revisions.resolved(revisions.all()[last].trailer.at("Root"), last);
    const Object& form = revisions.resolved(root.at("AcroForm"), last);
    const Object& fields = revisions.resolved(form.at("Fields"), last);
    FieldWalk walk(revisions, found);
    if (fields.isArray())
        for (const Object& field : fields.items) walk.visit(field, "", false, 0);
    sortByEnd(found);
    addOrphans(revisions, found);
    return found;
}

Cover coverOf(const FoundSignature& signature, const Revisions& revisions) {
    Cover cover;
    const base::ByteView file = revisions.file();
    const auto* contents = signature.raw.find("Contents");
    const auto range = rangeOf(signature.value);
    const Object& hex = signature.value.at("Contents");
    if (signature.isCompressed || !range) {
        cover.fault = base::say("verify.no_byte_range");
        return cover;
    }
    const bool isEmpty = hex.text.find_first_not_of('\0') == hex.text.npos;
    if (contents == nullptr || !contents->value.starts_with('<') || !hex.isString() || isEmpty) {
        cover.fault = base::say("verify.no_contents");
        return cover;
    }
    const auto [first, firstLength, second, secondLength] = *range;
    if (first != 0 || firstLength > second || second > file.size() || secondLength > file.size() - second) {
        cover.fault = base::say("verify.range_outside");
        return cover;
    }
    cover.parts = {file.substr(0, firstLength), file.substr(second, secondLength)};
    cover.contents = hex.text;
    cover.end = second + secondLength;
    const bool isOneToken = contents->value.find_first_of(" \t\r\n\f\0", 0, 6) == base::ByteView::npos;
    cover.gapFits = firstLength == contents->offset && second == contents->offset + contents->value.size() &&
                    isOneToken && !isTwofold(signature.raw);
    cover.revision = revisionEndingAt(revisions, cover.end);
    cover.isWholeFile = cover.end == file.size() && cover.revision == revisions.last();
    return cover;
}

}  // namespace signing
