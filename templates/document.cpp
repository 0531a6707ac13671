#include "templates/document.h"

namespace templates {
namespace {

/// Collects signature fields from blocks, in reading order.
class Collector {
public:
    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) std::visit(*this, block.content);
    }
    void operator()(const SignatureBlock& block) { add(block.field); }
    void operator()(const List& list) {
        for (const ListItem& item : list.items) blocks(item.body);
    }
    void operator()(const Columns& columns) {
        for (const auto& side : columns.columns) blocks(side);
    }
    void operator()(const Table& table) {
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) add(cell.field);
    }
    void operator()(const Paragraph&) {}
    void operator()(const Heading&) {}
    void operator()(const PageBreak&) {}

    std::vector<const SignatureField*> found{};

private:
    void add(const std::optional<SignatureField>& field) {
        if (field) found.push_back(&*field);
    }
};

}  // namespace

std::vector<const SignatureField*> signatureFields(const Document& document) {
    Collector collector;
    collector.blocks(document.blocks);
    return std::move(collector.found);
}

}  // namespace templates
