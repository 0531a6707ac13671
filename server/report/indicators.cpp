#include "server/report/indicators.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "server/domain/signature_field.h"

namespace report {
namespace {

using base::Message;
using base::say;
using domain::Meeting;
using domain::Record;
using domain::RecordedSignature;

Evidence evidenceOf(const Record& record) {
    return {base::text(say("report.evidence", {record.fileName, record.id})), record.id};
}

/// "osoba nr 3" with its institution or function: the claim's place in the meeting's file.
Evidence evidenceOf(const Meeting& meeting, const domain::Participant& one) {
    std::string who = domain::institutionName(meeting, one);
    if (who.empty()) who = one.function.value_or(domain::titleName(one));
    return {base::text(say("report.claim", {std::to_string(one.order), who})), {}};
}

bool isStrategic(const domain::Participant& one) {
    return std::find(one.roles.begin(), one.roles.end(), "strategic_partner") != one.roles.end();
}

bool isDeclaration(const Record& record) {
    return record.kind == domain::DocumentKind::declaration || record.kind == domain::DocumentKind::jointDeclaration;
}

/// Whether the office's key sealed a name that a partner typed: the field is a partner's, the certificate's name that
/// of the leader's field. It says who was named, and never counts as the partner's own verified signature.
bool isTyped(const Record& record, const RecordedSignature& one) {
    const auto isOffice = [&one](const RecordedSignature& other) {
        return other.field == domain::kLeaderField && other.signerName == one.signerName;
    };
    return one.field != domain::kLeaderField &&
           std::any_of(record.signatures.begin(), record.signatures.end(), isOffice);
}

enum class Origin { real, demonstration };

/// Counts one meeting.
class Counting {
public:
    Counting(const Meeting& meeting, std::vector<const Record*> records)
        : meeting_(meeting), records_(std::move(records)) {}

    std::vector<Indicator> all() {
        claims(say("report.claimed"), [](const domain::Participant& one) { return domain::getsDeclaration(one); });
        claims(say("report.strategic"), isStrategic);
        for (const Origin origin : {Origin::real, Origin::demonstration}) {
            partners(say("report.signed"), origin,
                     [](const Record&, const RecordedSignature& one) { return one.intact; });
            partners(say("report.typed"), origin, [](const Record& record, const RecordedSignature& one) {
                return one.intact && isTyped(record, one);
            });
            if (made_.back().count == 0) made_.pop_back();  // a line of its own where there are such
            partners(say("report.verified"), origin, [](const Record& record, const RecordedSignature& one) {
                return isVerified(one) && !isTyped(record, one);
            });
            acceptances(origin);
        }
        documents(say("report.declarations"), isDeclaration);
        documents(say("report.lists"),
                  [](const Record& one) { return one.kind == domain::DocumentKind::attendanceList; });
        documents(say("report.others"), [](const Record& one) {
            return one.kind == domain::DocumentKind::notice || one.kind == domain::DocumentKind::other;
        });
        documents(say("report.findings"), [](const Record& one) {
            return one.verdict == "TOTAL-FAILED" || one.verdict == "INDETERMINATE" || one.verdict == "UNREADABLE";
        });
        return std::move(made_);
    }

private:
    static bool isVerified(const RecordedSignature& one) { return one.intact && one.indication == "TOTAL-PASSED"; }
    static bool isOf(Origin origin, const RecordedSignature& one) {
        return one.demonstration == (origin == Origin::demonstration);
    }
    static Message gradeName(Origin origin) {
        return origin == Origin::real ? say("report.real") : say("report.demonstration");
    }

    Indicator& add(Message name, Message grade) {
        Indicator& made = made_.emplace_back();
        made.meetingId = meeting_.id;
        if (meeting_.meeting) made.date = meeting_.meeting->date.value_or("");
        made.name = std::move(name);
        made.grade = std::move(grade);
        return made;
    }

    void claims(Message name, const std::function<bool(const domain::Participant&)>& counts) {
        Indicator& made = add(std::move(name), say("report.by_source"));
        const bool isComplete = !meeting_.source || meeting_.source->participantsComplete.value_or(true);
        made.isAtLeast = !isComplete;
        for (const domain::Participant& one : meeting_.participants)
            if (counts(one)) made.evidence.push_back(evidenceOf(meeting_, one));
        made.count = made.evidence.size();
    }

