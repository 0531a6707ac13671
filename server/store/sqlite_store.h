#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/data_folder.h"
#include "server/workflow/ports.h"

namespace store {

/// Typed rows in DATA/akces.sqlite (WAL, synchronous FULL). Its schema has a number; a newer one is refused.
class SqliteStore : public workflow::Store {
public:
    /// Opens or makes the database of a locked folder. Throws Error(data) for a newer schema, Error(unreadable) for
    /// what is no database or damaged, Error(cannotWrite).
    explicit SqliteStore(const DataFolder& data);
    ~SqliteStore() override;

    void saveMeeting(const domain::Meeting& meeting) override;
    std::optional<domain::Meeting> meeting(std::string_view id) override;
    std::vector<std::string> meetingIds() override;
    void addRecord(const domain::Record& record) override;
    std::vector<domain::Record> records() override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace store
