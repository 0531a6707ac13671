#include <pugixml.hpp>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "templates/grammar.h"
#include "templates/node.h"
#include "templates/template.h"

namespace templates {
namespace {

using base::say;

constexpr std::size_t kLargest = std::size_t{1} << 20;
constexpr int kDeepest = 64;
constexpr std::size_t kDeepestIncludes = 8;

base::Place placeIn(std::string_view xml, std::size_t offset, std::string_view file) {
    base::Place place{std::string(file), 1, 1, {}};
    for (std::size_t i = 0; i < std::min(offset, xml.size());) {
        const bool newLine = xml[i] == '\n';
        base::nextCodePoint(xml, i);
        place.column = newLine ? 1 : place.column + 1;
        place.line += newLine ? 1 : 0;
    }
    return place;
}

/// Behind a comment, a CDATA section or a processing instruction that begins at `at`; npos for other markup.
std::size_t behindSpecial(std::string_view xml, std::size_t at) {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}})
        if (xml.substr(at).starts_with(open)) {
            const std::size_t end = xml.find(close, at + open.size());
            return end == xml.npos ? xml.size() : end + close.size();
        }
    return xml.npos;
}

/// Before pugixml sees it, which recurses: nesting, and DOCTYPE with its entities.
std::optional<base::Fault> scan(std::string_view xml, std::string_view file) {
    const auto fault = [&](std::size_t at, base::Message message) { return base::Fault{placeIn(xml, at, file), std::move(message)}; };
    if (const std::size_t at = base::firstInvalidUtf8(xml); at != xml.npos) return base::Fault{{std::string(file), 0, 0, {}}, say("template.not_utf8")};
    int depth = 0;
    for (std::size_t at = xml.find('<'); at != xml.npos; at = xml.find('<', at)) {
        if (const std::size_t end = behindSpecial(xml, at); end != xml.npos) {
            at = end;
            continue;
        }
        if (xml.substr(at).starts_with("<!")) return fault(at, say("template.doctype"));
        const std::size_t end = xml.find('>', at);
        if (end == xml.npos) break;
        if (xml.substr(at).starts_with("</")) --depth;
        else if (xml[end - 1] != '/') ++depth;
        if (depth > kDeepest) return fault(at, say("template.too_deep", {std::to_string(kDeepest)}));
        at = end;
    }
    return {};
}

class Reader {
public:
    Reader(Library library, std::vector<base::Fault>& faults) : library_(library), faults_(faults) {}

    /// The root element, includes put in; an empty node where the XML is not well-formed.
    Node read(std::string_view xml, const std::string& file) {
        if (xml.size() > kLargest) return failed({{file, 0, 0, {}}, say("template.too_large")});
        if (auto fault = scan(xml, file)) return failed(std::move(*fault));
        pugi::xml_document document;
        const auto result = document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
        if (!result) return failed({placeIn(xml, static_cast<std::size_t>(result.offset), file), say("template.malformed")});
        open_.push_back(file);
        Node root = element(document.document_element(), xml, file);
        open_.pop_back();
        const auto more = document.document_element().next_sibling();
        if (more && more.type() == pugi::node_element) faults_.push_back({root.place, say("template.two_roots")});
        return root;
    }

private:
    Node failed(base::Fault fault) {
        faults_.push_back(std::move(fault));
        return {};
    }

    Node element(const pugi::xml_node& source, std::string_view xml, const std::string& file) {
        Node node;
        node.name = source.name();
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(source.offset_debug(), 1));
        node.place = placeIn(xml, offset - 1, file);
        for (const auto& attribute : source.attributes()) node.attributes.emplace_back(attribute.name(), parsePieces(attribute.value(), node.place, faults_));
        for (const auto& child : source.children()) add(node, child, xml, file);
        return node;
    }

    void add(Node& parent, const pugi::xml_node& child, std::string_view xml, const std::string& file) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            Node text;
            text.place = placeIn(xml, static_cast<std::size_t>(std::max<std::ptrdiff_t>(child.offset_debug(), 0)), file);
            text.text = parsePieces(child.value(), text.place, faults_);
            parent.children.push_back(std::move(text));
        } else if (child.type() == pugi::node_element && std::string_view(child.name()) == "include") {
            include(parent, element(child, xml, file));
        } else if (child.type() == pugi::node_element) {
            parent.children.push_back(element(child, xml, file));
        }
    }

    /// The included template's children take the place of the element.
    void include(Node& parent, const Node& source) {
        const std::string name = source.fixed("template");
        const std::string_view xml = library_ == nullptr ? std::string_view{} : library_(name);
        const std::string file = name + ".xml";
        if (source.attributes.size() != 1 || xml.empty()) return faults_.push_back({source.place, say("template.unknown_include", {name})});
        if (open_.size() >= kDeepestIncludes || std::find(open_.begin(), open_.end(), file) != open_.end())
            return faults_.push_back({source.place, say("template.include_cycle", {name})});
        Node root = read(xml, file);
        std::move(root.children.begin(), root.children.end(), std::back_inserter(parent.children));
    }

    Library library_;
    std::vector<base::Fault>& faults_;
    std::vector<std::string> open_{};
};

}  // namespace

Template::Template(std::shared_ptr<const Node> root, std::string name) : root_(std::move(root)), name_(std::move(name)) {}

Template readTemplate(std::string_view xml, std::string_view file, Library library) {
    std::vector<base::Fault> faults;
    auto root = std::make_shared<Node>(Reader(library, faults).read(xml, std::string(file)));
    if (!root->name.empty()) checkGrammar(*root, faults);
    if (!faults.empty()) throw base::Error(base::ErrorCode::data, say("template.faults", {std::string(file)}), std::move(faults));
    return Template(std::move(root), std::string(file));
}

}  // namespace templates
