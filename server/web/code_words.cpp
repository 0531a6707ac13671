#include "server/web/code_words.h"

#include <map>

#include "base/message.h"
#include "server/domain/document.h"

namespace web {
namespace {

using base::say;
using templates::Value;
using Words = std::map<std::string_view, base::Message, std::less<>>;

std::string in(const Words& words, std::string_view code) {
    const auto found = words.find(code);
    return found == words.end() ? std::string(code) : base::text(found->second);
}

/// Of documents and their signers.
const Words& signingDeeds() {
    static const Words words{
        {"document.draft", say("keep.did_document_draft")},
        {"document.issue", say("keep.did_document_issue")},
        {"document.send", say("keep.did_document_send")},
        {"document.archive", say("keep.did_document_archive")},
        {"document.close", say("keep.did_document_close")},
        {"document.expire", say("keep.did_document_expire")},
        {"document.reissue", say("keep.did_document_reissue")},
        {"document.void", say("keep.did_document_void")},
        {"link.make", say("keep.did_link_make")},
        {"link.revoke", say("keep.did_link_revoke")},
        {"scan.add", say("keep.did_scan_add")},
        {"scan.confirm", say("keep.did_scan_confirm")},
        {"seal.intent", say("keep.did_seal_intent")},
        {"seal.done", say("keep.did_seal_done")},
        {"seal.fail", say("keep.did_seal_fail")},
        {"seal.give_up", say("keep.did_seal_give_up")},
        {"signer.open", say("keep.did_signer_open")},
        {"signer.notice", say("keep.did_signer_notice")},
        {"signer.sign", say("keep.did_signer_sign")},
        {"signer.sign_paper", say("keep.did_signer_sign_paper")},
        {"signer.decline", say("keep.did_signer_decline")},
        {"signer.pin", say("keep.did_signer_pin")},
        {"signer.verify", say("keep.did_signer_verify")},
    };
    return words;
}

/// Of meetings and the files that come.
const Words& meetingDeeds() {
    static const Words words{
        {"record.add", say("keep.did_record_add")},
        {"upload.attach", say("keep.did_upload_attach")},
        {"upload.quarantine", say("keep.did_upload_quarantine")},
        {"upload.refuse", say("keep.did_upload_refuse")},
        {"upload.wait", say("keep.did_upload_wait")},
        {"institution.add", say("keep.did_institution_add")},
        {"institution.change", say("keep.did_institution_change")},
        {"institution.remove", say("keep.did_institution_remove")},
        {"meeting.make", say("keep.did_meeting_make")},
        {"meeting.change", say("keep.did_meeting_change")},
        {"meeting.partners", say("keep.did_meeting_partners")},
        {"meeting.remove", say("keep.did_meeting_remove")},
        {"participant.add", say("keep.did_participant_add")},
        {"participant.change", say("keep.did_participant_change")},
        {"participant.remove", say("keep.did_participant_remove")},
        {"photo.add", say("keep.did_photo_add")},
        {"photo.change", say("keep.did_photo_change")},
        {"photo.remove", say("keep.did_photo_remove")},
        {"project.change", say("keep.did_project_change")},
        {"team.change", say("keep.did_team_change")},
    };
    return words;
}

/// Of accounts and the office.
const Words& accountDeeds() {
    static const Words words{
        {"job.make", say("keep.did_job_make")},
        {"office.change", say("keep.did_office_change")},
        {"password.change", say("keep.did_password_change")},
        {"password.reset", say("keep.did_password_reset")},
        {"session.begin", say("keep.did_session_begin")},
        {"session.end", say("keep.did_session_end")},
        {"setup.offer", say("keep.did_setup_offer")},
        {"setup.finish", say("keep.did_setup_finish")},
        {"template.add", say("keep.did_template_add")},
        {"template.change", say("keep.did_template_change")},
        {"template.remove", say("keep.did_template_remove")},
        {"token.make", say("keep.did_token_make")},
        {"token.revoke", say("keep.did_token_revoke")},
        {"user.make", say("keep.did_user_make")},
        {"user.roles", say("keep.did_user_roles")},
        {"user.disable", say("keep.did_user_disable")},
        {"user.enable", say("keep.did_user_enable")},
    };
    return words;
}

}  // namespace

base::Message kindWords(std::string_view kind, const base::Message& other) {
    if (kind == "declaration") return say("desk.kind_declaration");
    if (kind == "joint-declaration") return say("desk.kind_joint");
    if (kind == "attendance-list") return say("desk.kind_attendance");
    if (kind == "notice") return say("desk.kind_notice");
    return other;
}

std::string kindText(std::string_view documentKind) {
    static const Words words{{"declaration", say("keep.kind_declaration")},
                             {"joint-declaration", say("keep.kind_joint")},
                             {"attendance-list", say("keep.kind_list")},
                             {"notice", say("keep.kind_notice")},
                             {"other", say("keep.kind_other")}};
    return in(words, documentKind);
}

std::string effectText(std::string_view indication) {
    static const Words words{{"TOTAL-PASSED", say("keep.effect_passed")},
                             {"TOTAL-FAILED", say("keep.effect_failed")},
                             {"INDETERMINATE", say("keep.effect_open")}};
    return in(words, indication);
}

std::string roleText(std::string_view role) {
    static const Words words{{"clerk", say("keep.role_clerk")},
                             {"reader", say("keep.role_reader")},
                             {"archivist", say("keep.role_archivist")},
                             {"administrator", say("keep.role_administrator")}};
    return in(words, role);
}

std::string scopeText(std::string_view scope) {
    static const Words words{{"read", say("keep.scope_read")},           {"meetings", say("keep.scope_meetings")},
                             {"documents", say("keep.scope_documents")}, {"links", say("keep.scope_links")},
                             {"archive", say("keep.scope_archive")},     {"reports", say("keep.scope_reports")},
                             {"audit", say("keep.scope_audit")}};
    return in(words, scope);
}

std::string damageText(std::string_view kind) {
    static const Words words{{"missing", say("keep.damage_missing")},
                             {"damaged", say("keep.damage_damaged")},
                             {"foreign", say("keep.damage_foreign")}};
    return in(words, kind);
}

std::string didText(std::string_view action) {
    for (const Words* words : {&signingDeeds(), &meetingDeeds(), &accountDeeds()})
        if (words->contains(action)) return in(*words, action);
    return std::string(action);
}

std::string thingText(std::string_view subjectKind) {
    static const Words words{{"document", say("keep.subject_document")}, {"signer", say("keep.subject_signer")},
                             {"upload", say("keep.subject_upload")},     {"meeting", say("keep.subject_meeting")},
                             {"record", say("keep.subject_record")},     {"user", say("keep.subject_user")},
                             {"token", say("keep.subject_token")},       {"template", say("keep.subject_template")},
                             {"office", say("keep.subject_office")},     {"job", say("keep.subject_job")}};
    return in(words, subjectKind);
}

std::string otherName(const Value& signer) {
    std::string name = textAt(signer, "signed_name");
    return domain::isExpectedName(textAt(signer, "expected_name"), name) ? std::string() : name;
}

bool takesSignatures(std::string_view documentState) {
    const auto state = domain::documentState(documentState);
    return state && domain::takesSignatures(*state);
}

std::string toneOf(std::string_view verdict) {
    if (verdict == "TOTAL-PASSED") return "good";
    return verdict == "TOTAL-FAILED" || verdict == "UNREADABLE" ? "bad" : "warn";
}

std::string textAt(const Value& tree, std::string_view path) {
    const Value* found = tree.at(path);
    if (found == nullptr) return {};
    if (const auto* number = found->integer()) return std::to_string(*number);
    return found->text() == nullptr ? std::string() : *found->text();
}

Value valueAt(const Value& tree, std::string_view path) {
    const Value* found = tree.at(path);
    return found == nullptr ? Value() : *found;
}

bool isTrueAt(const Value& tree, std::string_view path) {
    const Value* found = tree.at(path);
    return found != nullptr && !templates::isMissing(found);
}

std::int64_t numberAt(const Value& tree, std::string_view path) {
    const Value* found = tree.at(path);
    const auto* number = found == nullptr ? nullptr : found->integer();
    return number == nullptr ? 0 : *number;
}

const Value::List& listAt(const Value& tree, std::string_view path) {
    static const Value::List none;
    const Value* found = tree.at(path);
    return found == nullptr || found->list() == nullptr ? none : *found->list();
}

Value::List takeList(Value& tree, std::string_view name) {
    auto* map = tree.map();
    if (map == nullptr) return {};
    const auto member = map->find(name);
    return member == map->end() || member->second.list() == nullptr ? Value::List() : std::move(*member->second.list());
}

}  // namespace web
