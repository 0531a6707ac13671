#include "pdfgen/revisions.h"

#include <algorithm>

#include "base/error.h"
#include "pdfgen/reader.h"
#include "pdfgen/stream_data.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

constexpr std::size_t kMostInflated = std::size_t{128} << 20;
constexpr std::size_t kMostValueOctets = std::size_t{8} << 20;
constexpr std::size_t kMostWork = std::size_t{512} << 20;
constexpr int kStartsTried = 8;
constexpr int kDeepestReference = 32;
const Object kNull{};

[[noreturn]] void unreadable(const char* fact) {
    throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged")).with("revisions", fact);
}

}  // namespace

Revisions::Revisions(base::ByteView file) : file_(file) {
    if (file.size() > kLargestPdf)
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.too_large", {std::to_string(kLargestPdf >> 20)}));
    if (file.substr(0, 1024).find("%PDF-") == file.npos)
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.not_pdf"));
    bool found = false;
    std::size_t before = file.size();
    for (int i = 0; i < kStartsTried && !found; ++i) {
        const auto start = lastStartXref(file.substr(0, before));
        if (!start) break;
        if (auto chain = readChain(file, *start)) revisions_ = std::move(*chain);
        found = !revisions_.empty();
        before = file.substr(0, before).rfind("startxref");
    }
    if (!found) unreadable("no chain of cross-references");
    for (std::size_t r = 0; r < revisions_.size(); ++r)
        for (const auto& [number, entry] : revisions_[r].entries) history_[number].push_back({r, entry});
    if (revisions_.back().trailer.has("Encrypt"))
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.encrypted"));
}

std::size_t Revisions::end() const {
    std::size_t at = revisions_.back().end;
    while (at < file_.size() && isSpace(file_[at])) ++at;
    return at;
}

bool Revisions::tailHasObjects() const {
    const base::ByteView tail = file_.substr(end());
    for (std::size_t at = tail.find("obj"); at != tail.npos; at = tail.find("obj", at + 3)) {
        std::size_t back = at;
        while (back > 0 && isSpace(tail[back - 1])) --back;
        if (back > 0 && tail[back - 1] >= '0' && tail[back - 1] <= '9') return true;
    }
    return tail.find("trailer") != tail.npos;
}

const Revisions::Listed* Revisions::listed(int number, std::size_t revision) const {
    const auto found = history_.find(number);
    if (found == history_.end()) return nullptr;
    const auto behind = std::upper_bound(found->second.begin(), found->second.end(), revision,
                                         [](std::size_t r, const Listed& at) { return r < at.revision; });
    return behind == found->second.begin() ? nullptr : &*(behind - 1);
}

void Revisions::spend(std::size_t work) const {
    work_ += work;
    if (work_ > kMostWork) throw base::Error(base::ErrorCode::unreadable, base::say("pdf.too_complex"));
}

const StoredObject* Revisions::find(int number, std::size_t revision) const {
    const Listed* at = listed(number, revision);
    if (at == nullptr || at->entry.kind == XrefEntry::Kind::free) return nullptr;
    const StoredObject* object = at->entry.kind == XrefEntry::Kind::plain ? plain(number, *at, revision)
                                                                          : compressed(number, at->entry, revision);
    spend(object == nullptr ? 64 : 64 + object->raw.size());
    return object;
}

const StoredObject* Revisions::find(Reference reference, std::size_t revision) const {
    const StoredObject* object = find(reference.number, revision);
    return object != nullptr && object->generation == reference.generation ? object : nullptr;
}

bool Revisions::pointsAhead(int number, std::size_t revision) const {
    const Listed* at = listed(number, last());
    if (at == nullptr || at->revision > revision || at->entry.kind != XrefEntry::Kind::plain) return false;
    if (plain(number, *at, last()) != nullptr) return false;
    const auto whole = readPlain(at->entry.where, file_, last());
    return whole->end != 0 && whole->number == number;
}

bool Revisions::hasUnreadable(int number, std::size_t revision) const {
    const Listed* at = listed(number, revision);
    return at != nullptr && at->entry.kind != XrefEntry::Kind::free && find(number, revision) == nullptr;
}

const Object& Revisions::value(Reference reference, std::size_t revision) const {
    const StoredObject* object = find(reference, revision);
    if (object == nullptr) return kNull;
    const auto known = values_.find(object->raw.data());
    if (known != values_.end()) return known->second;
    valueOctets_ += object->raw.size();
    if (valueOctets_ > kMostValueOctets) throw base::Error(base::ErrorCode::unreadable, base::say("pdf.too_complex"));
    std::size_t at = 0;
    auto parsed = parseObject(object->raw, at);
    return values_.emplace(object->raw.data(), parsed ? std::move(*parsed) : Object{}).first->second;
}

const Object& Revisions::resolved(const Object& object, std::size_t revision) const {
    const Object* at = &object;
    for (int i = 0; at->isReference(); ++i) {
        if (i >= kDeepestReference) return kNull;
        at = &value(at->target, revision);
    }
    return *at;
}

const StoredObject* Revisions::plain(int number, const Listed& at, std::size_t view) const {
    auto& stored = plain_[at.entry.where];
    if (!stored) stored = readPlain(at.entry.where, homeOf(at.entry.where), view);
    const bool fits = stored->number == number && stored->generation == at.entry.detail;
    return fits && stored->end != 0 && stored->end <= revisions_[at.revision].end ? stored.get() : nullptr;
}

base::ByteView Revisions::homeOf(std::size_t offset) const {
    const auto home = std::find_if(revisions_.begin(), revisions_.end(),
                                   [&](const Revision& revision) { return offset < revision.end; });
    return file_.substr(0, home == revisions_.end() ? 0 : home->end);
}

