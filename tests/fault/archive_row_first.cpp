// The sweep's control: `akces archive add` with one thing wrong, the row is written before the files.
//
// usage: archive_row_first FILE.pdf MEETING DATA
#include <chrono>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/file.h"
#include "server/archive/content_store.h"
#include "server/store/data_folder.h"
#include "server/store/sqlite_store.h"
#include "server/workflow/archive_document.h"
#include "signing/digest.h"

namespace {

/// Keeps the objects to itself until it is told to write them.
class LateArchive : public workflow::Archive {
public:
    explicit LateArchive(workflow::Archive& archive) : archive_(archive) {}

    std::string put(base::ByteView object) override {
        waiting_.emplace_back(object);
        return base::hex(signing::sha256(object));
    }
    base::Bytes get(std::string_view sha256) override { return archive_.get(sha256); }
    std::vector<Damage> check(const std::vector<std::string>& expected) override { return archive_.check(expected); }
    void write() {
        for (const base::Bytes& object : waiting_) archive_.put(object);
    }

private:
    workflow::Archive& archive_;
    std::vector<base::Bytes> waiting_{};
};

void add(const std::filesystem::path& file, const std::string& meeting, const std::filesystem::path& folder) {
    const store::DataFolder data(folder);
    store::SqliteStore rows(data);
    archive::ContentStore objects(data.path());
    LateArchive late(objects);
    const base::Bytes bytes = base::readFile(file, std::size_t{1} << 30);
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const signing::TrustAnchors nobody;
    workflow::archiveDocument(rows, late, {bytes, file.filename().string(), meeting, {}, now}, {nobody, now});
    late.write();
}

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 64;
    try {
        add(words[1], words[2], words[3]);
    } catch (const base::Error& error) {
        std::cerr << base::text(error.message()) << '\n';
        return 73;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 70;
    }
    return 0;
}
