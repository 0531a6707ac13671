#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pdfgen {

class Haru;

/// The structure tree of a document (ISO 32000-1 section 14.7), made by the same walk that lays it out. Elements are
/// numbered in the order they are made; 0 is the Document.
class TagTree {
public:
    explicit TagTree(std::string language);

    /// A new last child of `parent`. `attributes` is raw syntax ("/Alt <…>", "/A << … >>").
    int element(std::string_view type, int parent, std::string attributes = {});

    /// The next marked-content id of `page` (from 0) for a piece of `element`'s content.
    int content(int element, int page);

    /// A widget of `page` as `element`'s content. Returns its key in the parent tree (/StructParent).
    int widget(int element, int page);

    /// The type of an element ("P").
    const std::string& type(int element) const { return elements_[static_cast<std::size_t>(element)].type; }

    /// Writes all of it. `pages` and `widgets` are object numbers, in the order of their numbers here. Returns the
    /// object number of the /StructTreeRoot.
    int write(Haru& haru, const std::vector<int>& pages, const std::vector<int>& widgets) const;

private:
    struct Marked {
        int page = 0;
        int id = 0;
    };
    struct Widget {
        int page = 0;
        int number = 0;
    };
    struct Element {
        std::string type{};
        int parent = 0;
        std::string attributes{};
        std::vector<std::variant<int, Marked, Widget>> kids{};
    };
    /// The page that all of an element's content is on; -1 where there is none or more than one.
    static int onlyPage(const Element& element);
    std::string kids(const Element& element, const std::vector<int>& objects, const std::vector<int>& pages,
                     const std::vector<int>& widgets) const;

    std::string language_;
    std::vector<Element> elements_{};
    std::vector<std::vector<int>> owners_{};  ///< by page, by marked-content id: the element
    std::vector<int> widgetOwners_{};
};

/// Keys of widgets in the parent tree begin here; a page's key is its number.
inline constexpr int kFirstWidgetKey = 100000;

}  // namespace pdfgen
