#include "server/http/body.h"

#include "server/http/tokens.h"
#include "server/workflow/json_value.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using templates::Value;

constexpr int kDeepest = 32;

/// What no text or tree of ours may hold, wherever it stands.
class Limits {
public:
    explicit Limits(std::vector<base::Fault>& faults) : faults_(faults) {}

    void check(const Value& value, const std::string& pointer, int depth) {
        if (depth > kDeepest) return fault(pointer, say("json.too_deep", {std::to_string(kDeepest)}));
        if (value.text() != nullptr && value.text()->find('\0') != std::string::npos)
            fault(pointer, say("json.null_character"));
        if (const auto* list = value.list())
            for (std::size_t i = 0; i < list->size(); ++i)
                check((*list)[i], std::string(pointer).append("/").append(std::to_string(i)), depth + 1);
        if (const auto* map = value.map())
            for (const auto& [key, member] : *map)
                check(member, std::string(pointer).append("/").append(workflow::pointerStep(key)), depth + 1);
    }

private:
    void fault(const std::string& pointer, base::Message message) {
        faults_.push_back({{{}, 0, 0, pointer}, std::move(message)});
    }
    std::vector<base::Fault>& faults_;
};

}  // namespace

std::string_view mediaType(const Request& request) {
    const auto given = field(request, "content-type");
    return given ? withoutPadding(given->substr(0, given->find(';'))) : std::string_view();
}

bool isType(const Request& request, std::string_view type) { return sameWord(mediaType(request), type); }

bool isJson(const Request& request) { return isType(request, "application/json"); }

void throwIfAny(std::vector<base::Fault> faults) {
    if (!faults.empty()) throw Error(ErrorCode::data, say("json.body"), std::move(faults));
}

Value bodyTree(const Request& request) {
    std::vector<base::Fault> faults;
    Value tree;
    try {
        tree = workflow::readJson(request.body, "");
    } catch (const Error& error) {
        throwIfAny(error.faults());
        throw;
    }
    Limits(faults).check(tree, "", 1);
    throwIfAny(std::move(faults));
    return tree;
}

}  // namespace http
