#pragma once

#include "server/store/sqlite_store.h"
#include "tests/support/temporary_folder.h"

namespace support {

/// A new database in a folder of its own, which goes with it.
struct StoredRows {
    TemporaryFolder folder{};
    store::DataFolder data{folder / "data"};
    store::SqliteStore rows{data};
};

}  // namespace support
