#include "signing/metadata_review.h"

#include <algorithm>
#include <array>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <vector>

namespace signing {
namespace {

constexpr std::size_t kLargest = std::size_t{4} << 20;
constexpr int kDeepest = 64;

/// Entries that a tool writes of itself.
bool isToolsEntry(std::string_view name) {
    constexpr std::array<std::string_view, 6> names{"xmp:ModifyDate", "xmp:MetadataDate", "xmp:CreatorTool",
                                                    "xmp:CreateDate", "pdf:Producer",     "x:xmptk"};
    return name.starts_with("xmpMM:") || name.starts_with("xmlns") || name == "rdf:about" ||
           std::find(names.begin(), names.end(), name) != names.end();
}

/// "path=value" of each property; nothing when nested too deep.
bool collect(const pugi::xml_node& node, const std::string& path, int depth, std::set<std::string>& found) {
    if (depth > kDeepest) return false;
    for (const pugi::xml_attribute attribute : node.attributes())
        if (!isToolsEntry(attribute.name())) found.insert(path + '/' + attribute.name() + '=' + attribute.value());
    for (const pugi::xml_node child : node.children()) {
        const std::string name = child.name();
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            found.insert(path + '=' + child.value());
        } else if (child.type() == pugi::node_element && !isToolsEntry(name)) {
            // Descriptions may be split or joined at will (section 7.4), so their own place says nothing.
            const bool isFrame = name == "rdf:Description" || name == "rdf:RDF" || name == "x:xmpmeta";
            std::string inner = path;
            if (!isFrame) inner.append(1, '/').append(name);
            if (!collect(child, inner, depth + 1, found)) return false;
        }
    }
    return true;
}

std::optional<std::set<std::string>> properties(base::ByteView packet) {
    if (packet.size() > kLargest || packet.find("<!DOCTYPE") != packet.npos || packet.find("<!ENTITY") != packet.npos)
        return {};
    pugi::xml_document document;
    if (!document.load_buffer(packet.data(), packet.size(), pugi::parse_default | pugi::parse_doctype)) return {};
    const std::string root = document.document_element().name();
    std::set<std::string> found;
    if ((root != "x:xmpmeta" && root != "rdf:RDF") || !collect(document, "", 0, found)) return {};
    return found;
}

}  // namespace

MetadataChange metadataChange(base::ByteView before, base::ByteView now) {
    const auto current = properties(now);
    if (!current) return MetadataChange::malformed;
    const auto old = before.empty() ? std::set<std::string>{} : properties(before).value_or(std::set<std::string>{});
    return old == *current ? MetadataChange::harmless : MetadataChange::unclear;
}

}  // namespace signing
