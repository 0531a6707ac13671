#include <algorithm>
#include <map>
#include <set>

#include "server/domain/record.h"
#include "server/http/answers.h"
#include "server/web/desk.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using http::segmentOf;
using templates::Value;

constexpr std::size_t kMostShown = 100;

std::string recordPath(const Visit& visit) { return "/archive/records/" + segmentOf(visit.captured(0)); }

/// The record with the words for its codes.
Value described(Value record) {
    Value::List signers;
    bool isDemonstration = false;
    for (const Value& one : listAt(record, "signatures")) {
        const Value name(textAt(one, "signer"));
        if (!templates::isMissing(&name) && std::find(signers.begin(), signers.end(), name) == signers.end())
            signers.push_back(name);
        isDemonstration |= isTrueAt(one, "demonstration");
    }
    const std::string verdict = textAt(record, "verdict");
    record.set("signers", std::move(signers));
    record.set("demonstration", isDemonstration);
    record.set("verdict_text", base::text(domain::verdictWords(verdict)));
    record.set("tone", toneOf(verdict));
    record.set("kind_text", kindText(textAt(record, "kind")));
    return record;
}

/// Who accedes by each declaration, by its document's id: the certificates of its signatures may be the office's own.
std::map<std::string, std::string> partiesOf(const Visit& visit, const Value::List& records) {
    std::set<std::string> meetings;
    for (const Value& record : records)
        if (textAt(record, "kind") == "declaration") meetings.insert(textAt(record, "meeting"));
    std::map<std::string, std::string> parties;
    for (const std::string& meeting : meetings) {
        const Value documents = visit.find("/documents?limit=200&meeting=" + segmentOf(meeting));
        for (const Value& document : listAt(documents, "data"))
            for (const Value& one : listAt(document, "signers"))
                if (textAt(one, "field") != kLeaderField)
                    parties.try_emplace(textAt(document, "id"), textAt(one, "party"));
    }
    return parties;
}

/// Puts the meeting's name and date beside its id in each record, and the party in place of the signers.
void addNames(const Visit& visit, Value::List& records) {
    if (records.empty()) return;
    const Value::List meetings = visit.all("/meetings");
    const auto parties = partiesOf(visit, records);
    for (Value& record : records) {
        const std::string id = textAt(record, "meeting");
        const auto its = std::ranges::find_if(meetings, [&](const Value& one) { return textAt(one, "id") == id; });
        record.set("meeting_name", its == meetings.end() ? id : shortName(*its));
        if (its != meetings.end()) record.set("meeting_date", textAt(*its, "date"));
        if (textAt(record, "kind") != "declaration") continue;
        if (const auto party = parties.find(textAt(record, "document")); party != parties.end())
            record.set("signers", Value::List{party->second});
    }
}

/// What the last check of the whole archive found, or that none was made.
Value::Map integrity(const Visit& visit) {
    Value newest;
    for (Value& job : visit.all("/jobs"))
        if (textAt(job, "kind") == "archive-check" && textAt(job, "made_at") >= textAt(newest, "made_at"))
            newest = std::move(job);
    if (newest.isNull()) return {{"never", true}};
    const std::string state = textAt(newest, "state");
    const bool isGood = state == "done" && listAt(newest, "result.damages").empty();
    const bool isOpen = state == "waiting" || state == "running";
    return {{"id", textAt(newest, "id")},
            {"at", textAt(newest, isOpen ? "made_at" : "ended_at")},
            {"open", isOpen},
            {"good", isGood},
            {"bad", !isGood && !isOpen}};
}

Response list(const Visit& visit) {
    const std::string words = visit.query("q");
    Value::List records = visit.all("/archive/records?q=" + segmentOf(words));
    std::stable_sort(records.begin(), records.end(),
                     [](const Value& a, const Value& b) { return textAt(a, "archivedAt") > textAt(b, "archivedAt"); });
    const std::string found = std::to_string(records.size());
    Value::Map data{{"q", words}, {"title", base::text(say("web.archive"))}};
    data["archive_empty"] = records.empty() && words.empty();
    data["nothing_found"] = records.empty() && !words.empty();
    if (!records.empty() && !words.empty()) data["found"] = base::text(say("keep.records_found", {found}));
    if (records.size() > kMostShown)
        data["overfull"] = base::text(say("keep.overfull", {std::to_string(kMostShown), found}));
    records.resize(std::min(records.size(), kMostShown));
    for (Value& one : records) one = described(std::move(one));
    addNames(visit, records);
    data["records"] = std::move(records);
    data["integrity"] = integrity(visit);
    return visit.page("archive", std::move(data));
}

