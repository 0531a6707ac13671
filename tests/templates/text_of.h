#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "templates/document.h"
#include "templates/template.h"
#include "templates/value.h"

/// What the tests of this folder look at: a bound document's text, and the faults of a template or its data.
namespace templates {

inline std::string plain(const Inline& runs) {
    std::string text;
    for (const Run& run : runs) text += run.lineBreak ? "\n" : run.text;
    return text;
}

inline void addLines(const std::vector<Block>& blocks, std::vector<std::string>& found, const std::string& label = {}) {
    std::string pending = label.empty() ? label : label + ' ';
    for (const Block& block : blocks) {
        const std::string prefix = std::exchange(pending, {});
        if (const auto* one = std::get_if<Paragraph>(&block.content)) {
            found.push_back(prefix + plain(one->text));
        } else if (const auto* title = std::get_if<Heading>(&block.content)) {
            found.push_back(plain(title->text));
        } else if (const auto* list = std::get_if<List>(&block.content)) {
            for (const ListItem& item : list->items) addLines(item.body, found, item.label);
        } else if (const auto* sign = std::get_if<SignatureBlock>(&block.content)) {
            found.push_back(plain(sign->caption));
        } else if (const auto* sides = std::get_if<Columns>(&block.content)) {
            for (const auto& side : sides->columns) addLines(side, found);
        } else if (const auto* table = std::get_if<Table>(&block.content)) {
            for (const Row& row : table->rows) {
                std::string all;
                for (const Cell& cell : row.cells) all += (&cell == &row.cells.front() ? "" : " | ") + plain(cell.text);
                found.push_back(all);
            }
        }
    }
}

/// A line a paragraph, in reading order, labels before their items, cells with bars between them.
inline std::vector<std::string> linesOf(const Document& document) {
    std::vector<std::string> found;
    addLines(document.blocks, found);
    return found;
}

inline Document boundDocument(std::string_view xml, const Value& data) {
    return bind(readTemplate(xml, "próba.xml"), data);
}

/// The same for the content of a template.
inline Document boundBody(const std::string& body, const Value& data) {
    return boundDocument("<template title=\"t\">" + body + "</template>", data);
}

inline std::vector<std::string> boundLines(const std::string& body, const Value& data) {
    return linesOf(boundBody(body, data));
}

/// The faults that `action` throws, as "wiersz:kolumna key".
template <class Action>
std::vector<std::string> faultsOf(Action action) {
    std::vector<std::string> found;
    try {
        action();
    } catch (const base::Error& error) {
        for (const base::Fault& fault : error.faults())
            found.push_back(std::to_string(fault.place.line) + ':' + std::to_string(fault.place.column) + ' ' +
                            fault.message.key);
    }
    return found;
}

inline std::vector<std::string> templateFaults(std::string_view xml) {
    return faultsOf([&] { readTemplate(xml, "próba.xml"); });
}

inline std::vector<std::string> bodyFaults(const std::string& body) {
    return templateFaults("<template title=\"t\">" + body + "</template>");
}

inline std::vector<std::string> bindFaults(const std::string& body, const Value& data) {
    return faultsOf([&] { boundBody(body, data); });
}

}  // namespace templates
