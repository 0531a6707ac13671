#include "server/store/office_rows.h"

#include <gtest/gtest.h>

#include "server/store/sqlite_store.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

struct OfficeRowsTest : testing::Test {
    support::TemporaryFolder folder{};
    DataFolder data{folder.path()};
    SqliteStore store{data};
    base::Instant at = *base::parseInstant("2026-11-25T12:00:00Z");
};

TEST_F(OfficeRowsTest, HoldOneOffice) {
    EXPECT_FALSE(store.office());
    store.saveOffice({"{\"a\":1}", 1});
    store.saveOffice({"{\"b\":\"ż\"}", 2});
    EXPECT_EQ(store.office(), (workflow::StoredOffice{"{\"b\":\"ż\"}", 2}));
}

TEST_F(OfficeRowsTest, HoldTemplatesByName) {
    store.saveTemplate({"b", "<b/>", at});
    store.saveTemplate({"a", "<a/>", at});
    store.saveTemplate({"b", "<b2/>", at + std::chrono::hours(1)});
    const auto all = store.ownTemplates();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0], (workflow::StoredTemplate{"a", "<a/>", at}));
    EXPECT_EQ(all[1].xml, "<b2/>");
    EXPECT_EQ(store.ownTemplate("b"), all[1]);
    store.removeTemplate("b");
    EXPECT_FALSE(store.ownTemplate("b"));
    EXPECT_TRUE(store.ownTemplate("a"));
}

TEST_F(OfficeRowsTest, HoldPhotosOfEachMeeting) {
    const workflow::StoredPhoto photo{"m", "aa", "image/png", 7, at};
    store.savePhoto(photo);
    store.savePhoto({"n", "aa", "image/jpeg", 8, at});
    store.savePhoto({"m", "bb", "image/jpeg", 9, at});
    EXPECT_EQ(store.photo("m", "aa"), photo);
    EXPECT_FALSE(store.photo("m", "cc"));
    store.removePhoto("m", "aa");
    EXPECT_FALSE(store.photo("m", "aa"));
    EXPECT_TRUE(store.photo("n", "aa"));
    store.removePhotosOf("m");
    EXPECT_FALSE(store.photo("m", "bb"));
    EXPECT_TRUE(store.photo("n", "aa"));
}

TEST_F(OfficeRowsTest, StayWhenTheTransactionFails) {
    const auto failing = [&] {
        store.transaction([&] {
            store.saveOffice({"{}", 1});
            store.saveTemplate({"a", "<a/>", at});
            throw std::runtime_error("cut");
        });
    };
    EXPECT_THROW(failing(), std::runtime_error);
    EXPECT_FALSE(store.office());
    EXPECT_TRUE(store.ownTemplates().empty());
}

}  // namespace
}  // namespace store
