#include "server/service/first_start.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "base/file.h"
#include "tests/support/accounts.h"
#include "tests/support/documents.h"

namespace service {
namespace {

TEST(FirstStart, WritesTheSetupLinkForItsOwnerAlone) {
    support::Documents documents;
    support::Accounts<store::SqliteStore> accounts(documents.rows);
    const auto file = documents.data.path() / "setup-link.txt";
    const auto link = setupLink(accounts.setup, documents.data.path(), "http://127.0.0.1:8080");
    ASSERT_TRUE(link);
    EXPECT_EQ(base::readFile(file, 1000), *link + '\n');
    struct stat status{};
    ASSERT_EQ(::stat(file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    const std::string before = "http://127.0.0.1:8080/pierwsze-konto#setup=";
    ASSERT_TRUE(link->starts_with(before));
    accounts.setup.finish(link->substr(before.size()), {"urzad", support::kPassword, {}}, support::kAddress);
    EXPECT_FALSE(setupLink(accounts.setup, documents.data.path(), "http://127.0.0.1:8080"));
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST(FirstStart, ImportsEachSampleThatIsNotThere) {
    support::Documents documents;
    documents.rows.saveMeeting(documents.meeting);  // Knurów
    EXPECT_EQ(importSamples(documents.rows, documents.drafting), std::vector<std::string>{"bedzin-2019-11-27"});
    EXPECT_TRUE(importSamples(documents.rows, documents.drafting).empty());
    const auto drafts = documents.rows.signings({"bedzin-2019-11-27", {}, {}});
    ASSERT_EQ(drafts.size(), 2U);
    for (const auto& draft : drafts) EXPECT_TRUE(draft.document.demonstration);
}

}  // namespace
}  // namespace service
