#include "server/http/head_check.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/http/tokens.h"
#include "server/limits.h"

namespace http {
namespace {

using base::say;
using std::string_view;

constexpr std::array<string_view, 7> kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
constexpr const char* kAllow = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
constexpr std::size_t kVersionSize = 8;  // "HTTP/1.1"

Refusal refusal(int status, base::Message message) { return {status, std::move(message), {}}; }

Refusal targetTooLong() { return refusal(414, say("http.target_too_long", {std::to_string(limits::kTarget.value)})); }

Refusal tooLarge() {
    return refusal(
        431, say("http.head_too_large", {std::to_string(limits::kHead.value), std::to_string(limits::kFields.value)}));
}

Refusal malformedLine() { return refusal(400, say("http.request.malformed")); }

bool isOneOf(string_view host, const std::vector<std::string>& hosts) {
    return std::any_of(hosts.begin(), hosts.end(), [host](const std::string& each) { return sameWord(host, each); });
}

/// A byte that may stand in no head: a lone CR or LF, any other control but the tab (RFC 9112 section 2.2, RFC 9110
/// section 5.5).
bool isForbidden(char c, char before) {
    if (c == '\n') return before != '\r';
    const bool isControl = (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\r') || c == 0x7F;
    return before == '\r' || isControl;
}

enum class Scan { more, whole, forbidden };

/// Goes on at `scanned`; behind `whole` it is the size of the head.
Scan scan(string_view received, std::size_t& scanned) {
    for (; scanned < received.size(); ++scanned) {
        const char c = received[scanned];
        if (isForbidden(c, scanned > 0 ? received[scanned - 1] : '\0')) return Scan::forbidden;
        if (c == '\n' && scanned >= 3 && received[scanned - 2] == '\n') {
            ++scanned;
            return Scan::whole;
        }
    }
    return Scan::more;
}

/// One pass over one whole head.
class Reader {
public:
    Reader(string_view bytes, const HeadRules& rules) : bytes_(bytes), rules_(rules) { head_.size = bytes.size(); }

    HeadCheck check() {
        const auto end = bytes_.find("\r\n");
        if (end > limits::kFieldLine.value) return targetTooLong();
        if (!requestLine(bytes_.substr(0, end)) || !fields(end + 2) || !bodyLength()) return refusal_;
        return head_;
    }

private:
    bool refuse(Refusal why) {
        refusal_ = std::move(why);
        return false;
    }

    /// method SP request-target SP HTTP-version (RFC 9112 section 3).
    bool requestLine(string_view line) {
        const auto first = line.find(' ');
        const auto last = line.rfind(' ');
        if (first == line.npos || line.find(' ', first + 1) != last || first == last) return refuse(malformedLine());
        const string_view method = line.substr(0, first);
        if (!isToken(method)) return refuse(malformedLine());
        if (!version(line.substr(last + 1))) return false;
        if (std::find(kMethods.begin(), kMethods.end(), method) == kMethods.end())
            return refuse({405, say("http.method_unknown"), kAllow});
        head_.method = method;
        return target(line.substr(first + 1, last - first - 1));
    }

    bool version(string_view text) {
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        const bool isVersion = text.size() == kVersionSize && text.starts_with("HTTP/") && isDigit(text[5]) &&
                               text[6] == '.' && isDigit(text[7]);
        if (!isVersion) return refuse(malformedLine());
        if (text != "HTTP/1.1" && text != "HTTP/1.0") return refuse(refusal(505, say("http.version")));
        isOld_ = text.ends_with("1.0");
        return true;
    }

    /// Origin form, absolute form with an authority of ours, or "*" for OPTIONS (RFC 9112 section 3.2).
    bool target(string_view text) {
        if (text.size() > limits::kTarget.value) return refuse(targetTooLong());
        constexpr string_view scheme = "http://";
        if (sameWord(text.substr(0, scheme.size()), scheme)) {
            text.remove_prefix(scheme.size());
            const string_view authority = text.substr(0, text.find_first_of("/?"));
            if (!isOneOf(authority, rules_.hosts)) return refuse(refusal(400, say("host.foreign")));
            text.remove_prefix(authority.size());
            if (text.empty()) text = "/";
        }
        if (text == "*" ? head_.method != "OPTIONS" : !isOriginForm(text)) return refuse(malformedLine());
        const auto question = std::min(text.find('?'), text.size());
        head_.path = text.substr(0, question);
        head_.query = text.substr(std::min(question + 1, text.size()));
        return true;
    }

    /// Characters of RFC 3986 section 3.3 and 3.4, each "%" with its two digits.
    static bool isOriginForm(string_view text) {
        if (!text.starts_with('/')) return false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (c <= ' ' || c > '~' || string_view("\"#<>\\^`{|}").find(c) != string_view::npos) return false;
            if (c == '%' && (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2])))
                return false;
        }
        return true;
    }

