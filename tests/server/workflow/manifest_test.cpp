#include "server/workflow/manifest.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace workflow {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using Kind = FileFault::Kind;

// printf abc | sha256sum
constexpr const char* kAbcLine = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/a.pdf\n";

struct ManifestTest : testing::Test {
    ManifestTest() {
        fs::create_directory(folder / "data");
        folder.write("data/a.pdf", "abc");
        folder.write("manifest-sha256.txt", kAbcLine);
    }
    std::vector<std::pair<Kind, std::string>> faults(std::size_t limit = 100) const {
        std::vector<std::pair<Kind, std::string>> found;
        for (const FileFault& fault : manifestFaults(folder.path(), readManifest(folder.path()), {}, limit))
            found.emplace_back(fault.kind, fault.file);
        return found;
    }
    using Faults = std::vector<std::pair<Kind, std::string>>;
    support::TemporaryFolder folder{};
};

TEST_F(ManifestTest, IsWrittenAsSha256sumDoes) {
    EXPECT_EQ(manifestLine("abc", "data/a.pdf"), kAbcLine);
    const std::string command = "cd '" + folder.path().string() + "' && sha256sum --quiet --strict -c " + kManifest;
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(ManifestTest, FindsNothingInAFolderThatIsAsItWas) { EXPECT_TRUE(faults().empty()); }

TEST_F(ManifestTest, FindsWhatIsDamagedMissingOrForeign) {
    folder.write("data/a.pdf", "abd");
    folder.write("data/b.pdf", "x");
    EXPECT_EQ(faults(), (Faults{{Kind::damaged, "data/a.pdf"}, {Kind::foreign, "data/b.pdf"}}));
    fs::remove(folder / "data/a.pdf");
    EXPECT_EQ(faults(), (Faults{{Kind::missing, "data/a.pdf"}, {Kind::foreign, "data/b.pdf"}}));
}

TEST_F(ManifestTest, TakesAFileThatIsTooLongForADamagedOne) {
    EXPECT_EQ(faults(2), (Faults{{Kind::damaged, "data/a.pdf"}}));
}

TEST_F(ManifestTest, FindsAFileThatIsNamedTwice) {
    folder.write("manifest-sha256.txt", std::string(kAbcLine) + kAbcLine);
    EXPECT_EQ(faults(), (Faults{{Kind::foreign, kManifest}}));
}

TEST_F(ManifestTest, LooksOnlyBelowTheFolderThatIsAskedFor) {
    folder.write("beside.txt", "x");
    EXPECT_TRUE(manifestFaults(folder.path(), readManifest(folder.path()), "data", 100).empty());
    EXPECT_EQ(faults(), (Faults{{Kind::foreign, "beside.txt"}}));
}

TEST_F(ManifestTest, IsRefusedWhenItLeadsOutOrIsMalformed) {
    for (const std::string file : {"../a", "/etc/passwd", "data/../../a", ""}) {
        folder.write("manifest-sha256.txt", std::string(64, 'a') + "  " + file + '\n');
        EXPECT_EQ(support::codeOf([&] { readManifest(folder.path()); }), ErrorCode::data) << file;
    }
    fs::remove(folder / "manifest-sha256.txt");
    EXPECT_EQ(support::codeOf([&] { readManifest(folder.path()); }), ErrorCode::unreadable);
}

}  // namespace
}  // namespace workflow
