#include "server/workflow/json_value.h"

#include <Poco/Exception.h>
#include <Poco/JSON/Handler.h>
#include <Poco/JSON/Parser.h>
#include <Poco/NumberFormatter.h>

#include <algorithm>
#include <sstream>

#include "base/error.h"
#include "base/json_text.h"
#include "base/utf8.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using templates::Value;

constexpr std::size_t kDeepest = 64;

/// Builds the tree from the parser's events; a key that comes twice is remembered with its pointer.
class Builder final : public Poco::JSON::Handler {
public:
    Value result{};
    std::string doubled{};
    std::string pointer{};

    void reset() override {}
    void startObject() override { open_.emplace_back().value = Value(Value::Map{}); }
    void endObject() override { close(); }
    void startArray() override { open_.emplace_back().value = Value(Value::List{}); }
    void endArray() override { close(); }
    void key(const std::string& name) override {
        const bool isTwice = open_.back().value.find(name) != nullptr;
        open_.back().key = name;
        if (!isTwice || !pointer.empty()) return;
        doubled = name;
        for (const Open& one : open_) pointer += '/' + one.step();
    }
    void null() override { put({}); }
    void value(int number) override { put(number); }
    void value(unsigned number) override { put(static_cast<std::int64_t>(number)); }
    void value(Poco::Int64 number) override { put(static_cast<std::int64_t>(number)); }
    void value(Poco::UInt64 number) override { put(static_cast<double>(number)); }
    void value(const std::string& text) override { put(text); }
    void value(double number) override { put(number); }
    void value(bool truth) override { put(truth); }

private:
    struct Open {
        Value value{};
        std::string key{};
        std::string step() const {
            return value.list() == nullptr ? pointerStep(key) : std::to_string(value.list()->size());
        }
    };
    void close() {
        Value made = std::move(open_.back().value);
        open_.pop_back();
        put(std::move(made));
    }
    void put(Value made) {
        if (open_.empty())
            result = std::move(made);
        else if (auto* list = open_.back().value.list())
            list->push_back(std::move(made));
        else
            (*open_.back().value.map())[open_.back().key] = std::move(made);
    }
    std::vector<Open> open_{};
};

Error notJson(base::Place place, base::Message message) {
    base::Message whole = say("json.faults", {place.file});
    return Error(ErrorCode::data, std::move(whole), {{std::move(place), std::move(message)}});
}

/// Line and column of the octet where the parser stopped: it has just read it.
base::Place stopOf(std::istream& in, const std::string& text, std::string_view file) {
    in.clear();
    const auto read = static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 1)) - 1;
    const std::string_view before = std::string_view(text).substr(0, std::min(read, text.size()));
    const auto lineBegin = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    const auto isFirstOctet = [](char c) { return (c & 0xC0) != 0x80; };
    const auto points =
        std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineBegin), before.end(), isFirstOctet);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return {std::string(file), static_cast<int>(lines) + 1, static_cast<int>(points) + 1, {}};
}

void append(std::string& json, const Value& value) {
    const auto items = [&json](char open, const auto& all, char close, const auto& appendOne) {
        json += open;
        for (const auto& one : all) {
            if (&one != &*all.begin()) json += ',';
            appendOne(one);
        }
        json += close;
    };
    if (const auto* truth = value.truth())
        json += *truth ? "true" : "false";
    else if (const auto* integer = value.integer())
        json += std::to_string(*integer);
    else if (const auto* real = value.real())
        Poco::NumberFormatter::append(json, *real);
    else if (const auto* text = value.text())
        json += base::quoted(*text);
    else if (const auto* list = value.list())
        items('[', *list, ']', [&](const Value& one) { append(json, one); });
    else if (const auto* map = value.map())
        items('{', *map, '}', [&](const auto& member) {
            json += base::quoted(member.first) + ':';
            append(json, member.second);
        });
    else
        json += "null";
}

}  // namespace

std::string pointerStep(std::string_view key) {
    std::string step;
    for (const char c : key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return step;
}

std::string valueJson(const Value& value) {
    std::string json;
    append(json, value);
    return json;
}

Value readJson(base::ByteView json, std::string_view file) {
    if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
    const base::Place nowhere{std::string(file), 0, 0, {}};
    if (!base::isUtf8(json)) throw notJson(nowhere, say("json.not_utf8"));
    Poco::SharedPtr<Builder> builder(new Builder);
    const std::string text(json);
    std::istringstream in(text);  // a stream tells where the parser stopped; its exceptions do not
    try {
        Poco::JSON::Parser parser(builder);
        parser.setDepth(kDeepest);
        parser.parse(in);
    } catch (const Poco::Exception& problem) {
        throw notJson(stopOf(in, text, file), say("json.malformed")).with("poco", problem.displayText());
    }
    if (!builder->pointer.empty())
        throw notJson({std::string(file), 0, 0, builder->pointer}, say("json.key_twice", {builder->doubled}));
    return std::move(builder->result);
}

}  // namespace workflow
