#include "server/web/desk.h"

#include <Poco/Base64Decoder.h>
#include <Poco/StreamCopier.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "server/http/answers.h"
#include "server/web/page_data.h"
#include "server/web/page_text.h"

namespace web {
namespace {

using base::say;
using templates::Value;

/// The member of a map, or a list's item by its number; null where there is none.
Value* stepInto(Value& tree, std::string_view step) {
    if (auto* list = tree.list()) {
        std::size_t place = 0;
        const auto [end, failed] = std::from_chars(step.data(), step.data() + step.size(), place);
        if (failed != std::errc() || end != step.data() + step.size() || place >= list->size()) return nullptr;
        return &(*list)[place];
    }
    if (tree.isNull()) tree = Value::Map{};
    return tree.map() == nullptr ? nullptr : &(*tree.map())[std::string(step)];
}

std::string firstText(const Value& tree, std::initializer_list<const char*> paths) {
    for (const char* path : paths)
        if (std::string text = textAt(tree, path); !text.empty()) return text;
    return {};
}

}  // namespace

void putText(Value& tree, std::string_view path, const std::string& text) {
    const auto dot = path.find('.');
    const std::string_view step = path.substr(0, dot);
    if (text.empty() && tree.list() == nullptr && tree.find(step) == nullptr) return;
    Value* member = stepInto(tree, step);
    if (member == nullptr) return;
    if (dot != std::string_view::npos)
        putText(*member, path.substr(dot + 1), text);
    else
        *member = text.empty() ? Value() : Value(text);
    if (tree.map() != nullptr && templates::isMissing(member)) tree.map()->erase(std::string(step));
}

Value words(const base::Message& message) { return glued(base::text(message)); }

std::string meetingTarget(const Visit& visit, std::string_view rest) {
    return "/meetings/" + http::segmentOf(visit.captured(0)) + std::string(rest);
}

std::string meetingPath(const Visit& visit, std::string_view rest) {
    return pagePath({"spotkania", visit.captured(0)}) + std::string(rest);
}

std::string documentPath(std::string_view id, std::string_view rest) {
    return pagePath({"dokumenty", id}) + std::string(rest);
}

std::string pageTarget(std::string_view place, std::string_view id) { return std::string(place) + http::segmentOf(id); }

std::string targetInDocument(const Visit& visit, std::string_view place) {
    std::string target = pageTarget(place, visit.captured(1));
    if (textAt(visit.get(target), "document_id") != visit.captured(0)) throw Refused{404};
    return target;
}

std::string stateTone(std::string_view state) {
    if (state == "signed" || state == "archived") return "good";
    if (state == "declined" || state == "sealing-failed") return "bad";
    return state == "partly-signed" || state == "expired" ? "warn" : "";
}

Value dressedDocument(Value document) {
    std::string name = base::text(kindWords(textAt(document, "kind"), say("desk.kind_other")));
    const auto& signers = listAt(document, "signers");
    const auto isPartner = [](const Value& one) { return textAt(one, "field") != kLeaderField; };
    const auto partner = std::find_if(signers.begin(), signers.end(), isPartner);
    if (textAt(document, "kind") == "declaration" && partner != signers.end()) name += ": " + textAt(*partner, "party");
    document.set("name", std::move(name));
    document.set("tone", stateTone(textAt(document, "state")));
    return document;
}

http::Response again(const Visit& visit, const Answer& answer, const std::string& page, Value::Map data) {
    if (answer.status == 401) throw Refused{answer.status, answer.body};
    const Value tag = data["if_match"];
    addProblem(data, answer.body, visit.form());
    if (answer.status == 412) data["if_match"] = tag;  // what was typed may be saved over the other's change
    return visit.page(page, std::move(data), answer.status);
}

Answer withPlaces(Answer answer) {
    Value::List errors = listAt(answer.body, "errors");
    for (Value& one : errors) {
        const std::string place = textAt(one, "pointer");
        if (!place.empty()) one.set("detail", place + ": " + textAt(one, "detail"));
        one.map()->erase("pointer");
    }
    if (!errors.empty()) answer.body.set("errors", std::move(errors));
    return answer;
}

Answer withPlacesBelow(Answer answer, const std::string& name) {
    Value::List errors = listAt(answer.body, "errors");
    const std::string above = '/' + name;
    for (Value& one : errors)
        if (const std::string place = textAt(one, "pointer"); !place.empty()) one.set("pointer", above + place);
    if (!errors.empty()) answer.body.set("errors", std::move(errors));
    return answer;
}

std::string meetingName(const Value& meeting) { return firstText(meeting, {"meeting.title", "team.name", "id"}); }

std::string townOf(const Value& meeting) {
    const std::string id = textAt(meeting, "meeting.venue.locality_ref");
    for (const Value& one : listAt(meeting, "localities"))
        if (textAt(one, "id") == id) return textAt(one, "name");
    return {};
}

bool trustsNobody(const Visit& visit) {
    const Value health = visit.health();
    return std::ranges::any_of(listAt(health, "checks"), [](const Value& one) {
        return textAt(one, "name") == "trust" && textAt(one, "condition") != "good";
    });
}

std::string shortName(const Value& summary) { return firstText(summary, {"title", "team", "id"}); }

std::optional<std::string> fromBase64(std::string_view text) {
    std::istringstream in{std::string(text)};
    Poco::Base64Decoder decoder(in);
    std::string octets;
    Poco::StreamCopier::copyToString(decoder, octets);
    return decoder.bad() ? std::nullopt : std::optional(std::move(octets));
}

}  // namespace web
