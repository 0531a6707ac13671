#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/issue.h"
#include "server/workflow/meetings.h"

namespace workflow {

/// A template in a list; the shipped ones have no time.
struct ListedTemplate {
    std::string name{};
    bool isShipped = false;
    std::optional<base::Instant> changedAt{};
};

/// The templates that ship, and those that the office made for itself.
class OwnTemplates {
public:
    OwnTemplates(OfficeStore& rows, Audit& audit, Clock now) : rows_(rows), audit_(audit), now_(std::move(now)) {}

    std::vector<ListedTemplate> list();  ///< by name
    /// The template's XML. Throws Error(notFound).
    std::string xml(std::string_view name);
    /// Ready to be bound, in the order of their names. Throws Error(notFound).
    std::vector<NamedTemplate> named(const std::vector<std::string>& names);

    /// The fields that it reads, as a JSON Schema. Throws Error(notFound).
    std::string fields(std::string_view name);
    /// Throws Error(data) with line and column of every fault.
    static void check(std::string_view xml);

    enum class Saved { added, changed };
    /// Adds one, or replaces one that is there, which `expected` sees first. Throws Error(conflict) for a name that
    /// ships, Error(data) for a name that is none and as check().
    Saved save(const domain::Actor& actor, const std::string& name, std::string_view xml, const Expected& expected);
    /// Throws Error(notFound), Error(conflict) for one that ships, and as `expected` does.
    void remove(const domain::Actor& actor, const std::string& name, const Expected& expected);

private:
    OfficeStore& rows_;
    Audit& audit_;
    Clock now_;
};

}  // namespace workflow
