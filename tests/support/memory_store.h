#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "server/workflow/ports.h"
#include "signing/digest.h"

namespace support {

/// Rows in memory.
class MemoryStore : public workflow::Store {
public:
    void transaction(const std::function<void()>& work) override {
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
    void saveMeeting(const domain::Meeting& meeting) override { meetings_[meeting.id] = meeting; }
    std::optional<domain::Meeting> meeting(std::string_view id) override {
        const auto found = meetings_.find(id);
        return found == meetings_.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<std::string> meetingIds() override {
        std::vector<std::string> ids;
        for (const auto& [id, meeting] : meetings_) ids.push_back(id);
        return ids;
    }
    std::vector<workflow::MeetingSummary> meetings(const workflow::PageWish& page) override {
        std::vector<workflow::MeetingSummary> some;
        for (auto at = meetings_.upper_bound(page.after); at != meetings_.end() && some.size() < page.limit; ++at) {
            workflow::MeetingSummary one;
            one.id = at->first;
            one.participants = static_cast<std::int64_t>(at->second.participants.size());
            some.push_back(std::move(one));
        }
        return some;
    }
    void removeMeeting(std::string_view id) override { meetings_.erase(std::string(id)); }
    void addRecord(const domain::Record& record) override {
        if (isFull) throw base::Error(base::ErrorCode::cannotWrite, base::say("store.cannot_write", {"full"}));
        const auto isSame = [&](const domain::Record& other) { return other.id == record.id; };
        if (std::none_of(records_.begin(), records_.end(), isSame)) records_.push_back(record);
    }
    std::vector<domain::Record> records() override { return records_; }
    std::optional<domain::Record> record(std::string_view id) override {
        for (const domain::Record& one : records_)
            if (one.id == id) return one;
        return std::nullopt;
    }
    std::vector<domain::Record> records(const workflow::PageWish& page) override {
        std::vector<domain::Record> some = records_;
        std::erase_if(some, [&](const domain::Record& one) { return one.id <= page.after; });
        std::sort(some.begin(), some.end(), [](const auto& left, const auto& right) { return left.id < right.id; });
        if (some.size() > page.limit) some.resize(page.limit);
        return some;
    }
    bool hasRecords(std::string_view meetingId) override {
        return std::any_of(records_.begin(), records_.end(),
                           [&](const domain::Record& one) { return one.meetingId == meetingId; });
    }

    bool isFull = false;  ///< adding a record fails

private:
    std::map<std::string, domain::Meeting, std::less<>> meetings_{};
    std::vector<domain::Record> records_{};
};

/// Objects in memory.
class MemoryArchive : public workflow::Archive {
public:
    std::string put(base::ByteView object) override {
        if (isFull)
            throw base::Error(base::ErrorCode::cannotWrite, base::say("file.cannot_write", {"archive", "full"}));
        const std::string name = base::hex(signing::sha256(object));
        objects[name] = base::Bytes(object);
        return name;
    }
    base::Bytes get(std::string_view sha256) override {
        const auto found = objects.find(sha256);
        if (found == objects.end())
            throw base::Error(base::ErrorCode::notFound, base::say("archive.no_object", {std::string(sha256)}));
        return found->second;
    }
    std::vector<Damage> check(const std::vector<std::string>& expected) override {
        std::vector<Damage> found;
        for (const std::string& name : expected)
            if (!objects.contains(name)) found.push_back({DamageKind::missing, name});
        return found;
    }

    std::map<std::string, base::Bytes, std::less<>> objects{};
    bool isFull = false;  ///< putting an object fails
};

}  // namespace support
