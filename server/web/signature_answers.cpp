#include "server/web/signature_answers.h"

#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using templates::Value;

base::Message integrityOf(const std::string& integrity, const std::string& changes) {
    if (integrity == "broken") return say("desk.answer_broken");
    if (integrity != "intact") return say("desk.answer_integrity_unknown");
    if (changes == "disallowed") return say("desk.answer_changed");
    return changes == "unknown" ? say("desk.answer_unclear") : say("desk.answer_intact");
}

/// The signer whose field this is; null where it is nobody's.
Value signerOf(const Value& document, const std::string& field) {
    for (const Value& signer : listAt(document, "signers"))
        if (textAt(signer, "field") == field) return signer;
    return {};
}

/// What the office's own key made is known here, whatever the trust lists say of it.
bool isOfOffice(const Value& signature, const std::string& method) {
    return textAt(signature, "integrity") == "intact" && textAt(signature, "indication") == "INDETERMINATE" &&
           (method == "here" || method == "office-seal");
}

base::Message identityOf(const Value& signature, const Value& signer) {
    const std::string method = textAt(signer, "method");
    if (isOfOffice(signature, method))
        return method == "here" ? say("desk.answer_typed", {textAt(signer, "signed_name")}) : say("desk.answer_office");
    std::string name = textAt(signature, "signer.name");
    if (name.empty()) name = textAt(signature, "signer.certificate");
    if (name.empty()) return say("desk.answer_nobody");
    const std::string indication = textAt(signature, "indication");
    if (indication == "TOTAL-PASSED") return say("desk.answer_known", {name});
    return indication == "TOTAL-FAILED" ? say("desk.answer_denied", {name}) : say("desk.answer_claimed", {name});
}

base::Message legalOf(const std::string& qualification, const std::string& method) {
    if (qualification == "unknown" && method == "here") return say("desk.legal_here");
    if (qualification == "unknown" && method == "office-seal") return say("desk.legal_office");
    if (qualification == "QESig") return say("desk.legal_qualified");
    if (qualification == "QESeal") return say("desk.legal_qualified_seal");
    if (qualification == "AdESig-QC") return say("desk.legal_qualified_certificate");
    if (qualification == "AdESeal-QC") return say("desk.legal_seal_qualified_certificate");
    if (qualification == "AdESig") return say("desk.legal_advanced");
    if (qualification == "AdESeal") return say("desk.legal_advanced_seal");
    return qualification == "trusted-profile" ? say("desk.legal_trusted") : say("desk.legal_unknown");
}

base::Message laterOf(const std::string& changes) {
    if (changes == "none") return say("desk.later_none");
    if (changes == "allowed") return say("desk.later_allowed");
    return changes == "disallowed" ? say("desk.later_disallowed") : say("desk.later_unknown");
}

base::Message adviceFor(const Value& signature, const std::string& method) {
    const std::string indication = textAt(signature, "indication");
    if (method == "office-seal" && isOfOffice(signature, method)) return say("desk.advice_office");
    if (indication == "TOTAL-PASSED") return say("desk.advice_take");
    return indication == "TOTAL-FAILED" ? say("desk.advice_leave") : say("desk.advice_open");
}

std::string toneOfIndication(const std::string& indication) {
    if (indication == "TOTAL-PASSED") return "good";
    return indication == "TOTAL-FAILED" ? "bad" : "warn";
}

Value answersOf(const Value& file, const Value& signature, const Value& document) {
    const Value signer = signerOf(document, textAt(signature, "field"));
    const std::string method = textAt(signer, "method");
    const std::string changes = textAt(signature, "changesAfter");
    Value shown = signature;
    shown.set("file", textAt(file, "file"));
    shown.set("on_counterpart", textAt(file, "what") == "counterpart");
    shown.set("integrity", words(integrityOf(textAt(signature, "integrity"), changes)));
    shown.set("identity", words(identityOf(signature, signer)));
    shown.set("legal", words(legalOf(textAt(signature, "qualification"), method)));
    shown.set("after", words(laterOf(changes)));
    shown.set("advice", words(adviceFor(signature, method)));
    shown.set("tone", toneOfIndication(textAt(signature, "indication")));
    shown.set("is_stamp", textAt(signature, "kind") == "document-timestamp");
    return shown;
}

}  // namespace

Value::List signatureAnswers(const Value& report, const Value& document) {
    Value::List all;
    for (const Value& file : listAt(report, "data"))
        for (const Value& signature : listAt(file, "signatures")) all.push_back(answersOf(file, signature, document));
    return all;
}

}  // namespace web
