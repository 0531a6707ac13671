#include "server/workflow/record_json.h"

#include "base/error.h"
#include "base/json_text.h"
#include "server/workflow/json_value.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using templates::Value;

Value signatureValue(const domain::RecordedSignature& one) {
    Value value(Value::Map{{"field", one.field},
                           {"signer", one.signerName},
                           {"indication", one.indication},
                           {"intact", one.intact},
                           {"demonstration", one.demonstration}});
    if (one.participant) value.set("participant", *one.participant);
    return value;
}

Error unreadableRecord() { return Error(ErrorCode::data, say("archive.bad_record")); }

std::string text(const Value& value, std::string_view key) {
    const Value* member = value.find(key);
    if (member == nullptr || member->text() == nullptr) throw unreadableRecord();
    return *member->text();
}

std::int64_t number(const Value& value, std::string_view key) {
    const Value* member = value.find(key);
    if (member == nullptr || member->integer() == nullptr) throw unreadableRecord();
    return *member->integer();
}

bool truth(const Value& value, std::string_view key) {
    const Value* member = value.find(key);
    if (member == nullptr || member->truth() == nullptr) throw unreadableRecord();
    return *member->truth();
}

domain::RecordedSignature signatureOf(const Value& value) {
    domain::RecordedSignature one;
    one.field = text(value, "field");
    if (value.find("participant") != nullptr) one.participant = number(value, "participant");
    one.signerName = text(value, "signer");
    one.indication = text(value, "indication");
    one.intact = truth(value, "intact");
    one.demonstration = truth(value, "demonstration");
    return one;
}

}  // namespace

Value recordValue(const domain::Record& record) {
    Value::List signatures;
    for (const auto& one : record.signatures) signatures.push_back(signatureValue(one));
    return Value::Map{{"id", record.id},
                      {"meeting", record.meetingId},
                      {"document", record.documentId},
                      {"kind", domain::name(record.kind)},
                      {"file", record.fileName},
                      {"sha256", record.sha256},
                      {"size", static_cast<std::int64_t>(record.size)},
                      {"snapshotSha256", record.snapshotSha256},
                      {"verdictSha256", record.verdictSha256},
                      {"verdict", record.verdict},
                      {"archivedAt", base::isoInstant(record.archivedAt)},
                      {"signatures", std::move(signatures)}};
}

std::string recordJson(const domain::Record& record) { return valueJson(recordValue(record)); }

domain::Record readRecord(std::string_view json) {
    const Value value = readJson(json, "");
    domain::Record record;
    record.id = text(value, "id");
    record.meetingId = text(value, "meeting");
    record.documentId = text(value, "document");
    const auto kind = domain::documentKind(text(value, "kind"));
    record.fileName = text(value, "file");
    record.sha256 = text(value, "sha256");
    const std::int64_t size = number(value, "size");
    record.snapshotSha256 = text(value, "snapshotSha256");
    record.verdictSha256 = text(value, "verdictSha256");
    record.verdict = text(value, "verdict");
    const auto at = base::parseInstant(text(value, "archivedAt"));
    const Value* signatures = value.find("signatures");
    if (!kind || size < 0 || !at || signatures == nullptr || signatures->list() == nullptr) throw unreadableRecord();
    record.kind = *kind;
    record.size = static_cast<std::size_t>(size);
    record.archivedAt = *at;
    for (const Value& one : *signatures->list()) record.signatures.push_back(signatureOf(one));
    if (recordValue(record) != value) throw unreadableRecord();  // a member that is not ours
    return record;
}

}  // namespace workflow
