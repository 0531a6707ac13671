#include "server/workflow/own_templates.h"

#include <algorithm>

#include "templates/inventory.h"
#include "templates/template.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kLongestName = 64;

bool isShipped(std::string_view name) { return !templates::shippedTemplate(name).empty(); }

/// Documents' files begin with it.
bool isName(std::string_view name) {
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= kLongestName && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), isPlain);
}

templates::Template read(std::string_view xml, std::string_view name) {
    return templates::readTemplate(xml, std::string(name) + ".xml");
}

}  // namespace

std::vector<ListedTemplate> OwnTemplates::list() {
    std::vector<ListedTemplate> all;
    for (const std::string& name : templates::shippedTemplateNames()) all.push_back({name, true, std::nullopt});
    for (const StoredTemplate& own : rows_.ownTemplates())
        if (!isShipped(own.name)) all.push_back({own.name, false, own.changedAt});
    std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) { return left.name < right.name; });
    return all;
}

std::string OwnTemplates::xml(std::string_view name) {
    if (isShipped(name)) return std::string(templates::shippedTemplate(name));
    auto own = rows_.ownTemplate(name);
    if (!own) throw Error(ErrorCode::notFound, say("template.unknown"));
    return std::move(own->xml);
}

std::vector<NamedTemplate> OwnTemplates::named(const std::vector<std::string>& names) {
    std::vector<NamedTemplate> all;
    all.reserve(names.size());
    for (const std::string& name : names) all.push_back({read(xml(name), name), name});
    return all;
}

std::string OwnTemplates::fields(std::string_view name) { return templates::jsonSchema(read(xml(name), name)); }

void OwnTemplates::check(std::string_view xml) { read(xml, "template"); }

OwnTemplates::Saved OwnTemplates::save(const domain::Actor& actor, const std::string& name, std::string_view xml,
                                       const Expected& expected) {
    if (isShipped(name)) throw Error(ErrorCode::conflict, say("template.shipped"));
    if (!isName(name)) throw Error(ErrorCode::data, say("template.bad_name", {std::to_string(kLongestName)}));
    read(xml, name);
    Saved saved = Saved::added;
    rows_.transaction([&] {
        if (const auto before = rows_.ownTemplate(name)) {
            expect(expected, before->xml);
            saved = Saved::changed;
        }
        rows_.saveTemplate({name, std::string(xml), now_()});
        audit_.record(actor, {saved == Saved::added ? "template.add" : "template.change", "template", name, ""});
    });
    return saved;
}

void OwnTemplates::remove(const domain::Actor& actor, const std::string& name, const Expected& expected) {
    if (isShipped(name)) throw Error(ErrorCode::conflict, say("template.shipped"));
    rows_.transaction([&] {
        expect(expected, xml(name));
        rows_.removeTemplate(name);
        audit_.record(actor, {"template.remove", "template", name, ""});
    });
}

}  // namespace workflow