    bool fields(std::size_t at) {
        for (std::size_t count = 1; at + 2 < bytes_.size(); ++count) {
            const auto end = bytes_.find("\r\n", at);
            const string_view line = bytes_.substr(at, end - at);
            const auto field = fieldOf(line);
            if (!field) return refuse(refusal(400, say("http.header.malformed")));
            const bool isLong =
                line.size() > limits::kFieldLine.value || field->first.size() > limits::kFieldName.value;
            if (isLong || count > limits::kFields.value) return refuse(tooLarge());
            if (!oneField(field->first, field->second, at)) return false;
            at = end + 2;
        }
        return hosts_ > 0 || refuse(refusal(400, say("host.missing")));
    }

    bool oneField(string_view name, string_view value, std::size_t at) {
        if (sameWord(name, "Content-Length")) return contentLength(value);
        if (sameWord(name, "Transfer-Encoding")) return transferEncoding(value);
        if (value.find("=?") != value.npos)  // Poco rewrites values with it, whole encoded words or not
            return refuse(refusal(400, say("http.header.encoded_word")));
        if (sameWord(name, "Host")) return host(value);
        if (sameWord(name, "Expect")) return expect(value, at);
        if (sameWord(name, "X-Forwarded-For"))
            head_.forwardedFor = withoutPadding(value.substr(value.rfind(',') + 1));  // npos + 1 is 0
        return true;
    }

    /// RFC 9112 section 3.2.
    bool host(string_view value) {
        if (++hosts_ > 1) return refuse(refusal(400, say("host.twice")));
        return isOneOf(value, rules_.hosts) || refuse(refusal(400, say("host.foreign")));
    }

    /// RFC 9110 section 8.6: digits alone; a list of equal values is refused like any other.
    bool contentLength(string_view value) {
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), head_.length);
        const bool isNumber = error == std::errc() && end == value.data() + value.size();
        return (++lengths_ == 1 && isNumber) || refuse(refusal(400, say("http.framing.length")));
    }

    /// RFC 9112 section 6.1: the only coding here, and only once.
    bool transferEncoding(string_view value) {
        if (++codings_ > 1 || !sameWord(value, "chunked")) return refuse(refusal(501, say("http.coding")));
        head_.isChunked = true;
        return true;
    }

    bool expect(string_view value, std::size_t at) {
        if (head_.expectAt != 0 || !sameWord(value, "100-continue"))
            return refuse(refusal(417, say("http.expectation")));
        head_.expectAt = at;
        head_.wantsContinue = !isOld_;
        return true;
    }

    /// RFC 9112 section 6.3, and the request without a length that RFC 9110 section 15.5.12 lets us refuse.
    bool bodyLength() {
        if (head_.isChunked && (lengths_ > 0 || isOld_)) return refuse(refusal(400, say("http.framing.both")));
        const bool needsLength = head_.method == "POST" || head_.method == "PUT" || head_.method == "PATCH";
        if (needsLength && !head_.isChunked && lengths_ == 0) return refuse(refusal(411, say("http.length_missing")));
        if (head_.length > rules_.bodyLimit)
            return refuse(refusal(413, say("too.large", {std::to_string(rules_.bodyLimit)})));
        return true;
    }

    string_view bytes_;
    const HeadRules& rules_;
    Head head_{};
    Refusal refusal_{};
    bool isOld_ = false;
    std::size_t hosts_ = 0;
    std::size_t lengths_ = 0;
    std::size_t codings_ = 0;
};

/// What can be said of a head that is not whole: it never becomes good again.
HeadCheck unfinished(string_view received) {
    const bool hasLine = received.substr(0, limits::kFieldLine.value + 2).find("\r\n") != string_view::npos;
    if (!hasLine && received.size() > limits::kFieldLine.value + 1) return targetTooLong();
    if (received.size() >= limits::kHead.value) return tooLarge();
    return NeedsMore{};
}

}  // namespace

HeadCheck checkHead(base::ByteView received, std::size_t& scanned, const HeadRules& rules) {
    switch (scan(received.substr(0, limits::kHead.value), scanned)) {
        case Scan::forbidden:
            return refusal(400, say("http.header.control"));
        case Scan::more:
            return unfinished(received);
        case Scan::whole:
            break;
    }
    return Reader(received.substr(0, scanned), rules).check();
}

}  // namespace http
