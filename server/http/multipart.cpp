#include "server/http/multipart.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/utf8.h"
#include "server/http/tokens.h"
#include "server/limits.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using std::string_view;

Error malformed() { return Error(ErrorCode::usage, say("multipart.malformed")); }

/// A field's value and its parameters, names in lower case (RFC 9110 section 5.6.6).
struct Parametrized {
    string_view value;
    std::map<std::string, std::string, std::less<>> parameters{};
};

class ParameterReader {
public:
    explicit ParameterReader(string_view text) : text_(text) {}

    Parametrized read() {
        Parametrized result{withoutPadding(text_.substr(0, text_.find(';'))), {}};
        at_ = std::min(text_.find(';'), text_.size());
        while (at_ < text_.size()) {
            ++at_;  // ";"
            skipPadding();
            std::string name = lowerToken();
            if (at_ == text_.size() || text_[at_] != '=') throw malformed();
            ++at_;
            if (!result.parameters.emplace(std::move(name), value()).second) throw malformed();
            skipPadding();
            if (at_ < text_.size() && text_[at_] != ';') throw malformed();
        }
        return result;
    }

private:
    void skipPadding() { at_ = std::min(text_.find_first_not_of(" \t", at_), text_.size()); }

    string_view token() {
        const auto end = std::min(text_.find_first_of("=; \t\"", at_), text_.size());
        const string_view found = text_.substr(at_, end - at_);
        if (!isToken(found)) throw malformed();
        at_ = end;
        return found;
    }

    std::string lowerToken() {
        std::string name(token());
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
        return name;
    }

    std::string value() { return at_ < text_.size() && text_[at_] == '"' ? quotedValue() : std::string(token()); }

    /// A backslash stands for itself unless a quote or a backslash follows: browsers write it bare in file names.
    std::string quotedValue() {
        std::string value;
        for (++at_; at_ < text_.size(); ++at_) {
            const bool isEscape =
                text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
            if (isEscape) {
                ++at_;
            } else if (text_[at_] == '"') {
                ++at_;
                return value;
            }
            value += text_[at_];
        }
        throw malformed();
    }

    string_view text_;
    std::size_t at_ = 0;
};

/// RFC 2046 section 5.1.1: 1 to 70 characters of "bchars", the last no space.
std::string boundaryOf(string_view contentType) {
    constexpr std::size_t longest = 70;
    constexpr string_view allowed = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'()+_,-./:=? ";
    const Parametrized type = ParameterReader(contentType).read();
    if (!sameWord(type.value, "multipart/form-data")) throw malformed();
    const auto found = type.parameters.find("boundary");
    if (found == type.parameters.end()) throw Error(ErrorCode::usage, say("multipart.boundary"));
    const std::string& boundary = found->second;
    const bool isGood = !boundary.empty() && boundary.size() <= longest && boundary.back() != ' ' &&
                        boundary.find_first_not_of(allowed) == boundary.npos;
    if (!isGood) throw Error(ErrorCode::usage, say("multipart.boundary"));
    return boundary;
}

/// A name for people: UTF-8, no control characters, bounded.
std::string checkedName(std::string name) {
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (name.size() > limits::kPartName.value || !base::isUtf8(name) ||
        std::any_of(name.begin(), name.end(), isControl))
        throw Error(ErrorCode::usage, say("multipart.name"));
    return name;
}

std::string withoutFolders(const std::string& name) {
    return name.substr(name.find_last_of("/\\") + 1);  // npos + 1 is 0
}

/// RFC 7578 section 4.2.
void readDisposition(string_view value, Part& part) {
    Parametrized disposition = ParameterReader(value).read();
    auto& parameters = disposition.parameters;
    const auto name = parameters.find("name");
    const bool isKnown = sameWord(disposition.value, "form-data") && name != parameters.end() && !name->second.empty();
    if (!isKnown || parameters.contains("filename*")) throw Error(ErrorCode::usage, say("multipart.name"));
    part.name = checkedName(std::move(name->second));
    const auto fileName = parameters.find("filename");
    part.isFile = fileName != parameters.end();
    if (part.isFile) part.fileName = withoutFolders(checkedName(std::move(fileName->second)));
}

class MultipartReader {
public:
    MultipartReader(const std::string& boundary, base::ByteView body, const MultipartLimits& limits)
        : delimiter_("\r\n--" + boundary), body_(body), limits_(limits) {}

    std::vector<Part> parts() {
        const string_view first = string_view(delimiter_).substr(2);
        if (!body_.starts_with(first)) throw malformed();
        at_ = first.size();
        std::vector<Part> parts;
        while (!isLast()) {
            if (parts.size() == limits_.parts)
                throw Error(ErrorCode::usage, say("multipart.too_many", {std::to_string(limits_.parts)}));
            parts.push_back(part());
        }
        return parts;
    }

private:
    /// Behind a delimiter: CR LF and another part, or "--" and the end.
    bool isLast() {
        const string_view rest = body_.substr(at_);
        if (rest == "--" || rest == "--\r\n") return true;
        if (!rest.starts_with("\r\n")) throw malformed();
        at_ += 2;
        return false;
    }

    Part part() {
        Part part;
        readHead(part);
        const auto end = body_.find(delimiter_, at_);
        if (end == body_.npos) throw malformed();
        part.content = body_.substr(at_, end - at_);
        if (part.content.size() > limits_.partSize)
            throw Error(ErrorCode::usage, say("multipart.part_too_large", {std::to_string(limits_.partSize)}));
        at_ = end + delimiter_.size();
        return part;
    }

    /// Field lines up to the empty one, each name once.
    void readHead(Part& part) {
        const std::size_t begin = at_;
        bool hasDisposition = false;
        bool hasType = false;
        for (string_view line = nextLine(begin); !line.empty(); line = nextLine(begin)) {
            const auto field = fieldOf(line);
            if (!field) throw malformed();
            if (sameWord(field->first, "Content-Disposition") && !std::exchange(hasDisposition, true))
                readDisposition(field->second, part);
            else if (sameWord(field->first, "Content-Type") && !std::exchange(hasType, true))
                part.contentType = checkedName(std::string(field->second));
            else
                throw malformed();  // Content-Transfer-Encoding, too (RFC 7578 section 4.7)
        }
        if (!hasDisposition) throw Error(ErrorCode::usage, say("multipart.name"));
    }

    string_view nextLine(std::size_t begin) {
        const string_view room = body_.substr(begin, limits::kPartHead.value);
        const auto end = room.find("\r\n", at_ - begin);
        if (end == room.npos) throw malformed();
        const string_view line = room.substr(at_ - begin, end - (at_ - begin));
        at_ = begin + end + 2;
        return line;
    }

    std::string delimiter_;
    base::ByteView body_;
    const MultipartLimits& limits_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Part> readMultipart(std::string_view contentType, base::ByteView body, const MultipartLimits& limits) {
    return MultipartReader(boundaryOf(contentType), body, limits).parts();
}

}  // namespace http
