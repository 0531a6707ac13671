#include "server/workflow/reading.h"

#include <utility>

#include "base/utf8.h"
#include "server/workflow/json_value.h"
#include "server/workflow/plain_text.h"

namespace workflow {
namespace {

using base::say;
using templates::Value;

/// Hard spaces become plain ones: the layout makes its own.
std::string normalised(std::string_view text) {
    std::string plain;
    for (const char32_t point : base::codePoints(text)) base::appendUtf8(plain, point == 0xA0 ? U' ' : point);
    return std::string(base::trimmed(plain));
}

}  // namespace

const Value* Reading::member(const char* key) {
    known_.insert(key);
    return source_.find(key);
}

const std::string* Reading::textMember(const char* key) {
    const Value* value = member(key);
    if (value == nullptr) return nullptr;
    if (value->text() == nullptr)
        fault(key, say("json.wants_text"));
    else if (base::trimmed(*value->text()).empty())
        fault(key, say("json.empty_text"));
    else if (auto wrong = textFault(*value->text()))
        fault(key, std::move(*wrong));
    else
        return value->text();
    return nullptr;
}

void Reading::required(const char* key, std::string& field) {
    field.clear();
    if (source_.find(key) == nullptr) fault(key, say("json.missing"));
    if (const std::string* text = textMember(key)) field = normalised(*text);
}

void Reading::required(const char* key, std::int64_t& field) {
    const Value* value = member(key);
    if (value == nullptr)
        fault(key, say("json.missing"));
    else if (value->integer() == nullptr)
        fault(key, say("json.wants_number"));
    else
        field = *value->integer();
}

void Reading::optional(const char* key, std::optional<std::string>& field) {
    if (const std::string* text = textMember(key)) field = normalised(*text);
}

void Reading::optional(const char* key, std::optional<std::int64_t>& field) {
    const Value* value = member(key);
    if (value == nullptr) return;
    if (value->integer() == nullptr)
        fault(key, say("json.wants_number"));
    else
        field = *value->integer();
}

void Reading::optional(const char* key, std::optional<bool>& field) {
    const Value* value = member(key);
    if (value == nullptr) return;
    if (value->truth() == nullptr)
        fault(key, say("json.wants_truth"));
    else
        field = *value->truth();
}

void Reading::texts(const char* key, std::vector<std::string>& field) {
    const Value* value = member(key);
    if (value == nullptr) return;
    if (value->list() == nullptr) return fault(key, say("json.wants_list"));
    for (std::size_t i = 0; i < value->list()->size(); ++i) {
        const std::string* text = (*value->list())[i].text();
        const std::string step = std::string(key) + '/' + std::to_string(i);
        if (text == nullptr)
            fault(step, say("json.wants_text"));
        else if (base::trimmed(*text).empty())
            fault(step, say("json.empty_text"));
        else if (auto wrong = textFault(*text))
            fault(step, std::move(*wrong));
        else
            field.push_back(normalised(*text));
    }
}

void Reading::verbatim(const char* key, std::string& field) {
    const Value* value = member(key);
    if (value == nullptr)
        fault(key, say("json.missing"));
    else if (value->text() == nullptr)
        fault(key, say("json.wants_text"));
    else
        field = *value->text();
}

void Reading::fault(const std::string& step, base::Message message) {
    faults_.push_back({{file_, 0, 0, pointer_ + '/' + step}, std::move(message)});
}

void Reading::finish() {
    for (const auto& [key, value] : *source_.map())
        if (!known_.contains(key)) fault(pointerStep(key), say("json.unknown_key"));
}

}  // namespace workflow
