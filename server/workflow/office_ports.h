#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/ports.h"

namespace workflow {

/// The office's data as they are kept: JSON of schema "office/1".
struct StoredOffice {
    std::string json{};
    std::int64_t version = 0;  ///< 1 for the first
    bool operator==(const StoredOffice&) const = default;
};

/// A template that the office made for itself.
struct StoredTemplate {
    std::string name{};
    std::string xml{};
    base::Instant changedAt{};
    bool operator==(const StoredTemplate&) const = default;
};

/// A photo's file, which lies in the content store. Its place and caption are the meeting's.
struct StoredPhoto {
    std::string meetingId{};
    std::string sha256{};
    std::string mediaType{};
    std::size_t size = 0;
    base::Instant addedAt{};
    bool operator==(const StoredPhoto&) const = default;
};

/// Rows of what an office has beside its meetings and documents.
class OfficeStore : public virtual Transactions {
public:
    virtual std::optional<StoredOffice> office() = 0;
    /// Replaces what there was.
    virtual void saveOffice(const StoredOffice& office) = 0;

    /// Adds or replaces the template of this name.
    virtual void saveTemplate(const StoredTemplate& made) = 0;
    virtual std::optional<StoredTemplate> ownTemplate(std::string_view name) = 0;
    virtual std::vector<StoredTemplate> ownTemplates() = 0;  ///< by name
    virtual void removeTemplate(std::string_view name) = 0;

    /// Adds or replaces the meeting's photo with this hash.
    virtual void savePhoto(const StoredPhoto& photo) = 0;
    virtual std::optional<StoredPhoto> photo(std::string_view meetingId, std::string_view sha256) = 0;
    virtual void removePhoto(std::string_view meetingId, std::string_view sha256) = 0;
    virtual void removePhotosOf(std::string_view meetingId) = 0;
};

}  // namespace workflow
