#pragma once

#include <string>
#include <vector>

#include "server/store/sqlite_store.h"
#include "server/workflow/audit.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"
#include "server/workflow/meetings.h"
#include "tests/support/memory_store.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace support {

/// What the use cases of meetings need, over SQLite rows in a folder of its own. Both samples are there.
struct MeetingRows {
    MeetingRows();
    ~MeetingRows();

    base::Instant now = *base::parseInstant("2026-11-25T12:00:00Z");
    TemporaryFolder folder{};
    store::DataFolder data{folder / "data"};
    store::SqliteStore rows{data};
    MemoryArchive files{};
    workflow::Clock clock = [this] { return now; };
    workflow::Audit audit{rows, clock};
    workflow::MeetingPorts ports{rows, rows, rows, files, audit, clock};
    const domain::Actor clerk{domain::Actor::Kind::user, "clerk", {}, {domain::Role::clerk}, {}};
    const std::string knurow = "knurow-2019-11-13";
    const std::string bedzin = "bedzin-2019-11-27";

    static templates::Value tree(std::string_view json);

    /// "meeting.make knurow participants 3" of each event.
    std::vector<std::string> told();
    /// All that the trail says.
    std::string trail();
    /// Remembers what it is shown.
    workflow::Expected see(std::string& seen);
    /// Refuses whatever it is shown.
    static void refuse(std::string_view);
};

}  // namespace support
