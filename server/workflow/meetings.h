#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/message.h"
#include "server/workflow/audit.h"
#include "server/workflow/document_ports.h"
#include "server/workflow/office_ports.h"
#include "templates/value.h"

namespace workflow {

/// What the use cases of meetings are built of; all of it must outlive them. Each change is one transaction with its
/// audit event, which names meetings, orders and ids alone.
struct MeetingPorts {
    Store& meetings;
    OfficeStore& office;
    DocumentStore& documents;
    Archive& files;
    Audit& audit;
    Clock now{};
};

/// Looks at a resource as it is, its JSON, before it is changed, within the same transaction; throws where that is not
/// what the caller saw. None: whatever there is.
using Expected = std::function<void(std::string_view json)>;

/// Calls `expected` where there is one.
void expect(const Expected& expected, std::string_view json);

/// Throws Error(notFound).
domain::Meeting meetingWith(Store& rows, std::string_view id);

/// What a list of partners makes of a meeting.
struct PartnerImport {
    domain::Meeting meeting{};
    std::vector<base::Message> notices{};
};

/// Meetings as a whole.
class Meetings {
public:
    explicit Meetings(MeetingPorts ports) : ports_(std::move(ports)) {}

    std::vector<MeetingSummary> list(const PageWish& page) { return ports_.meetings.meetings(page); }
    /// Throws Error(notFound).
    MeetingSummary summary(std::string_view id);
    /// Throws Error(notFound).
    domain::Meeting meeting(std::string_view id) { return meetingWith(ports_.meetings, id); }

    /// A new meeting of a tree of schema "meeting/1". Throws Error(data) with every fault, Error(conflict) when its id
    /// is taken.
    domain::Meeting make(const domain::Actor& actor, const templates::Value& tree);
    /// The same, and nothing is stored.
    domain::Meeting planned(const templates::Value& tree);

    /// Throws as make(), Error(notFound), and as `expected` does; Error(data) when the tree has another id.
    domain::Meeting replace(const domain::Actor& actor, std::string_view id, const templates::Value& tree,
                            const Expected& expected);

    /// Throws Error(notFound), as `expected`, and Error(conflict) once it has documents or records.
    void remove(const domain::Actor& actor, std::string_view id, const Expected& expected);

    /// The list's rows take the place of the meeting's partners (import_partners.h). Throws Error(notFound),
    /// Error(data) with line and column of every fault, and as `expected` does.
    PartnerImport importPartners(const domain::Actor& actor, std::string_view id, base::ByteView csv,
                                 const Expected& expected);
    /// The same, and nothing is stored.
    PartnerImport plannedPartners(std::string_view id, base::ByteView csv);

private:
    bool hasDocuments(std::string_view id);

    MeetingPorts ports_;
};

}  // namespace workflow
