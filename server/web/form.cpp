#include "server/web/form.h"

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "base/utf8.h"
#include "server/http/body.h"
#include "server/http/query.h"
#include "server/limits.h"

namespace web {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using templates::Value;

constexpr std::string_view kSecrets[] = {"password", "current", "new", "repeated", "secret", "csrf_token"};

Error malformed(std::string_view name) { return {ErrorCode::usage, say("form.malformed", {std::string(name)})}; }

/// Poco takes "+" for a space behind a "?" only.
std::string decoded(std::string_view text) try {
    std::string in(text), out;
    std::replace(in.begin(), in.end(), '+', ' ');
    Poco::URI::decode(in, out);
    return out;
} catch (const Poco::Exception&) {
    throw malformed("?");
}

/// Lines as forms send them (HTML, "\r\n") as lines ended by "\n".
std::string withPlainLines(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    return text;
}

bool isName(std::string_view text) {
    const auto isControl = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
    return base::isUtf8(text) && std::none_of(text.begin(), text.end(), isControl);
}

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\n");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1));
}

std::string dotted(std::string_view name) {
    std::string path;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool isStep = name.substr(i).starts_with("__");
        path += isStep ? '.' : name[i];
        if (isStep) ++i;
    }
    return path;
}

std::vector<std::string> linesOf(const std::vector<std::string>& texts) {
    std::vector<std::string> lines;
    for (std::string_view text : texts)
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            if (std::string line = trimmed(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    return lines;
}

Value numberOrText(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = problem == std::errc() && end == text.data() + text.size();
    return isNumber ? Value(number) : Value(text);
}

}  // namespace

Form::Form(const http::Request& request) {
    if (http::isType(request, "multipart/form-data"))
        addMultipart(request);
    else if (http::isType(request, "application/x-www-form-urlencoded"))
        addUrlEncoded(request.body);
    else
        throw malformed("content-type");
}

void Form::add(const std::string& name, std::string value) {
    if (!isName(name)) throw malformed("?");
    if (!base::isUtf8(value)) throw malformed(name);
    texts_[name].push_back(withPlainLines(std::move(value)));
}

void Form::addUrlEncoded(std::string_view body) {
    for (const auto& [name, value] : http::pairsOf(body)) add(decoded(name), decoded(value));
}

void Form::addMultipart(const http::Request& request) {
    const http::MultipartLimits limits{limits::kParts.value, limits::kBody.value};
    const auto type = http::field(request, "content-type").value_or("");
    for (http::Part& part : http::readMultipart(type, request.body, limits)) {
        if (!part.isFile)
            add(part.name, std::string(part.content));
        else if (!part.fileName.empty() || !part.content.empty())
            files_.push_back(std::move(part));
    }
}

std::string Form::verbatim(std::string_view name) const {
    const auto found = texts_.find(name);
    return found == texts_.end() ? std::string() : found->second.front();
}

std::string Form::text(std::string_view name) const { return trimmed(verbatim(name)); }

std::vector<std::string> Form::texts(std::string_view name) const {
    const auto found = texts_.find(name);
    return found == texts_.end() ? std::vector<std::string>() : found->second;
}

std::optional<http::Part> Form::file(std::string_view name) const {
    const auto found = std::find_if(files_.begin(), files_.end(), [&](const auto& part) { return part.name == name; });
    return found == files_.end() ? std::nullopt : std::optional(*found);
}

Value Form::body(std::initializer_list<std::string_view> names) const {
    Value body = Value::Map{};
    for (std::string_view name : names) {
        const char kind = name.back();
        if (std::string_view("?!#*").find(kind) != std::string_view::npos) name.remove_suffix(1);
        const std::string typedText = text(name);
        if (kind == '!')
            body.set(dotted(name), isTicked(name));
        else if (kind == '*') {
            Value::List list;
            for (std::string& line : linesOf(texts(name))) list.emplace_back(std::move(line));
            body.set(dotted(name), std::move(list));
        } else if (kind == '#' && !typedText.empty())
            body.set(dotted(name), numberOrText(typedText));
        else if (kind != '#' && (kind != '?' || !typedText.empty()))
            body.set(dotted(name), typedText);
    }
    return body;
}

Value::Map Form::typed() const {
    Value::Map map;
    for (const auto& [name, values] : texts_)
        if (std::find(std::begin(kSecrets), std::end(kSecrets), name) == std::end(kSecrets)) map[name] = values.front();
    return map;
}

}  // namespace web
