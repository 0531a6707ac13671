#include "server/http/photo_routes.h"

#include <gtest/gtest.h>

#include "server/limits.h"
#include "tests/support/meeting_service.h"

namespace http {
namespace {

using support::allAt;
using support::fieldOf;
using support::textAt;
using support::typeOf;

struct PhotoRoutesTest : testing::Test, support::MeetingService {
    const std::string path = "/meetings/" + knurow + "/photos";
    const std::string jpeg = "\xFF\xD8\xFF\xE0 somebody's picture";
    const Fields isJpeg{{"content-type", "image/jpeg"}};
};

TEST_F(PhotoRoutesTest, KeepShowAndGiveBackAPhoto) {
    const auto added = ask("POST", path + "?caption=Wsp%C3%B3lne%20zdj%C4%99cie", jpeg, isJpeg);
    ASSERT_EQ(added.status, 201) << added.body;
    const std::string one = path + '/' + textAt(added, "id");
    EXPECT_EQ(fieldOf(added, "location"), "/api/v1" + one);
    EXPECT_EQ(textAt(added, "caption"), "Wspólne zdjęcie");
    EXPECT_EQ(get(one).body, added.body);
    const auto file = get(one + "/file");
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, jpeg);
    EXPECT_EQ(fieldOf(file, "content-type"), "image/jpeg");
    EXPECT_EQ(fieldOf(file, "content-disposition").substr(0, 10), "attachment");
    EXPECT_EQ(typeOf(ask("POST", path, jpeg, isJpeg)), "photo-exists");
}

TEST_F(PhotoRoutesTest, RefuseBytesThatAreNoPhoto) {
    EXPECT_EQ(ask("POST", path, jpeg, {{"content-type", "image/png"}}).status, 415);
    EXPECT_EQ(typeOf(ask("POST", path, "<svg/>", {{"content-type", "image/svg+xml"}})), "media-type");
    EXPECT_EQ(ask("POST", path, "<svg/>", isJpeg).status, 415);
    EXPECT_EQ(ask("POST", path, "", isJpeg).status, 415);
    EXPECT_EQ(ask("POST", path, jpeg).status, 415);
    const std::string large = jpeg + std::string(limits::kPhoto.value, 'x');
    EXPECT_EQ(typeOf(ask("POST", path, large, isJpeg)), "too-large");
    EXPECT_EQ(ask("POST", path, large, isJpeg).status, 413);
    EXPECT_EQ(ask("POST", "/meetings/nic/photos", jpeg, isJpeg).status, 404);
    EXPECT_EQ(ask("POST", path + "?name=x", jpeg, isJpeg).status, 400);
    EXPECT_TRUE(files.objects.empty());
}

TEST_F(PhotoRoutesTest, ChangeACaptionAndRemoveAPhoto) {
    const std::string one = path + '/' + textAt(ask("POST", path, jpeg, isJpeg), "id");
    EXPECT_EQ(textAt(put(one, R"({"caption": "Podpisanie"})"), "caption"), "Podpisanie");
    EXPECT_EQ(ask("PUT", one, R"({"order": 1})").status, 400);
    EXPECT_EQ(ask("PUT", one, R"({})", {{"content-type", "application/json"}, {"if-match", "\"0\""}}).status, 412);
    EXPECT_EQ(textAt(ask("PUT", one, "{}"), "caption"), "");
    EXPECT_EQ(ask("DELETE", one).status, 204);
    EXPECT_EQ(get(one + "/file").status, 404);
}

TEST_F(PhotoRoutesTest, ListPhotosByPages) {
    const std::string named = "/meetings/" + bedzin + "/photos";
    const auto all = allAt(get(named), "id");
    ASSERT_GT(all.size(), 2U);
    const auto first = get(named + "?limit=2");
    EXPECT_EQ(allAt(get(named + "?after=" + textAt(first, "pagination.next")), "id"),
              std::vector<std::string>(all.begin() + 2, all.end()));
    EXPECT_EQ(typeOf(get(named + '/' + all.front() + "/file")), "photo-no-file");
}

}  // namespace
}  // namespace http