    /// Partners with a signature that `counts`, each once.
    void partners(Message name, Origin origin,
                  const std::function<bool(const Record&, const RecordedSignature&)>& counts) {
        std::set<std::int64_t> orders;
        Indicator& made = add(std::move(name), gradeName(origin));
        for (const Record* record : records_) {
            bool isEvidence = false;
            for (const RecordedSignature& one : record->signatures)
                if (isDeclaration(*record) && one.participant && isParty(*one.participant) && isOf(origin, one) &&
                    counts(*record, one))
                    isEvidence = orders.insert(*one.participant).second || isEvidence;
            if (isEvidence) made.evidence.push_back(evidenceOf(*record));
        }
        made.count = orders.size();
    }

    bool isParty(std::int64_t order) const {
        return std::any_of(meeting_.participants.begin(), meeting_.participants.end(),
                           [&](const auto& one) { return one.order == order && domain::getsDeclaration(one); });
    }

    /// A declaration that somebody of this meeting has signed.
    bool isOurs(const Record& record) const {
        return isDeclaration(record) &&
               std::any_of(record.signatures.begin(), record.signatures.end(),
                           [&](const auto& one) { return one.participant && isParty(*one.participant); });
    }

    void acceptances(Origin origin) {
        std::set<std::string> accepted;
        Indicator& made = add(say("report.accepted"), gradeName(origin));
        for (const Record* record : records_)
            for (const RecordedSignature& one : record->signatures)
                if (isOurs(*record) && one.field == domain::kLeaderField && isOf(origin, one) && isVerified(one) &&
                    accepted.insert(record->documentId.empty() ? record->sha256 : record->documentId).second)
                    made.evidence.push_back(evidenceOf(*record));
        made.count = accepted.size();
    }

    void documents(Message name, const std::function<bool(const Record&)>& counts) {
        Indicator& made = add(std::move(name), say("report.in_archive"));
        for (const Record* record : records_)
            if (counts(*record)) made.evidence.push_back(evidenceOf(*record));
        made.count = made.evidence.size();
    }

    const Meeting& meeting_;
    std::vector<const Record*> records_;
    std::vector<Indicator> made_{};
};

/// Sums of the indicators that are alike, in the order of the first meeting's.
std::vector<Indicator> sums(const std::vector<Indicator>& all) {
    std::vector<Indicator> sums;
    auto next = sums.begin();  // behind the one before: where a line stands that other meetings have not
    for (const Indicator& one : all) {
        auto found = std::find_if(sums.begin(), sums.end(),
                                  [&](const Indicator& sum) { return sum.name == one.name && sum.grade == one.grade; });
        if (found == sums.end()) found = sums.insert(next, Indicator{{}, {}, one.name, one.grade, 0, false, {}});
        next = found + 1;
        Indicator& sum = *found;
        sum.count += one.count;
        sum.isAtLeast = sum.isAtLeast || one.isAtLeast;
        for (const Evidence& evidence : one.evidence)
            sum.evidence.push_back(
                {base::text(say("report.of_meeting", {one.meetingId, evidence.text})), evidence.recordId});
    }
    return sums;
}

}  // namespace

std::vector<Record> latestRecords(const std::vector<Record>& records) {
    std::map<std::pair<std::string, std::string>, Record> latest;
    for (const Record& record : records) {
        Record& kept = latest[{record.meetingId, record.sha256}];
        if (kept.id.empty() || std::tie(kept.archivedAt, kept.id) < std::tie(record.archivedAt, record.id))
            kept = record;
    }
    std::vector<Record> all;
    all.reserve(latest.size());
    for (auto& [key, record] : latest) all.push_back(std::move(record));
    std::sort(all.begin(), all.end(), [](const Record& left, const Record& right) {
        return std::tie(left.meetingId, left.fileName, left.id) < std::tie(right.meetingId, right.fileName, right.id);
    });
    return all;
}

std::vector<Indicator> indicators(const std::vector<Meeting>& meetings, const std::vector<Record>& records) {
    const std::vector<Record> latest = latestRecords(records);
    std::vector<Indicator> all;
    for (const Meeting& meeting : meetings) {
        std::vector<const Record*> its;
        for (const Record& record : latest)
            if (record.meetingId == meeting.id) its.push_back(&record);
        for (Indicator& one : Counting(meeting, std::move(its)).all()) all.push_back(std::move(one));
    }
    for (Indicator& sum : sums(all)) all.push_back(std::move(sum));
    return all;
}

}  // namespace report