/// Each signature's result beside what the verdict of that time says about it.
Value::List signatureRows(const Value& record) {
    Value::List rows;
    for (Value one : listAt(record, "signatures")) {
        one.set("effect", effectText(textAt(one, "indication")));
        one.set("tone", toneOf(textAt(one, "indication")));
        rows.push_back(std::move(one));
    }
    return rows;
}

/// The sentences of the kept verdict; they are in the language in which they were kept.
Value::List remarksOf(const Value& verdict) {
    Value::List remarks;
    for (const Value& one : listAt(verdict, "signatures"))
        for (const char* member : {"reasons", "changes"})
            for (const Value& sentence : listAt(one, member))
                if (std::find(remarks.begin(), remarks.end(), sentence) == remarks.end()) remarks.push_back(sentence);
    if (const std::string error = textAt(verdict, "error"); !error.empty()) remarks.emplace_back(error);
    return remarks;
}

Response show(const Visit& visit) {
    Value record = described(visit.get(recordPath(visit)));
    Value::Map data{{"title", textAt(record, "file")}};
    data["signatures"] = signatureRows(record);
    data["record"] = std::move(record);
    const Value meeting = visit.find(recordPath(visit) + "/meeting");
    data["snapshot"] = Value::Map{{"title", textAt(meeting, "meeting.title")},
                                  {"date", textAt(meeting, "meeting.date")},
                                  {"team", textAt(meeting, "team.name")},
                                  {"project", textAt(meeting, "project.title")},
                                  {"people", std::to_string(listAt(meeting, "participants").size())}};
    const Value verdict = visit.find(recordPath(visit) + "/verdict");
    data["damaged"] = meeting.isNull() || verdict.isNull();
    data["remarks"] = remarksOf(verdict);
    return visit.page("record", std::move(data));
}

Response start(const Visit& visit) {
    const Answer answer = visit.send("POST", "/archive/checks");
    return afterChange(answer, pagePath({"archiwum", "sprawdzenia", textAt(answer.body, "id")}));
}

Value::List damageRows(const Value& job) {
    Value::List rows;
    for (Value one : listAt(job, "result.damages")) {
        one.set("state", damageText(textAt(one, "kind")));
        rows.push_back(std::move(one));
    }
    return rows;
}

Response showCheck(const Visit& visit) {
    Value job = visit.get("/jobs/" + segmentOf(visit.captured(0)));
    const std::string state = textAt(job, "state");
    Value::List damages = damageRows(job);
    const bool isDone = state == "done";
    const Value* total = job.find("total");
    const bool isEmpty = total == nullptr || templates::isMissing(total);
    const Value* done = job.find("done");
    const std::string count = std::to_string(done != nullptr && done->integer() != nullptr ? *done->integer() : 0);
    Value::Map data{{"title", base::text(say("keep.check_title"))}};
    data["waiting"] = state == "waiting";
    data["running"] = state == "running";
    data["failed"] = state == "failed";
    data["good"] = isDone && damages.empty() && !isEmpty;
    data["nothing"] = isDone && isEmpty;
    data["bad"] = isDone && !damages.empty();
    data["checked"] = base::text(say("keep.check_counts", {count}));
    data["damages"] = std::move(damages);
    data["job"] = std::move(job);
    return visit.page("archive_check", std::move(data));
}

/// One of the record's files, as it is kept.
auto part(const char* name) {
    return [name](const Visit& visit) { return visit.file(recordPath(visit) + name); };
}

}  // namespace

std::vector<Page> archivePages() {
    return {
        {"GET", "/archiwum", list},
        {"GET", "/archiwum/{id}", show},
        {"GET", "/archiwum/{id}/dokument", part("/document")},
        {"GET", "/archiwum/{id}/wynik", part("/verdict")},
        {"GET", "/archiwum/{id}/spotkanie", part("/meeting")},
        {"POST", "/archiwum/sprawdzenia", start},
        {"GET", "/archiwum/sprawdzenia/{id}", showCheck},
    };
}

}  // namespace web
