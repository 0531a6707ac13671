#include "server/http/office_body.h"

#include <algorithm>

#include "base/error.h"
#include "server/http/body.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"

namespace http {
namespace {

using base::say;
using templates::Value;

base::Fault faultAt(const std::string& pointer, base::Message message) {
    return {{{}, 0, 0, pointer}, std::move(message)};
}

/// The faults of the part as those of the whole.
void takeOffice(OfficeBody& body, std::vector<base::Fault>& faults) {
    const Value* office = body.tree.find("office");
    if (office == nullptr) return;
    try {
        body.office = workflow::officeOfTree(*office);
    } catch (const base::Error& error) {
        for (base::Fault fault : error.faults()) {
            fault.place.pointer.insert(0, "/office");
            faults.push_back(std::move(fault));
        }
        if (error.faults().empty()) faults.push_back(faultAt("/office", error.message()));
    }
}

[[noreturn]] void refuse(std::string_view name, base::Message message) {
    throwIfAny({faultAt('/' + std::string(name), std::move(message))});
    throw base::Error(base::ErrorCode::data, say("json.body"));
}

}  // namespace

std::string OfficeBody::text(std::string_view name) const {
    const Value* value = tree.find(name);
    if (value == nullptr) return {};
    if (value->text() == nullptr) refuse(name, say("json.wants_text"));
    return *value->text();
}

bool OfficeBody::truth(std::string_view name) const {
    const Value* value = tree.find(name);
    if (value == nullptr) return false;
    if (value->truth() == nullptr) refuse(name, say("json.wants_truth"));
    return *value->truth();
}

std::vector<std::string> OfficeBody::texts(std::string_view name) const {
    std::vector<std::string> all;
    const Value* value = tree.find(name);
    if (value == nullptr) return all;
    if (value->list() == nullptr) refuse(name, say("json.wants_list"));
    for (const Value& one : *value->list()) {
        if (one.text() == nullptr) refuse(name, say("json.wants_text"));
        all.push_back(*one.text());
    }
    return all;
}

OfficeBody readOfficeBody(const Request& request, std::initializer_list<std::string_view> known) {
    OfficeBody body;
    if (request.body.empty()) return body;
    body.tree = bodyTree(request);
    if (body.tree.map() == nullptr) throwIfAny({faultAt("", say("json.wants_object"))});
    std::vector<base::Fault> faults;
    for (const auto& [name, value] : *body.tree.map())
        if (name != "office" && std::find(known.begin(), known.end(), name) == known.end())
            faults.push_back(faultAt('/' + workflow::pointerStep(name), say("json.unknown_key")));
    takeOffice(body, faults);
    throwIfAny(std::move(faults));
    return body;
}

}  // namespace http
