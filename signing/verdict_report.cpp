#include "signing/verdict_report.h"

#include "base/json_text.h"
#include "base/utf8.h"
#include "signing/validate.h"

namespace signing {
namespace {

constexpr const char* kReplacement = "\xEF\xBF\xBD";

/// Well-formed UTF-8: names inside files may be anything.
std::string clean(std::string_view text) {
    std::string out;
    for (std::size_t bad = base::firstInvalidUtf8(text); bad != text.npos; bad = base::firstInvalidUtf8(text)) {
        out += text.substr(0, bad);
        out += kReplacement;
        text.remove_prefix(bad + 1);
    }
    return out += text;
}

/// The same without control characters, which a terminal would obey.
std::string visible(std::string_view text) {
    const std::string whole = clean(text);
    std::string out;
    for (std::size_t at = 0; at < whole.size();) {
        const char32_t point = base::nextCodePoint(whole, at);
        const bool isControl = point < 0x20 || (point >= 0x7F && point < 0xA0) ||
                               (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        base::appendUtf8(out, isControl ? 0xFFFD : point);
    }
    return out;
}

const char* word(Integrity integrity) {
    switch (integrity) {
        case Integrity::intact:
            return "intact";
        case Integrity::broken:
            return "broken";
        case Integrity::unknown:
            return "unknown";
    }
    return "unknown";
}

const char* word(Coverage coverage) {
    switch (coverage) {
        case Coverage::wholeFile:
            return "whole-file";
        case Coverage::revision:
            return "revision";
        case Coverage::partial:
            return "partial";
    }
    return "partial";
}

const char* word(Changes changes) {
    switch (changes) {
        case Changes::none:
            return "none";
        case Changes::allowed:
            return "allowed";
        case Changes::disallowed:
            return "disallowed";
        case Changes::unknown:
            return "unknown";
    }
    return "unknown";
}

const char* word(Kind kind) {
    switch (kind) {
        case Kind::signature:
            return "signature";
        case Kind::seal:
            return "seal";
        case Kind::documentTimestamp:
            return "document-timestamp";
    }
    return "signature";
}

std::string quoted(std::string_view text) { return base::quoted(clean(text)); }
std::string quotedOrNull(std::string_view text) { return text.empty() ? "null" : quoted(text); }
std::string instantOrNull(const std::optional<base::Instant>& at) {
    return at ? base::quoted(base::isoInstant(*at)) : "null";
}

std::string list(const std::vector<base::Message>& messages) {
    std::string json = "[";
    for (const base::Message& message : messages) json += (json.size() > 1 ? "," : "") + quoted(base::text(message));
    return json + ']';
}

std::string signatureJson(const SignatureVerdict& signature) {
    std::string json = "{\"field\":" + quoted(signature.field) + ",\"kind\":\"" + word(signature.kind);
    json += "\",\"subFilter\":" + quotedOrNull(signature.subFilter) + ",\"indication\":\"" + word(signature.indication);
    json += "\",\"subIndication\":" + quotedOrNull(signature.subIndication);
    json +=
        std::string(",\"integrity\":\"") + word(signature.integrity) + "\",\"coverage\":\"" + word(signature.coverage);
    json += std::string("\",\"changesAfter\":\"") + word(signature.changesAfter) +
            "\",\"changes\":" + list(signature.changes);
    json +=
        ",\"level\":" + quotedOrNull(signature.level) + ",\"signer\":{\"name\":" + quotedOrNull(signature.signerName);
    json += ",\"onBehalfOf\":null,\"certificate\":" + quotedOrNull(signature.certificate);
    json += "},\"claimedTime\":" + instantOrNull(signature.claimedTime);
    json += ",\"bestSignatureTime\":" + instantOrNull(signature.bestSignatureTime);
    json += ",\"qualification\":" + quoted(signature.qualification) + ",\"reasons\":" + list(signature.reasons) + '}';
    return json;
}

base::Message heading(const SignatureVerdict& signature, std::size_t number) {
    const std::string at = std::to_string(number);
    switch (signature.kind) {
        case Kind::signature:
            return base::say("verdict.signature", {at, signature.field});
        case Kind::seal:
            return base::say("verdict.seal", {at, signature.field});
        case Kind::documentTimestamp:
            return base::say("verdict.timestamp", {at, signature.field});
    }
    return base::say("verdict.signature", {at, signature.field});
}

/// Is the content intact?
base::Message contentAnswer(const SignatureVerdict& signature) {
    if (signature.integrity == Integrity::broken) return base::say("verdict.content_broken");
    if (signature.integrity == Integrity::unknown) return base::say("verdict.content_unknown");
    switch (signature.changesAfter) {
        case Changes::none:
            return base::say("verdict.content_intact");
        case Changes::allowed:
            return base::say("verdict.content_allowed");
        case Changes::disallowed:
            return base::say("verdict.content_changed");
        case Changes::unknown:
            return base::say("verdict.content_unclear");
    }
    return base::say("verdict.content_unknown");
}

/// Who signed, and can it be confirmed?
base::Message signerAnswer(const SignatureVerdict& signature) {
    const std::string name = signature.signerName;
    if (name.empty()) return base::say("verdict.signer_unknown");
    if (signature.integrity != Integrity::intact) return base::say("verdict.signer_unconfirmed", {name});
    if (signature.demonstration) return base::say("verdict.signer_demonstration", {name});
    if (signature.indication == Indication::totalPassed) return base::say("verdict.signer_confirmed", {name});
    return base::say("verdict.signer_open", {name});
}

/// What kind of signature, with what effect?
base::Message kindAnswer(const SignatureVerdict& signature) {
    if (signature.integrity == Integrity::broken || signature.changesAfter == Changes::disallowed)
        return base::say("verdict.kind_invalid");
    if (signature.demonstration) return base::say("verdict.kind_demonstration");
    return base::say("verdict.kind_unknown");
}

std::string line(const base::Message& message, std::string_view indent) {
    return std::string(indent) + visible(base::text(message)) + '\n';
}

std::string signatureText(const SignatureVerdict& signature, std::size_t number) {
    std::string text = line(heading(signature, number), "");
    text +=
        line(contentAnswer(signature), "  ") + line(signerAnswer(signature), "  ") + line(kindAnswer(signature), "  ");
    if (!signature.changes.empty()) text += line(base::say("verdict.changes"), "  ");
    for (const base::Message& change : signature.changes) text += line(change, "    – ");
    if (!signature.reasons.empty()) text += line(base::say("verdict.reasons"), "  ");
    for (const base::Message& reason : signature.reasons) text += line(reason, "    – ");
    std::string details = word(signature.indication);
    if (!signature.subIndication.empty()) details += ' ' + signature.subIndication;
    if (!signature.level.empty()) details += ", PAdES/CMS: " + signature.level;
    return text + line(base::say("verdict.details", {details}), "  ");
}

base::Message fileAnswer(const FileVerdict& verdict) {
    switch (verdict.verdict) {
        case FileIndication::totalPassed:
            return base::say("verdict.passed");
        case FileIndication::totalFailed:
            return base::say("verdict.failed");
        case FileIndication::indeterminate:
            return base::say("verdict.indeterminate");
        case FileIndication::noSignature:
            return base::say("verdict.no_signature");
        case FileIndication::unreadable:
            return base::say("verdict.unreadable");
    }
    return base::say("verdict.unreadable");
}

}  // namespace

const char* word(FileIndication verdict) {
    switch (verdict) {
        case FileIndication::totalPassed:
            return "TOTAL-PASSED";
        case FileIndication::totalFailed:
            return "TOTAL-FAILED";
        case FileIndication::indeterminate:
            return "INDETERMINATE";
        case FileIndication::noSignature:
            return "NO-SIGNATURE";
        case FileIndication::unreadable:
            return "UNREADABLE";
    }
    return "UNREADABLE";
}

const char* word(Indication indication) {
    switch (indication) {
        case Indication::totalPassed:
            return "TOTAL-PASSED";
        case Indication::totalFailed:
            return "TOTAL-FAILED";
        case Indication::indeterminate:
            return "INDETERMINATE";
    }
    return "INDETERMINATE";
}

std::string verdictJson(const FileVerdict& verdict, std::string_view file) {
    std::string json = "{\"file\":" + quoted(file) + ",\"sha256\":" + quotedOrNull(base::hex(verdict.sha256));
    json += std::string(",\"verdict\":\"") + word(verdict.verdict) + "\",\"error\":";
    json += verdict.error ? quoted(base::text(*verdict.error)) : "null";
    json += ",\"signatures\":[";
    for (std::size_t i = 0; i < verdict.signatures.size(); ++i)
        json += (i > 0 ? "," : "") + signatureJson(verdict.signatures[i]);
    return json + "]}";
}

std::string verdictText(const FileVerdict& verdict, std::string_view file) {
    std::string text = visible(file) + ": " + visible(base::text(fileAnswer(verdict))) + '\n';
    if (verdict.error) text += line(*verdict.error, "  ");
    for (std::size_t i = 0; i < verdict.signatures.size(); ++i) text += signatureText(verdict.signatures[i], i + 1);
    text.pop_back();
    return text;
}

}  // namespace signing
