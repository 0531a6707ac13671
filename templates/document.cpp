#include "templates/document.h"

namespace templates {
namespace {

void collect(const std::vector<Block>& blocks, std::vector<const SignatureField*>& found) {
    for (const Block& block : blocks) {
        if (const auto* one = std::get_if<SignatureBlock>(&block.content)) {
            if (one->field) found.push_back(&*one->field);
        } else if (const auto* list = std::get_if<List>(&block.content)) {
            for (const ListItem& item : list->items) collect(item.body, found);
        } else if (const auto* columns = std::get_if<Columns>(&block.content)) {
            for (const auto& side : columns->columns) collect(side, found);
        } else if (const auto* table = std::get_if<Table>(&block.content)) {
            for (const Row& row : table->rows)
                for (const Cell& cell : row.cells)
                    if (cell.field) found.push_back(&*cell.field);
        }
    }
}

}  // namespace

std::vector<const SignatureField*> signatureFields(const Document& document) {
    std::vector<const SignatureField*> found;
    collect(document.blocks, found);
    return found;
}

}  // namespace templates
