#include "server/web/verdict_words.h"
#include "server/web/code_words.h"

#include <algorithm>
#include <array>

namespace web {
namespace {

using base::say;
using templates::Value;

/// The keys of a case's answers; {0} is the name that the signature gives.
struct Row {
    VerdictCase which{};
    std::string_view tone{};
    std::string_view signer{};
    std::string_view kind{};
    std::string_view next{};
};

constexpr std::string_view kKindUnknown = "check.kind_unknown";

constexpr std::array kRows{
    Row{VerdictCase::broken, "bad", "check.signer_broken", "check.kind_invalid", "check.next_broken"},
    Row{VerdictCase::changed, "bad", "check.signer_changed", "check.kind_changed", "check.next_changed"},
    Row{VerdictCase::unknown, "warn", "check.signer_unconfirmed", kKindUnknown, "check.next_unknown"},
    Row{VerdictCase::demonstration, "warn", "check.signer_demonstration", "check.kind_demonstration",
        "check.next_demonstration"},
    Row{VerdictCase::typedHere, "good", "check.signer_typed", "check.kind_typed", "check.next_typed"},
    Row{VerdictCase::officeSeal, "good", "check.signer_office", "check.kind_office", "check.next_office"},
    Row{VerdictCase::timestamp, "warn", "check.signer_timestamp", "check.kind_timestamp", "check.next_timestamp"},
    Row{VerdictCase::trusted, "good", "check.signer_trusted", kKindUnknown, "check.next_trusted"},
    Row{VerdictCase::unknownIssuer, "warn", "check.signer_unknown_issuer", kKindUnknown, "check.next_unknown_issuer"},
    Row{VerdictCase::noRevocation, "warn", "check.signer_no_revocation", "check.kind_open", "check.next_no_revocation"},
    Row{VerdictCase::expired, "warn", "check.signer_expired", "check.kind_undecided", "check.next_expired"},
    Row{VerdictCase::weak, "warn", "check.signer_weak", "check.kind_undecided", "check.next_weak"},
    Row{VerdictCase::unclear, "warn", "check.signer_open", kKindUnknown, "check.next_unclear"},
    Row{VerdictCase::open, "warn", "check.signer_open", kKindUnknown, "check.next_open"}};

const Row& rowOf(VerdictCase which) {
    return *std::find_if(kRows.begin(), kRows.end() - 1, [which](const Row& row) { return row.which == which; });
}

/// Of a signature that is whole and has nothing against it after it.
VerdictCase caseOfTrust(const Value& signature) {
    const std::string sub = textAt(signature, "subIndication");
    if (textAt(signature, "indication") == "TOTAL-PASSED") return VerdictCase::trusted;
    if (sub == "NO_CERTIFICATE_CHAIN_FOUND") return VerdictCase::unknownIssuer;
    if (sub == "TRY_LATER") return VerdictCase::noRevocation;
    if (sub == "OUT_OF_BOUNDS_NO_POE") return VerdictCase::expired;
    if (sub == "CRYPTO_CONSTRAINTS_FAILURE_NO_POE") return VerdictCase::weak;
    return VerdictCase::open;
}

VerdictCase caseOf(const Value& signature) {
    const std::string integrity = textAt(signature, "integrity"), changes = textAt(signature, "changesAfter");
    const bool isTimestamp = textAt(signature, "kind") == "document-timestamp";
    if (integrity == "broken") return VerdictCase::broken;
    if (integrity != "intact") return VerdictCase::unknown;
    if (changes == "disallowed") return VerdictCase::changed;
    if (textAt(signature, "indication") == "TOTAL-FAILED") return VerdictCase::unknown;
    if (changes == "unknown") return VerdictCase::unclear;
    if (isTrueAt(signature, "demonstration")) return VerdictCase::demonstration;
    if (!isTrueAt(signature, "office_seal")) return isTimestamp ? VerdictCase::timestamp : caseOfTrust(signature);
    return textAt(signature, "typed_name").empty() ? VerdictCase::officeSeal : VerdictCase::typedHere;
}

base::Message contentWords(VerdictCase which, const Value& signature) {
    if (which == VerdictCase::broken) return say("check.content_broken");
    if (which == VerdictCase::changed) return say("check.content_changed");
    if (which == VerdictCase::unclear) return say("check.content_unclear");
    if (which == VerdictCase::unknown) return say("check.content_unknown");
    return textAt(signature, "changesAfter") == "none" ? say("check.content_intact") : say("check.content_allowed");
}

base::Message laterWords(const Value& signature) {
    const std::string changes = textAt(signature, "changesAfter");
    if (textAt(signature, "integrity") != "intact") return say("check.later_unknown");
    if (changes == "none") return say("check.later_none");
    if (changes == "allowed") return say("check.later_allowed");
    return changes == "disallowed" ? say("check.later_disallowed") : say("check.later_unclear");
}

base::Message headingWords(const Value& signature, std::size_t number) {
    const std::string kind = textAt(signature, "kind"), place = std::to_string(number);
    if (isTrueAt(signature, "office_seal")) return say("check.heading_office", {place});
    if (kind == "seal") return say("check.heading_seal", {place});
    if (kind == "document-timestamp") return say("check.heading_timestamp", {place});
    return say("check.heading_signature", {place});
}

}  // namespace

SignatureWords wordsOf(const Value& signature, std::size_t number) {
    SignatureWords words;
    words.which = caseOf(signature);
    const Row& row = rowOf(words.which);
    std::string name = textAt(signature, words.which == VerdictCase::typedHere ? "typed_name" : "signer.name");
    words.tone = row.tone;
    words.heading = headingWords(signature, number);
    words.content = contentWords(words.which, signature);
    words.signer = name.empty() ? say("check.signer_nameless") : say(row.signer, {std::move(name)});
    words.kind = say(row.kind);
    words.next = say(row.next);
    words.later = laterWords(signature);
    return words;
}

Value signatureView(const Value& signature, std::size_t number) {
    const SignatureWords words = wordsOf(signature, number);
    Value view = signature;
    view.set("tone", words.tone);
    view.set("heading", base::text(words.heading));
    view.set("content", base::text(words.content));
    view.set("who", base::text(words.signer));
    view.set("what", base::text(words.kind));
    view.set("next", base::text(words.next));
    view.set("later", base::text(words.later));
    return view;
}

base::Message originWords(const Value& checked) {
    const std::string match = textAt(checked, "origin.match"), id = textAt(checked, "origin.document_id");
    const Value* signatures = checked.find("signatures");
    const auto count = signatures == nullptr || signatures->list() == nullptr ? 0 : signatures->list()->size();
    const Value* place = checked.at("origin.first_difference");
    if (match == "issued") return say("check.origin_issued", {id});
    if (match == "extended") return say("check.origin_extended", {id, std::to_string(count)});
    if (match != "differs") return say("check.origin_none");
    const auto* octet = place == nullptr ? nullptr : place->integer();
    return say("check.origin_differs", {id, std::to_string(octet == nullptr ? 0 : *octet)});
}

}  // namespace web