/// What stands at an offset of `bytes`; its `end` is 0 where that is no object.
std::unique_ptr<StoredObject> Revisions::readPlain(std::size_t where, base::ByteView bytes, std::size_t view) const {
    auto object = std::make_unique<StoredObject>();
    while (where < bytes.size() && isSpace(bytes[where])) ++where;  // some writers point before a line end
    std::size_t position = object->begin = where;
    const auto header = position < bytes.size() ? readObjectHeader(bytes, position) : std::nullopt;
    position = object->valueBegin = skipSpace(bytes, position);
    const auto valueEnd = header ? skipObject(bytes, position) : std::nullopt;
    if (!valueEnd) return object;
    object->number = header->first;
    object->generation = header->second;
    object->raw = bytes.substr(position, *valueEnd - position);
    position = *valueEnd;
    if (const auto end = behindEndobj(bytes, position))
        object->end = *end;
    else
        setStream(*object, bytes, position, view);
    return object;
}

void Revisions::setStream(StoredObject& object, base::ByteView bytes, std::size_t position, std::size_t view) const {
    std::size_t from = 0;
    const auto dictionary = parseObject(object.raw, from);
    const auto length = dictionary && dictionary->isDictionary() ? streamLength(*dictionary, view) : std::nullopt;
    const auto data = length ? streamData(bytes, position, *length) : std::nullopt;
    const auto end = data ? behindEndobj(bytes, position) : std::nullopt;
    if (!end) return;
    object.isStream = true;
    object.data = *data;
    object.end = *end;
}

std::optional<std::size_t> Revisions::streamLength(const Object& dictionary, std::size_t view) const {
    const Object& length = dictionary.at("Length");
    if (!length.isReference()) {
        const auto direct = length.integer();
        return direct && *direct >= 0 ? std::optional(static_cast<std::size_t>(*direct)) : std::nullopt;
    }
    if (nesting_ > 4) return {};  // a length in a stream whose length is in a stream …
    ++nesting_;
    const auto indirect = value(length.target, view).integer();
    --nesting_;
    return indirect && *indirect >= 0 ? std::optional(static_cast<std::size_t>(*indirect)) : std::nullopt;
}

const StoredObject* Revisions::compressed(int number, const XrefEntry& entry, std::size_t view) const {
    if (entry.where > std::size_t{1} << 30 || nesting_ > 4) return nullptr;
    const Listed* at = listed(static_cast<int>(entry.where), view);
    if (at == nullptr || at->entry.kind != XrefEntry::Kind::plain) return nullptr;  // never a stream inside a stream
    ++nesting_;
    const StoredObject* stream = plain(static_cast<int>(entry.where), *at, view);
    --nesting_;
    if (stream == nullptr || !stream->isStream) return nullptr;
    auto& stored = compressed_[{stream->begin, number}];
    if (stored) return stored.get();
    const Container* inside = container(*stream);
    const auto index = static_cast<std::size_t>(entry.detail);
    if (inside == nullptr || index >= inside->index.size() || inside->index[index].first != number) return nullptr;
    const std::size_t from = skipSpace(inside->data, inside->first + inside->index[index].second);
    const auto end = skipObject(inside->data, from);
    if (!end) return nullptr;
    stored = std::make_unique<StoredObject>();
    stored->number = number;
    stored->begin = stream->begin;
    stored->end = stream->end;
    stored->isCompressed = true;
    stored->raw = base::ByteView(inside->data).substr(from, *end - from);
    return stored.get();
}

const Revisions::Container* Revisions::container(const StoredObject& stream) const {
    const auto [place, isNew] = containers_.try_emplace(stream.begin);
    if (!isNew) return place->second.get();
    std::size_t at = 0;
    const auto dictionary = parseObject(stream.raw, at);
    if (!dictionary || !dictionary->at("Type").isName("ObjStm")) return nullptr;
    auto data = decodedStream(*dictionary, stream.data, kMostInflated - inflatedOctets_);
    const auto count = dictionary->at("N").integer(), first = dictionary->at("First").integer();
    if (!data || !count || !first || *first < 0 || *count < 0) return nullptr;
    inflatedOctets_ += data->size();
    Container found{std::move(*data), {}, static_cast<std::size_t>(*first)};
    at = 0;
    for (std::int64_t i = 0; i < *count; ++i) {
        at = skipSpace(found.data, at);
        const auto number = readInteger(found.data, at);
        at = skipSpace(found.data, at);
        const auto offset = number ? readInteger(found.data, at) : std::nullopt;
        if (!offset || *number > std::size_t{1} << 30 || *offset > found.data.size()) return nullptr;
        found.index.emplace_back(static_cast<int>(*number), *offset);
    }
    containers_[stream.begin] = std::make_unique<Container>(std::move(found));
    return containers_[stream.begin].get();
}

std::set<int> Revisions::changedBehind(std::size_t revision) const {
    std::set<int> changed;
    for (std::size_t r = revision + 1; r < revisions_.size(); ++r)
        for (const auto& [number, entry] : revisions_[r].entries) changed.insert(number);
    std::set<int> inside;
    for (const auto& [number, places] : history_) {
        const Listed* at = listed(number, last());
        if (at != nullptr && at->entry.kind == XrefEntry::Kind::compressed &&
            changed.contains(static_cast<int>(at->entry.where)))
            inside.insert(number);
    }
    changed.merge(inside);
    return changed;
}

std::set<int> Revisions::numbersAt(std::size_t revision) const {
    std::set<int> numbers;
    for (const auto& [number, places] : history_) {
        const Listed* at = listed(number, revision);
        if (at != nullptr && at->entry.kind != XrefEntry::Kind::free) numbers.insert(number);
    }
    return numbers;
}

}  // namespace pdfgen
