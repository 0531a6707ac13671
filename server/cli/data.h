#pragma once

#include "server/archive/content_store.h"
#include "server/store/data_folder.h"
#include "server/store/sqlite_store.h"

namespace cli {

struct Console;
class Options;

/// A data folder that is locked for us, with all that lies in it.
struct Data {
    store::DataFolder folder;
    store::SqliteStore store{folder};
    archive::ContentStore archive{folder.path()};

    explicit Data(const std::filesystem::path& path) : folder(path) {}
    /// That of --data or AKCES_DATA. Throws as its parts do.
    Data(const Options& options, const Console& console);
};

/// For what only reads: throws Error(unreadable) when there is no such folder, Error(usage) when `out` lies in it.
void expectData(const Options& options, const Console& console, const std::filesystem::path& out = {});

}  // namespace cli
