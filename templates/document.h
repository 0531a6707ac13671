#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// The block model: a document after binding, before layout. It knows neither data nor pages. The same tree is
/// laid out as PDF, its tags and its accessibility included. Lengths are in points (1/72 inch).
namespace templates {

struct Run {
    std::string text{};  ///< UTF-8, plain spaces; glue is the layout's work
    bool bold = false;
    bool italic = false;
    bool lineBreak = false;  ///< a forced line end; `text` is empty then
    bool operator==(const Run&) const = default;
};
using Inline = std::vector<Run>;

enum class Align { justify, left, center, right };
enum class TextSize { normal, small, large };

struct Paragraph {
    Inline text{};
    Align align = Align::justify;
    TextSize size = TextSize::normal;
    bool keepWithNext = false;
    double spaceBefore = 0;
    double spaceAfter = 4;
    bool operator==(const Paragraph&) const = default;
};

/// Levels do not jump: 1 is the document's title (an annex has a level-1 heading of its own).
struct Heading {
    int level = 1;
    Inline text{};
    Align align = Align::left;
    bool operator==(const Heading&) const = default;
};

/// One item of a list. Labels are final ("1.", "2)"); numbering closed up when the tree was bound.
struct ListItem {
    std::string label{};
    std::vector<struct Block> body;  // no {}: clang would want the whole Block here
    bool operator==(const ListItem&) const;
};
struct List {
    std::vector<ListItem> items{};
    bool operator==(const List&) const = default;
};

/// A signature field (ISO 32000-1 section 12.7.4.5). `name` is /T and unique in the document; `description` is /TU and
/// what a screen reader says; function and institution are kept in the field for the appearance of the signature.
struct SignatureField {
    std::string name{};
    std::string description{};
    std::string function{};
    std::string institution{};
    double heightPt = 48;
    bool operator==(const SignatureField&) const = default;
};

/// A labelled place to sign: caption above, the box with its rule, a line below it.
struct SignatureBlock {
    Inline caption{};
    Inline below{};
    std::optional<SignatureField> field{};  ///< none: a ruled line to sign on by hand
    bool operator==(const SignatureBlock&) const = default;
};

struct Cell {
    Inline text{};
    Align align = Align::left;
    std::optional<SignatureField> field{};
    bool operator==(const Cell&) const = default;
};
struct Row {
    std::vector<Cell> cells{};
    double minHeightPt = 0;
    bool operator==(const Row&) const = default;
};
struct Column {
    double widthPt = 0;  ///< 0: a share of what is left
    double share = 1;
    bool operator==(const Column&) const = default;
};
/// Header rows repeat on each page. The first row of `head` names the columns (TH, Scope Column).
struct Table {
    std::vector<Column> columns{};
    std::vector<Row> head{};
    std::vector<Row> rows{};
    std::string summary{};
    bool operator==(const Table&) const = default;
};

/// Blocks side by side in columns of equal width, kept on one page.
struct Columns {
    std::vector<std::vector<struct Block>> columns;
    bool operator==(const Columns&) const;
};

struct PageBreak {
    bool operator==(const PageBreak&) const = default;
};

struct Block {
    std::variant<Paragraph, Heading, List, SignatureBlock, Table, Columns, PageBreak> content{};
    bool operator==(const Block&) const = default;
};

enum class Spacing { normal, close };

/// A whole document. `notice` is real text at the head of the first page (the demonstration's „PRZYKŁAD – podpisy
/// pokazowe”); the footer's line (document id, page x of y) is the layout's.
struct Document {
    std::string title{};
    std::string language = "pl-PL";
    std::string subject{};
    std::string notice{};
    std::string footer{};  ///< left part of the footer: "Identyfikator dokumentu: …"
    bool landscape = false;
    Spacing spacing = Spacing::normal;
    std::vector<Block> blocks{};
    bool operator==(const Document&) const = default;
};

inline bool ListItem::operator==(const ListItem& other) const { return label == other.label && body == other.body; }
inline bool Columns::operator==(const Columns& other) const { return columns == other.columns; }

/// All signature fields, in reading order.
std::vector<const SignatureField*> signatureFields(const Document& document);

}  // namespace templates
