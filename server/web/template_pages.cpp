#include <algorithm>

#include "base/message.h"
#include "server/http/answers.h"
#include "server/web/code_words.h"
#include "server/web/done.h"
#include "server/web/page.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using http::segmentOf;
using templates::Value;

constexpr const char* kList = "/ustawienia/wzory";
constexpr const char* kXml = "application/xml";

std::string targetOf(const std::string& name) { return "/templates/" + segmentOf(name); }

/// A fault of one field, in its words.
Value::Map faulty(const std::string& text, const std::string& field) {
    return {{"problem", Value::Map{{"detail", text}}}, {"fault_" + field, text}};
}

Response listed(const Visit& visit, Value::Map data, int status) {
    data["title"] = base::text(say("keep.templates"));
    Value::List templates = visit.all("/templates");
    for (Value& one : templates) one.set("own", !isTrueAt(one, "shipped"));
    data["templates"] = std::move(templates);
    return visit.page("templates", std::move(data), status);
}

Response list(const Visit& visit) { return listed(visit, {}, 200); }

/// The leaves of a JSON Schema's properties: "partner.address", "participants[].name".
void addFields(const Value& schema, const std::string& path, bool isWanted, Value::List& fields) {
    if (const Value* items = schema.find("items")) return addFields(*items, path + "[]", isWanted, fields);
    const Value* properties = schema.find("properties");
    if (properties == nullptr || properties->map() == nullptr) {
        if (!path.empty()) fields.emplace_back(Value::Map{{"path", path}, {"wanted", isWanted}});
        return;
    }
    const Value::List& wanted = listAt(schema, "required");
    const std::string before = path.empty() ? path : path + '.';
    for (const auto& [name, property] : *properties->map()) {
        const bool isNamed = std::find(wanted.begin(), wanted.end(), Value(name)) != wanted.end();
        addFields(property, before + name, isWanted && isNamed, fields);
    }
}

Response shown(const Visit& visit, Value::Map data, int status) {
    const std::string& name = visit.captured(0);
    const Value::List all = visit.all("/templates");
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Value& one) { return textAt(one, "name") == name; });
    const Response file = visit.file(targetOf(name));
    data["title"] = name;
    data["template_name"] = name;
    data["own"] = found != all.end() && !isTrueAt(*found, "shipped");
    data["if_match"] = http::field(file.fields, "etag").value_or("");
    Value::List fields;
    addFields(visit.find(targetOf(name) + "/fields"), "", true, fields);
    data["fields"] = std::move(fields);
    return visit.page("template", std::move(data), status);
}

Response show(const Visit& visit) { return shown(visit, {}, 200); }

/// Reads the chosen file and keeps nothing.
Response check(const Visit& visit, const http::Part& file) {
    const Answer answer = visit.sendRaw("POST", "/templates/check", kXml, file.content);
    Value::Map data;
    if (answer.status == 401) throw Refused{answer.status, answer.body};
    if (answer.isGood())
        data["done"] = base::text(say("keep.template_good", {file.fileName}));
    else
        addProblem(data, answer.body, visit.form());
    data["name"] = visit.form().text("name");
    return listed(visit, std::move(data), answer.isGood() ? 200 : answer.status);
}

Response add(const Visit& visit) {
    const auto file = visit.form().file("file");
    const std::string name = visit.form().text("name");
    const auto again = [&name](const Visit& same, Value::Map data, int status) {
        data["name"] = name;
        return listed(same, std::move(data), status);
    };
    if (!file) return again(visit, faulty(base::text(say("keep.template_no_file")), "file"), 422);
    if (visit.form().text("do") == "check") return check(visit, *file);
    if (name.empty()) return again(visit, faulty(base::text(say("keep.template_no_name")), "name"), 422);
    const Answer answer = visit.sendRaw("PUT", targetOf(name), kXml, file->content);
    if (answer.status == 428) return again(visit, faulty(base::text(say("keep.template_exists")), "name"), 409);
    if (answer.status == 404)  // no address has it: it holds control characters
        return again(visit, faulty(base::text(say("keep.template_no_name")), "name"), 422);
    if (textAt(answer.body, "type") == "template-bad-name")
        return again(visit, faulty(textAt(answer.body, "detail"), "name"), answer.status);
    return afterChange(visit, answer, doneAt(pagePath({"ustawienia", "wzory", name}), "added"), again);
}

Response replace(const Visit& visit) {
    const auto file = visit.form().file("file");
    if (!file) return shown(visit, faulty(base::text(say("keep.template_no_file")), "file"), 422);
    const Answer answer = visit.sendRaw("PUT", targetOf(visit.captured(0)), kXml, file->content);
    return afterChange(visit, answer, doneAt(visit.request().path, "saved"), shown);
}

Response remove(const Visit& visit) {
    return afterChange(visit.send("DELETE", targetOf(visit.captured(0))), doneAt(kList, "removed"));
}

}  // namespace

std::vector<Page> templatePages() {
    const std::string one = std::string(kList) + "/{name}";
    return {
        {"GET", kList, list},
        {"POST", kList, add},
        {"GET", one, show},
        {"POST", one, replace},
        {"GET", one + "/plik", [](const Visit& visit) { return visit.file(targetOf(visit.captured(0))); }},
        {"POST", one + "/usuniecie", remove},
    };
}

}  // namespace web
