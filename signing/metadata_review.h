#pragma once

#include "base/bytes.h"

namespace signing {

enum class MetadataChange { harmless, unclear, malformed };

/// What changed between two XMP packets (ISO 16684-1): harmless where only a tool's own entries differ (times, tool,
/// history and identifiers of the saved file), unclear where others do, malformed where the new one is no XMP or has a
/// document type or entities, which are never expanded.
MetadataChange metadataChange(base::ByteView before, base::ByteView now);

}  // namespace signing
