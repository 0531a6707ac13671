#include "server/workflow/photos.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "server/limits.h"
#include "server/workflow/json_value.h"
#include "server/workflow/plain_text.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Photo;

constexpr std::size_t kNameLetters = 16;

std::vector<Photo>::iterator placeOf(domain::Meeting& meeting, std::string_view id) {
    const auto found =
        std::find_if(meeting.photos.begin(), meeting.photos.end(), [&](const Photo& one) { return one.id == id; });
    if (found == meeting.photos.end()) throw Error(ErrorCode::notFound, say("photo.unknown"));
    return found;
}

std::int64_t nextOrder(const std::vector<Photo>& photos) {
    std::int64_t order = 0;
    for (const Photo& one : photos) order = std::max(order, one.order);
    return order + 1;
}

/// As Reading has texts: without space around it, and absent when nothing is left.
domain::Text plain(const domain::Text& caption) {
    const std::string text(base::trimmed(caption.value_or("")));
    if (const auto wrong = textFault(text)) throw Error(ErrorCode::data, *wrong, {{{{}, 0, 0, "/caption"}, *wrong}});
    return text.empty() ? domain::Text() : domain::Text(text);
}

}  // namespace

std::string_view photoType(base::ByteView bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
    return {};
}

MeetingPhoto Photos::filed(std::string_view meetingId, const Photo& photo) {
    return {photo, ports_.office.photo(meetingId, photo.id)};
}

std::vector<MeetingPhoto> Photos::list(std::string_view meetingId) {
    domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
    std::sort(meeting.photos.begin(), meeting.photos.end(), [](const Photo& left, const Photo& right) {
        return std::tie(left.order, left.id) < std::tie(right.order, right.id);
    });
    std::vector<MeetingPhoto> all;
    all.reserve(meeting.photos.size());
    for (const Photo& one : meeting.photos) all.push_back(filed(meetingId, one));
    return all;
}

MeetingPhoto Photos::photo(std::string_view meetingId, std::string_view id) {
    domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
    return filed(meetingId, *placeOf(meeting, id));
}

MeetingPhoto Photos::add(const domain::Actor& actor, std::string_view meetingId, base::ByteView bytes,
                         const domain::Text& caption) {
    meetingWith(ports_.meetings, meetingId);  // no file is kept for a meeting that is not there
    const domain::Text written = plain(caption);
    const std::string sha256 = ports_.files.put(bytes);  // file first, row second
    MeetingPhoto added;
    ports_.meetings.transaction([&] {
        domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
        for (const Photo& one : meeting.photos)
            if (one.id == sha256) throw Error(ErrorCode::conflict, say("photo.exists"));
        if (meeting.photos.size() >= limits::kPhotos.value)
            throw Error(ErrorCode::conflict, say("photo.too_many", {std::to_string(limits::kPhotos.value)}));
        added.photo = {nextOrder(meeting.photos), sha256, written};
        added.file = StoredPhoto{meeting.id, sha256, std::string(photoType(bytes)), bytes.size(), ports_.now()};
        meeting.photos.push_back(added.photo);
        ports_.meetings.saveMeeting(meeting);
        ports_.office.savePhoto(*added.file);
        ports_.audit.record(actor, {"photo.add", "meeting", meeting.id, sha256});
    });
    return added;
}

MeetingPhoto Photos::setCaption(const domain::Actor& actor, std::string_view meetingId, std::string_view id,
                                const domain::Text& caption, const Expected& expected) {
    MeetingPhoto changed;
    ports_.meetings.transaction([&] {
        domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
        Photo& photo = *placeOf(meeting, id);
        expect(expected, valueJson(photoValue(filed(meetingId, photo))));
        photo.caption = plain(caption);
        changed = filed(meetingId, photo);
        ports_.meetings.saveMeeting(meeting);
        ports_.audit.record(actor, {"photo.change", "meeting", meeting.id, photo.id});
    });
    return changed;
}

void Photos::remove(const domain::Actor& actor, std::string_view meetingId, std::string_view id,
                    const Expected& expected) {
    ports_.meetings.transaction([&] {
        domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
        const auto photo = placeOf(meeting, id);
        expect(expected, valueJson(photoValue(filed(meetingId, *photo))));
        ports_.audit.record(actor, {"photo.remove", "meeting", meeting.id, photo->id});
        meeting.photos.erase(photo);
        ports_.meetings.saveMeeting(meeting);
        ports_.office.removePhoto(meetingId, id);
    });
}

PhotoFile Photos::file(std::string_view meetingId, std::string_view id) {
    const MeetingPhoto one = photo(meetingId, id);
    if (!one.file) throw Error(ErrorCode::notFound, say("photo.no_file"));
    const bool isPng = one.file->mediaType == "image/png";
    return {one.file->sha256.substr(0, kNameLetters) + (isPng ? ".png" : ".jpg"), one.file->mediaType,
            ports_.files.get(one.file->sha256)};
}

templates::Value photoValue(const MeetingPhoto& photo) {
    templates::Value value(templates::Value::Map{{"id", photo.photo.id}, {"order", photo.photo.order}});
    if (photo.photo.caption) value.set("caption", *photo.photo.caption);
    if (!photo.file) return value;
    value.set("media_type", photo.file->mediaType);
    value.set("size", static_cast<std::int64_t>(photo.file->size));
    value.set("added_at", base::isoInstant(photo.file->addedAt));
    return value;
}

}  // namespace workflow
