#pragma once

#include <string>

#include "server/domain/office.h"
#include "server/workflow/meetings.h"

namespace workflow {

/// The office's own data, one for the installation.
class OfficeData {
public:
    OfficeData(OfficeStore& rows, Audit& audit) : rows_(rows), audit_(audit) {}

    /// Before the first replace(): an office without anything.
    domain::Office office();
    /// The same as JSON of schema "office/1".
    std::string json();

    /// Takes a tree of schema "office/1"; gives its JSON. Throws Error(data) with every fault, and as `expected` does.
    std::string replace(const domain::Actor& actor, const templates::Value& tree, const Expected& expected);

private:
    OfficeStore& rows_;
    Audit& audit_;
};

}  // namespace workflow
