#include "tests/support/memory_store.h"

namespace support {

void MemoryStore::transaction(const std::function<void()>& work) {
    const auto meetings = meetings_;
    const auto records = records_;
    try {
        work();
    } catch (...) {
        meetings_ = meetings;
        records_ = records;
        throw;
    }
}

void MemoryStore::saveMeeting(const domain::Meeting& meeting) { meetings_[meeting.id] = meeting; }

std::optional<domain::Meeting> MemoryStore::meeting(std::string_view id) {
    const auto found = meetings_.find(id);
    return found == meetings_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<domain::Meeting> MemoryStore::allMeetings() {
    std::vector<domain::Meeting> all;
    for (const auto& [id, meeting] : meetings_) all.push_back(meeting);
    return all;
}

std::vector<workflow::PartOf<domain::Project>> MemoryStore::projects() {
    std::vector<workflow::PartOf<domain::Project>> all;
    for (const auto& [id, meeting] : meetings_)
        if (meeting.project) all.push_back({id, *meeting.project});
    return all;
}

std::vector<workflow::PartOf<domain::Team>> MemoryStore::teams() {
    std::vector<workflow::PartOf<domain::Team>> all;
    for (const auto& [id, meeting] : meetings_)
        if (meeting.team) all.push_back({id, *meeting.team});
    return all;
}

std::vector<workflow::PartOf<domain::Institution>> MemoryStore::institutions() {
    std::vector<workflow::PartOf<domain::Institution>> all;
    for (const auto& [id, meeting] : meetings_)
        for (const domain::Institution& one : meeting.institutions) all.push_back({id, one});
    return all;
}

std::vector<workflow::MeetingSummary> MemoryStore::meetings(const workflow::PageWish& page) {
    std::vector<workflow::MeetingSummary> some;
    for (auto at = meetings_.upper_bound(page.after); at != meetings_.end() && some.size() < page.limit; ++at) {
        workflow::MeetingSummary one;
        one.id = at->first;
        one.participants = static_cast<std::int64_t>(at->second.participants.size());
        some.push_back(std::move(one));
    }
    return some;
}

std::optional<workflow::MeetingSummary> MemoryStore::summary(std::string_view meetingId) {
    for (auto& one : meetings({{}, meetings_.size()}))
        if (one.id == meetingId) return std::move(one);
    return std::nullopt;
}

void MemoryStore::removeMeeting(std::string_view id) { meetings_.erase(std::string(id)); }

void MemoryStore::addRecord(const domain::Record& record) {
    if (isFull) throw base::Error(base::ErrorCode::cannotWrite, base::say("store.cannot_write", {"full"}));
    const auto isSame = [&](const domain::Record& other) { return other.id == record.id; };
    if (std::none_of(records_.begin(), records_.end(), isSame)) records_.push_back(record);
}

std::vector<domain::Record> MemoryStore::records() { return records_; }

std::optional<domain::Record> MemoryStore::record(std::string_view id) {
    for (const domain::Record& one : records_)
        if (one.id == id) return one;
    return std::nullopt;
}

std::vector<domain::Record> MemoryStore::records(const workflow::PageWish& page) {
    std::vector<domain::Record> some = records_;
    std::erase_if(some, [&](const domain::Record& one) { return one.id <= page.after; });
    std::sort(some.begin(), some.end(), [](const auto& left, const auto& right) { return left.id < right.id; });
    if (some.size() > page.limit) some.resize(page.limit);
    return some;
}

bool MemoryStore::hasRecords(std::string_view meetingId) {
    return std::any_of(records_.begin(), records_.end(),
                       [&](const domain::Record& one) { return one.meetingId == meetingId; });
}

std::string MemoryArchive::put(base::ByteView object) {
    if (isFull) throw base::Error(base::ErrorCode::cannotWrite, base::say("file.cannot_write", {"archive", "full"}));
    const std::string name = base::hex(signing::sha256(object));
    objects[name] = base::Bytes(object);
    return name;
}

base::Bytes MemoryArchive::get(std::string_view sha256) {
    const auto found = objects.find(sha256);
    if (found == objects.end())
        throw base::Error(base::ErrorCode::notFound, base::say("archive.no_object", {std::string(sha256)}));
    return found->second;
}

std::vector<MemoryArchive::Damage> MemoryArchive::check(const std::vector<std::string>& expected) {
    std::vector<Damage> found;
    for (const std::string& name : expected)
        if (!objects.contains(name)) found.push_back({DamageKind::missing, name});
    return found;
}

MemoryStore::MemoryStore() = default;

MemoryStore::~MemoryStore() = default;

MemoryArchive::MemoryArchive() = default;

MemoryArchive::~MemoryArchive() = default;

}  // namespace support
