#include "templates/document.h"

#include <gtest/gtest.h>

namespace {

using namespace templates;

SignatureField named(const char* name) {
    SignatureField field;
    field.name = name;
    return field;
}

TEST(Document, GivesItsSignatureFieldsInReadingOrder) {
    Document document;
    SignatureBlock top, left, inList;
    top.field = named("1");
    left.field = named("3");
    inList.field = named("4");
    Table table;
    table.rows.push_back({{{{}, Align::left, named("2")}, {}}, 0});
    document.blocks = {{top}, {table}, {Columns{{{{left}}, {}}}}, {List{{{"1.", {{inList}}}}}}, {SignatureBlock{}}};
    std::string names;
    for (const SignatureField* field : signatureFields(document)) names += field->name;
    EXPECT_EQ(names, "1234");
}

TEST(Document, ComparesDownToTheLastRun) {
    Document one, other;
    one.blocks = other.blocks = {{List{{{"1.", {{Paragraph{{{"a"}}}}}}}}}};
    EXPECT_EQ(one, other);
    std::get<Paragraph>(std::get<List>(other.blocks[0].content).items[0].body[0].content).text[0].bold = true;
    EXPECT_NE(one, other);
}

}  // namespace
