#include <pugixml.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>

#include "base/utf8.h"
#include "templates/grammar.h"
#include "templates/node.h"
#include "templates/template.h"
#include "templates/xml_scan.h"

namespace templates {
namespace {

using base::say;

constexpr std::size_t kLargest = std::size_t{1} << 20;
constexpr std::size_t kDeepestIncludes = 8;

class Reader {
public:
    Reader(Library library, std::vector<base::Fault>& faults) : library_(library), faults_(faults) {}

    /// The root element, includes put in; an empty node where the XML is not well-formed.
    Node read(std::string_view xml, const std::string& file) {
        text_ += xml;
        if (xml.size() > kLargest) return failed({{file, 0, 0, {}}, say("template.too_large")});
        if (auto fault = scanXml(xml, file)) return failed(std::move(*fault));
        pugi::xml_document document;
        const auto result = document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                                                 pugi::encoding_utf8);
        Places places(xml, file);
        if (!result) return failed({places.at(static_cast<std::size_t>(result.offset)), say("template.malformed")});
        open_.push_back(file);
        Node root = element(document.document_element(), places);
        open_.pop_back();
        return root;
    }
    /// All that was read, one behind the other.
    std::string text() && { return std::move(text_); }

private:
    Node failed(base::Fault fault) {
        faults_.push_back(std::move(fault));
        return {};
    }

    Node element(const pugi::xml_node& source, Places& places) {
        Node node;
        node.name = source.name();
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(source.offset_debug(), 1));
        node.place = places.at(offset - 1);  // pugixml gives the name's, behind "<"
        for (const auto& attribute : source.attributes()) {
            if (node.attribute(attribute.name()) != nullptr)
                faults_.push_back({node.place, say("template.attribute_twice", {attribute.name(), node.name})});
            node.attributes.emplace_back(attribute.name(), parsePieces(attribute.value(), node.place, faults_));
        }
        for (const auto& child : source.children()) add(node, child, places);
        return node;
    }

    void add(Node& parent, const pugi::xml_node& child, Places& places) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            Node text;
            text.place = places.at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(child.offset_debug(), 0)));
            text.text = parsePieces(child.value(), text.place, faults_);
            parent.children.push_back(std::move(text));
        } else if (child.type() == pugi::node_element && std::string_view(child.name()) == "include") {
            include(parent, element(child, places));
        } else if (child.type() == pugi::node_element) {
            parent.children.push_back(element(child, places));
        }
    }

    /// The included template's children take the place of the element.
    void include(Node& parent, const Node& source) {
        const std::string name = source.fixed("template");
        const std::string_view xml = library_ == nullptr ? std::string_view{} : library_(name);
        const std::string file = name + ".xml";
        if (source.attributes.size() != 1 || xml.empty())
            return faults_.push_back({source.place, say("template.unknown_include", {name})});
        if (open_.size() >= kDeepestIncludes || std::find(open_.begin(), open_.end(), file) != open_.end())
            return faults_.push_back({source.place, say("template.include_cycle", {name})});
        Node root = read(xml, file);
        std::move(root.children.begin(), root.children.end(), std::back_inserter(parent.children));
    }

    Library library_;
    std::vector<base::Fault>& faults_;
    std::vector<std::string> open_{};
    std::string text_{};
};

/// As they stand in the file, those of included files behind it.
void sort(std::vector<base::Fault>& faults, std::string_view file) {
    const auto key = [&](const base::Fault& fault) {
        return std::tuple(fault.place.file != file, std::string_view(fault.place.file), fault.place.line,
                          fault.place.column, std::string_view(fault.message.key));
    };
    std::sort(faults.begin(), faults.end(),
              [&](const auto& left, const auto& right) { return key(left) < key(right); });
}

}  // namespace

Template::Template(std::shared_ptr<const Node> root, std::string name, std::string text)
    : root_(std::move(root)), name_(std::move(name)), text_(std::move(text)) {}

Template readTemplate(std::string_view xml, std::string_view file, Library library) {
    std::vector<base::Fault> faults;
    Reader reader(library, faults);
    auto root = std::make_shared<Node>(reader.read(xml, std::string(file)));
    if (!root->name.empty()) checkGrammar(*root, faults);
    sort(faults, file);
    if (!faults.empty())
        throw base::Error(base::ErrorCode::data, say("template.faults", {std::string(file)}), std::move(faults));
    return Template(std::move(root), std::string(file), std::move(reader).text());
}

}  // namespace templates
