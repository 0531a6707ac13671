#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"
#include "server/domain/meeting.h"
#include "server/domain/record.h"

/// What the use cases ask of the outside. Adapters implement these and never meet each other.
namespace workflow {

using Clock = std::function<base::Instant()>;

/// One unit of work over everything that is kept in rows.
class Transactions {
public:
    virtual ~Transactions() = default;
    /// Runs `work`; all that it writes by any port of the same rows is there when this returns, and none of it when
    /// `work` throws. Nobody else reads or writes meanwhile: keep it short. A transaction within one belongs to it, so
    /// do not swallow what the inner one throws.
    virtual void transaction(const std::function<void()>& work) = 0;
};

/// Typed rows. Each call outside a transaction() is one; what returned is durable.
class Store : public virtual Transactions {
public:
    /// Adds or replaces the meeting with this id.
    virtual void saveMeeting(const domain::Meeting& meeting) = 0;
    virtual std::optional<domain::Meeting> meeting(std::string_view id) = 0;
    virtual std::vector<std::string> meetingIds() = 0;
    /// Adds a record; one with the same id is left as it is.
    virtual void addRecord(const domain::Record& record) = 0;
    virtual std::vector<domain::Record> records() = 0;
};

/// Objects under their SHA-256, never changed.
class Archive {
public:
    virtual ~Archive() = default;
    /// Writes, fsyncs, renames, fsyncs the folder; when it returns the object is durable. Returns its hash.
    virtual std::string put(base::ByteView object) = 0;
    /// Throws Error(notFound), Error(unreadable).
    virtual base::Bytes get(std::string_view sha256) = 0;
    enum class DamageKind {
        damaged,  ///< its bytes are not those of its name
        missing,  ///< expected, and not there
        foreign,  ///< no object of ours; `name` is its path in the archive
    };
    struct Damage {
        DamageKind kind = DamageKind::damaged;
        std::string name{};  ///< the object's hash
        bool operator==(const Damage&) const = default;
    };
    /// Re-hashes every object; what is damaged, foreign, or missing of `expected`, by name.
    virtual std::vector<Damage> check(const std::vector<std::string>& expected) = 0;
};

}  // namespace workflow
