#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/meetings.h"

namespace workflow {

/// A photo with what is known of its file; nothing where the meeting only names it.
struct MeetingPhoto {
    domain::Photo photo{};
    std::optional<StoredPhoto> file{};
};

struct PhotoFile {
    std::string name{};
    std::string mediaType{};
    base::Bytes bytes{};
};

/// "image/jpeg" or "image/png", by the first bytes; empty for anything else. Nothing is decoded.
std::string_view photoType(base::ByteView bytes);

/// A meeting's photos. Their files are kept as they came, under their SHA-256, which is the photo's id. All throw
/// Error(notFound) for a meeting or photo that is not there.
class Photos {
public:
    explicit Photos(MeetingPorts ports) : ports_(std::move(ports)) {}

    std::vector<MeetingPhoto> list(std::string_view meetingId);  ///< by order
    MeetingPhoto photo(std::string_view meetingId, std::string_view id);

    /// `bytes` have a photoType(). Throws Error(conflict) when the meeting has this file already, or as many photos as
    /// it may.
    MeetingPhoto add(const domain::Actor& actor, std::string_view meetingId, base::ByteView bytes,
                     const domain::Text& caption);
    /// Gives it another caption, or none. `expected` sees photoValue().
    MeetingPhoto setCaption(const domain::Actor& actor, std::string_view meetingId, std::string_view id,
                            const domain::Text& caption, const Expected& expected);
    /// Its file stays in the content store, where another meeting may have it.
    void remove(const domain::Actor& actor, std::string_view meetingId, std::string_view id, const Expected& expected);

    /// Throws Error(notFound) also where the meeting only names the photo, Error(unreadable) where the file is damaged.
    PhotoFile file(std::string_view meetingId, std::string_view id);

private:
    MeetingPhoto filed(std::string_view meetingId, const domain::Photo& photo);

    MeetingPorts ports_;
};

/// {"id", "order", "caption", "media_type", "size", "added_at"}.
templates::Value photoValue(const MeetingPhoto& photo);

}  // namespace workflow
