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
    MemoryStore();
    ~MemoryStore() override;
    void transaction(const std::function<void()>& work) override;
    void saveMeeting(const domain::Meeting& meeting) override;
    std::optional<domain::Meeting> meeting(std::string_view id) override;
    std::vector<domain::Meeting> allMeetings() override;
    std::vector<workflow::PartOf<domain::Project>> projects() override;
    std::vector<workflow::PartOf<domain::Team>> teams() override;
    std::vector<workflow::PartOf<domain::Institution>> institutions() override;
    std::vector<workflow::MeetingSummary> meetings(const workflow::PageWish& page) override;
    std::optional<workflow::MeetingSummary> summary(std::string_view meetingId) override;
    void removeMeeting(std::string_view id) override;
    void addRecord(const domain::Record& record) override;
    std::vector<domain::Record> records() override;
    std::optional<domain::Record> record(std::string_view id) override;
    std::vector<domain::Record> records(const workflow::PageWish& page) override;
    bool hasRecords(std::string_view meetingId) override;

    bool isFull = false;  ///< adding a record fails

private:
    std::map<std::string, domain::Meeting, std::less<>> meetings_{};
    std::vector<domain::Record> records_{};
};

/// Objects in memory.
class MemoryArchive : public workflow::Archive {
public:
    MemoryArchive();
    ~MemoryArchive() override;
    std::string put(base::ByteView object) override;
    base::Bytes get(std::string_view sha256) override;
    std::vector<Damage> check(const std::vector<std::string>& expected) override;

    std::map<std::string, base::Bytes, std::less<>> objects{};
    bool isFull = false;  ///< putting an object fails
};

}  // namespace support
