#include "pdfgen/tags.h"

#include "pdfgen/haru.h"

namespace pdfgen {

TagTree::TagTree(std::string language) : language_(std::move(language)) {
    elements_.push_back({"Document", -1, {}, {}});
}

int TagTree::element(std::string_view type, int parent, std::string attributes) {
    const int number = static_cast<int>(elements_.size());
    elements_.push_back({std::string(type), parent, std::move(attributes), {}});
    elements_[static_cast<std::size_t>(parent)].kids.emplace_back(number);
    return number;
}

int TagTree::content(int element, int page) {
    if (owners_.size() <= static_cast<std::size_t>(page)) owners_.resize(static_cast<std::size_t>(page) + 1);
    auto& owners = owners_[static_cast<std::size_t>(page)];
    const int id = static_cast<int>(owners.size());
    owners.push_back(element);
    elements_[static_cast<std::size_t>(element)].kids.emplace_back(Marked{page, id});
    return id;
}

int TagTree::widget(int element, int page) {
    const int number = static_cast<int>(widgetOwners_.size());
    widgetOwners_.push_back(element);
    elements_[static_cast<std::size_t>(element)].kids.emplace_back(Widget{page, number});
    return kFirstWidgetKey + number;
}

int TagTree::onlyPage(const Element& element) {
    int page = -1;
    for (const auto& kid : element.kids)
        if (const auto* marked = std::get_if<Marked>(&kid)) {
            if (page >= 0 && page != marked->page) return -1;
            page = marked->page;
        }
    return page;
}

std::string TagTree::kids(const Element& element, const std::vector<int>& objects, const std::vector<int>& pages,
                          const std::vector<int>& widgets) const {
    std::string text;
    const bool onePage = onlyPage(element) >= 0;
    for (const auto& kid : element.kids) {
        if (const int* child = std::get_if<int>(&kid)) {
            text += reference(objects[static_cast<std::size_t>(*child)]) + ' ';
        } else if (const auto* marked = std::get_if<Marked>(&kid)) {
            text += onePage ? std::to_string(marked->id) + ' '
                            : "<< /Type /MCR /Pg " + reference(pages[static_cast<std::size_t>(marked->page)]) +
                                  " /MCID " + std::to_string(marked->id) + " >> ";
        } else {
            const auto& widget = std::get<Widget>(kid);
            text += "<< /Type /OBJR /Pg " + reference(pages[static_cast<std::size_t>(widget.page)]) + " /Obj " +
                    reference(widgets[static_cast<std::size_t>(widget.number)]) + " >> ";
        }
    }
    if (text.ends_with(' ')) text.pop_back();
    // pyHanko knows a field in the structure tree by a path that ends in /K /Obj, with no array in between, but an
    // element only as a member of an array.
    const bool isLone = element.kids.size() == 1 && !std::holds_alternative<int>(element.kids.front());
    return isLone ? text : '[' + text + ']';
}

int TagTree::write(Haru& haru, const std::vector<int>& pages, const std::vector<int>& widgets) const {
    const int root = haru.reserve();
    std::vector<int> objects;
    objects.reserve(elements_.size());
    for (std::size_t i = 0; i < elements_.size(); ++i) objects.push_back(haru.reserve());
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        const Element& element = elements_[i];
        const int parent = element.parent < 0 ? root : objects[static_cast<std::size_t>(element.parent)];
        const int page = onlyPage(element);
        haru.set(objects[i],
                 "/S /" + element.type + " /P " + reference(parent) + (element.attributes.empty() ? "" : " ") +
                     element.attributes + (page < 0 ? "" : " /Pg " + reference(pages[static_cast<std::size_t>(page)])) +
                     (i == 0 ? " /Lang (" + language_ + ")" : "") + " /K " + kids(element, objects, pages, widgets));
    }
    std::string numbers;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        numbers += std::to_string(page) + " [";
        if (page < owners_.size())
            for (const int owner : owners_[page]) numbers += reference(objects[static_cast<std::size_t>(owner)]) + ' ';
        numbers += "] ";
    }
    for (std::size_t i = 0; i < widgetOwners_.size(); ++i)
        numbers += std::to_string(kFirstWidgetKey + static_cast<int>(i)) + ' ' +
                   reference(objects[static_cast<std::size_t>(widgetOwners_[i])]) + ' ';
    const int parents = haru.addDictionary("/Nums [" + numbers + "]");
    haru.set(root, "/Type /StructTreeRoot /K " + reference(objects[0]) + " /ParentTree " + reference(parents) +
                       " /ParentTreeNextKey " +
                       std::to_string(kFirstWidgetKey + static_cast<int>(widgetOwners_.size())));
    return root;
}

}  // namespace pdfgen
