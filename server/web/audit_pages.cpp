#include <iterator>
#include <map>

#include "base/message.h"
#include "server/http/answers.h"
#include "server/web/code_words.h"
#include "server/web/page.h"

namespace web {
namespace {

using base::say;
using http::Response;
using http::segmentOf;
using templates::Value;
using Names = std::map<std::string, std::string>;

/// What entries can be about, in the order of the choice.
constexpr const char* kThings[] = {"document", "signer", "upload",   "meeting", "record",
                                   "user",     "token",  "template", "office",  "job"};

/// Accounts by id, for those who may list them.
Names accountNames(const Visit& visit) {
    Names names;
    const Value users = visit.find("/users?limit=200");
    for (const Value& user : listAt(users, "data")) names[textAt(user, "id")] = textAt(user, "name");
    return names;
}

std::string nameOf(const Names& names, const std::string& id) {
    const auto found = names.find(id);
    return found == names.end() ? id : found->second;
}

/// The trail knows accounts by their ids; an account's name stands for its id.
std::string idOf(const Names& names, const std::string& words) {
    for (const auto& [id, name] : names)
        if (name == words) return id;
    return words;
}

std::string who(const Value& event, const Names& names) {
    const std::string kind = textAt(event, "actor.kind");
    const std::string id = textAt(event, "actor.id");
    if (kind == "user") return base::text(say("keep.actor_user", {nameOf(names, id)}));
    if (kind == "token") return base::text(say("keep.actor_token", {id}));
    if (kind == "link") return base::text(say("keep.actor_link"));
    return base::text(kind == "system" ? say("keep.actor_system") : say("keep.actor_nobody"));
}

/// The page of what the entry is about; empty where it has none, or where the visitor may not list accounts.
std::string pageOfThing(const std::string& kind, const std::string& id, const Names& names) {
    static const std::map<std::string, std::string> pages{
        {"document", "dokumenty"}, {"meeting", "spotkania"}, {"record", "archiwum"}, {"user", "konta"}};
    const auto found = pages.find(kind);
    const bool isClosed = kind == "user" && names.empty();
    return found == pages.end() || id.empty() || isClosed ? std::string() : pagePath({found->second, id});
}

/// A hash by its beginning; anything else as it is.
std::string shortened(const std::string& detail) {
    constexpr std::size_t octets = 32;
    constexpr std::size_t shown = 12;
    const bool isHash = detail.size() == 2 * octets && detail.find_first_not_of("0123456789abcdef") == detail.npos;
    return isHash ? detail.substr(0, shown) + "…" : detail;
}

Value described(Value event, const Names& names) {
    const std::string kind = textAt(event, "subject.kind");
    const std::string id = textAt(event, "subject.id");
    event.set("who", who(event, names));
    event.set("did", didText(textAt(event, "action")));
    event.set("thing", thingText(kind));
    event.set("detail", shortened(textAt(event, "detail")));
    if (kind != id) event.set("thing_name", kind == "user" ? nameOf(names, id) : id);  // there is one office
    event.set("thing_page", pageOfThing(kind, id, names));
    return event;
}

Value::List choices(const std::string& chosen) {
    Value::List all;
    for (const char* thing : kThings)
        all.emplace_back(Value::Map{{"code", thing}, {"text", thingText(thing)}, {"chosen", chosen == thing}});
    return all;
}

Response list(const Visit& visit) {
    const Names names = accountNames(visit);
    const std::string words = visit.query("q");
    const std::string thing = visit.query("czego");
    const std::string before = visit.query("przed");
    const std::string filter = "q=" + segmentOf(words) + "&czego=" + segmentOf(thing);
    std::string target = "/audit?newest=true&limit=50&q=" + segmentOf(idOf(names, words) + ' ' + thing);
    if (!before.empty()) target += "&after=" + segmentOf(before);
    const Value page = visit.get(target);
    Value::List events;
    for (const Value& event : listAt(page, "data")) events.push_back(described(event, names));
    Value::Map data{{"title", base::text(say("keep.audit"))}, {"q", words}, {"things", choices(thing)}};
    data["events"] = std::move(events);
    data["filtered"] = !words.empty() || !thing.empty() || !before.empty();
    data["later"] = !before.empty();
    data["newest_page"] = "/dziennik?" + filter;
    if (const std::string next = textAt(page, "pagination.next"); !next.empty())
        data["older_page"] = "/dziennik?" + filter + "&przed=" + segmentOf(next);
    return visit.page("audit", std::move(data));
}

Response check(const Visit& visit) {
    Value result = visit.get("/audit/check");
    Value::List faults;
    for (Value one : listAt(result, "faults")) {
        const bool isMissing = textAt(one, "kind") == "missing";
        one.set("text", base::text(isMissing ? say("keep.audit_fault_missing") : say("keep.audit_fault_altered")));
        faults.push_back(std::move(one));
    }
    Value::Map data{{"title", base::text(say("keep.audit_check_title"))}, {"faults", std::move(faults)}};
    data["check"] = std::move(result);
    return visit.page("audit_check", std::move(data));
}

}  // namespace

std::vector<Page> auditPages() {
    return {
        {"GET", "/dziennik", list},
        {"GET", "/dziennik/sprawdzenie", check},
    };
}

}  // namespace web
