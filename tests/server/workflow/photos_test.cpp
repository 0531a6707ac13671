#include "server/workflow/photos.h"

#include <gtest/gtest.h>

#include "server/limits.h"
#include "server/workflow/json_value.h"
#include "server/workflow/meeting_json.h"
#include "tests/support/meetings.h"

namespace workflow {
namespace {

using base::ErrorCode;
using support::codeOf;
using support::failureOf;
using Lines = std::vector<std::string>;

const std::string kJpeg = "\xFF\xD8\xFF\xE0 somebody's picture";
const std::string kPng = "\x89PNG\r\n\x1A\n another";

struct PhotosTest : testing::Test, support::MeetingRows {
    Photos photos{ports};
};

TEST(PhotoType, IsToldByTheFirstBytes) {
    EXPECT_EQ(photoType(kJpeg), "image/jpeg");
    EXPECT_EQ(photoType(kPng), "image/png");
    for (std::size_t cut = 0; cut < 3; ++cut) EXPECT_EQ(photoType(kJpeg.substr(0, cut)), "");
    for (std::size_t cut = 0; cut < 8; ++cut) EXPECT_EQ(photoType(kPng.substr(0, cut)), "");
    EXPECT_EQ(photoType("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "");
    EXPECT_EQ(photoType("GIF89a"), "");
}

TEST_F(PhotosTest, AreKeptAsTheyCame) {
    const auto named = photos.list(knurow).size();
    const auto added = photos.add(clerk, knurow, kJpeg, "Podpisanie");
    EXPECT_EQ(added.photo.caption, "Podpisanie");
    EXPECT_EQ(photos.list(knurow).size(), named + 1);
    EXPECT_EQ(photos.list(knurow).back().photo, added.photo);
    const auto file = photos.file(knurow, added.photo.id);
    EXPECT_EQ(file.bytes, kJpeg);
    EXPECT_EQ(file.mediaType, "image/jpeg");
    EXPECT_EQ(file.name, added.photo.id.substr(0, 16) + ".jpg");
    EXPECT_EQ(told(), Lines{"photo.add " + knurow + ' ' + added.photo.id});
    EXPECT_EQ(valueJson(photoValue(added)), R"({"added_at":"2026-11-25T12:00:00Z","caption":"Podpisanie","id":")" +
                                                added.photo.id + R"(","media_type":"image/jpeg","order":)" +
                                                std::to_string(added.photo.order) + R"(,"size":)" +
                                                std::to_string(kJpeg.size()) + '}');
}

TEST_F(PhotosTest, AreTakenOnceByEachMeeting) {
    const auto id = photos.add(clerk, knurow, kPng, {}).photo.id;
    EXPECT_EQ(failureOf([&] { photos.add(clerk, knurow, kPng, "inny opis"); }), "photo.exists");
    EXPECT_EQ(photos.add(clerk, bedzin, kPng, {}).photo.id, id);
    photos.remove(clerk, knurow, id, {});
    EXPECT_EQ(photos.file(bedzin, id).bytes, kPng);
    EXPECT_EQ(failureOf([&] { photos.file(knurow, id); }), "photo.unknown");
}

TEST_F(PhotosTest, TakeNoCaptionThatReadsOtherwiseThanItIs) {
    for (const std::string& wrong : Lines{"gepój\u202e fdp", "a\vb", std::string(100'000, 'x')})
        EXPECT_EQ(codeOf([&] { photos.add(clerk, knurow, kPng, wrong); }), ErrorCode::data);
    EXPECT_EQ(told(), Lines{});
}

TEST_F(PhotosTest, GetAnotherCaption) {
    const auto id = photos.add(clerk, knurow, kPng, "stary").photo.id;
    std::string seen;
    EXPECT_EQ(photos.setCaption(clerk, knurow, id, "nowy", see(seen)).photo.caption, "nowy");
    EXPECT_EQ(*tree(seen).find("caption")->text(), "stary");
    EXPECT_FALSE(photos.setCaption(clerk, knurow, id, {}, {}).photo.caption);
    EXPECT_EQ(failureOf([&] { photos.setCaption(clerk, knurow, id, "x", refuse); }), "status.412");
    EXPECT_EQ(failureOf([&] { photos.remove(clerk, knurow, id, refuse); }), "status.412");
    EXPECT_TRUE(photos.photo(knurow, id).file);
    EXPECT_FALSE(photos.setCaption(clerk, knurow, id, " \t", {}).photo.caption);
    EXPECT_NO_THROW(readMeeting(meetingJson(*rows.meeting(knurow)), "m"));
    EXPECT_EQ(trail().find("nowy"), std::string::npos);
}

TEST_F(PhotosTest, HaveNoFileWhereTheMeetingOnlyNamesThem) {
    const auto named = photos.list(bedzin).front();
    EXPECT_FALSE(named.file);
    EXPECT_EQ(failureOf([&] { photos.file(bedzin, named.photo.id); }), "photo.no_file");
    // A meeting that names another object of the store does not open it.
    auto meeting = *rows.meeting(knurow);
    const std::string other = files.put("%PDF-1.7 somebody's document");
    meeting.photos.push_back({99, other, {}});
    rows.saveMeeting(meeting);
    EXPECT_EQ(failureOf([&] { photos.file(knurow, other); }), "photo.no_file");
}

TEST_F(PhotosTest, AreNoMoreThanTheLimit) {
    auto meeting = *rows.meeting(knurow);
    meeting.photos.clear();
    for (std::size_t i = 1; i < limits::kPhotos.value; ++i)
        meeting.photos.push_back({static_cast<std::int64_t>(i), "p" + std::to_string(i), {}});
    rows.saveMeeting(meeting);
    EXPECT_EQ(photos.add(clerk, knurow, kPng, {}).photo.order, 200);
    EXPECT_EQ(failureOf([&] { photos.add(clerk, knurow, kJpeg, {}); }), "photo.too_many");
}

TEST_F(PhotosTest, KeepNothingForAMeetingThatIsNotThere) {
    EXPECT_EQ(codeOf([&] { photos.add(clerk, "nic", kPng, {}); }), ErrorCode::notFound);
    EXPECT_TRUE(files.objects.empty());
    EXPECT_EQ(codeOf([&] { photos.list("nic"); }), ErrorCode::notFound);
}

}  // namespace
}  // namespace workflow
