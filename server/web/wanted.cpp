#include "server/web/wanted.h"

#include <algorithm>

#include "server/web/page_text.h"

namespace web {
namespace {

using ctemplate::TemplateString;

constexpr std::string_view kStep = "__";

/// A name with its number; `text` outlives it.
TemplateString numbered(const std::string& text) {
    struct Numbered : TemplateString {
        explicit Numbered(const std::string& text) : TemplateString(text) { CacheGlobalId(); }
    };
    const Numbered made(text);
    const TemplateString& name = made;
    return name;
}

/// Takes the first step off the path.
std::string_view stepOf(std::string_view& path) {
    const std::string_view step = path.substr(0, path.find(kStep));
    path.remove_prefix(std::min(step.size() + kStep.size(), path.size()));
    return step;
}

WantedPlace& made(WantedPlace& root, std::string_view path) {
    WantedPlace* place = &root;
    while (!path.empty()) place = &place->members[std::string(stepOf(path))];
    return *place;
}

}  // namespace

const WantedPlace* WantedPlace::at(std::string_view path) const {
    if (path.empty() || path.ends_with(kStep)) return nullptr;  // else a form's field "user__" would stand for "user"
    const WantedPlace* place = this;
    while (!path.empty()) {
        const auto found = place->members.find(stepOf(path));
        if (found == place->members.end()) return nullptr;
        place = &found->second;
    }
    return place;
}

void Wanted::addNo(std::string_view path, const TemplateString& section) {
    WantedPlace* place = &root_;
    while (!path.empty()) {
        place->absences.push_back({std::string(path), section});
        place = &place->members[std::string(stepOf(path))];
    }
    place->no = section;
}

void Wanted::add(std::string_view written, bool isSection) {
    const std::string& text = *texts_.emplace(written).first;
    const TemplateString name = numbered(text);
    WantedPlace& place = made(root_, text);
    WantedPlace::Name& own = isSection ? place.section : place.value;
    if (own) return;
    own = name;
    if (!isSection) return;
    const auto behind = [&text](std::string_view word) {
        return text.starts_with(word) ? std::string_view(text).substr(word.size()) : std::string_view();
    };
    if (const auto path = behind("any_"); !path.empty()) made(root_, path).any = name;
    if (const auto path = behind("no_"); !path.empty()) addNo(path, name);
}

Wanted::Wanted(std::string_view page) {
    for (auto at = page.find("{{"); at != page.npos; at = page.find("{{")) {
        page.remove_prefix(at + 2);
        const bool isSection = page.starts_with('#');
        if (isSection) page.remove_prefix(1);
        const auto* const end = std::find_if_not(page.begin(), page.end(), isOfName);
        if (end != page.begin()) add({page.begin(), end}, isSection);
    }
}

}  // namespace web
