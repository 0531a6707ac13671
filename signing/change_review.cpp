#include "signing/change_review.h"

#include <algorithm>

namespace signing {

using pdfgen::Object;
using pdfgen::Reference;
using pdfgen::StoredObject;

namespace {

constexpr std::size_t kMostNotes = 50;

bool isSame(const StoredObject& a, const StoredObject& b) {
    if (&a == &b) return true;
    if (a.generation != b.generation || a.isStream != b.isStream || a.data != b.data) return false;
    if (a.raw == b.raw) return true;
    std::size_t atA = 0, atB = 0;
    const auto valueA = pdfgen::parseObject(a.raw, atA), valueB = pdfgen::parseObject(b.raw, atB);
    return valueA && valueB && *valueA == *valueB;
}

void collect(const Object& value, std::vector<Reference>& found) {
    if (value.isReference()) found.push_back(value.target);
    for (const Object& item : value.items) collect(item, found);
}

}  // namespace

bool TwoViews::existed(int number) const { return storedBefore(number) != nullptr; }

bool TwoViews::isChanged(int number) const {
    if (!listed_.contains(number)) return false;
    const auto known = known_.find(number);
    if (known != known_.end()) return known->second;
    const StoredObject* old = storedBefore(number);
    const StoredObject* current = storedNow(number);
    const bool damaged = revisions_.hasUnreadable(number, revisions_.last());
    const bool same = old == nullptr || current == nullptr ? old == current : isSame(*old, *current);
    return known_[number] = damaged || !same;
}

bool ChangeNotes::isExplained(int number, std::string_view key) const {
    const auto found = explained_.find(number);
    return found != explained_.end() && found->second.contains(key);
}

void ChangeNotes::note(std::vector<base::Message>& list, base::Message message) {
    if (list.size() < kMostNotes && std::find(list.begin(), list.end(), message) == list.end())
        list.push_back(std::move(message));
}

void ChangeNotes::claim(const Object& value, const std::set<int>& rewritable) {
    std::vector<Reference> open;
    collect(value, open);
    while (!open.empty()) {
        const int number = open.back().number;
        open.pop_back();
        if (isJudged(number) || !claimed_.insert(number).second) continue;
        const StoredObject* stored = views_.storedNow(number);
        if (stored == nullptr) continue;
        if (views_.isChanged(number) && views_.existed(number) && !rewritable.contains(number))
            deny(base::say("changes.replaced", {std::to_string(number)}));
        const auto further = pdfgen::referencesIn(stored->raw);
        open.insert(open.end(), further.begin(), further.end());
    }
}

ChangeFinding ChangeNotes::finding() const {
    ChangeFinding finding;
    finding.changes = !disallowed_.empty() ? Changes::disallowed
                      : !unknown_.empty()  ? Changes::unknown
                                           : Changes::allowed;
    finding.list = disallowed_;
    finding.list.insert(finding.list.end(), unknown_.begin(), unknown_.end());
    finding.list.insert(finding.list.end(), allowed_.begin(), allowed_.end());
    return finding;
}

std::vector<Reference> referencesOf(const Object& array) {
    if (array.isReference()) return {array.target};
    std::vector<Reference> found;
    if (array.isArray())
        for (const Object& item : array.items)
            if (item.isReference()) found.push_back(item.target);
    return found;
}

}  // namespace signing
