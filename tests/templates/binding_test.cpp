#include "templates/binding.h"

#include <gtest/gtest.h>

#include "templates/value.h"
#include "tests/templates/text_of.h"

namespace templates {
namespace {

Node text(const char* literal) {
    Node node;
    node.text = {std::string(literal)};
    return node;
}

Node element(const char* name, std::vector<Node> children,
             std::vector<std::pair<std::string, Pieces>> attributes = {}) {
    Node node;
    node.name = name;
    node.children = std::move(children);
    node.attributes = std::move(attributes);
    return node;
}

std::string walked(Binding& binding, const std::vector<Node>& nodes) {
    std::string names;
    binding.walk(nodes, [&](const Node& node) { names += std::get<std::string>(node.text.at(0)); });
    return names;
}

TEST(Binding, WalksTheChosenBranchesAndTheLoops) {
    Value data;
    data.set("a", "x");
    Binding binding(data);
    const auto has = [](const char* path) {
        return std::vector<std::pair<std::string, Pieces>>{{"has", {std::string(path)}}};
    };
    EXPECT_EQ(walked(binding, {element("if", {text("1"), element("else", {}), text("2")}, has("a")),
                               element("if", {text("3"), element("else", {}), text("4")}, has("b")),
                               element("if", {text("5")}, has("b")),
                               element("for", {text("6")}, {{"times", {std::string("3")}}})}),
              "14666");
}

TEST(Binding, KeepsAFaultOnce) {
    const Value data;
    Binding binding(data);
    const base::Place place{"x.xml", 1, 2, {}};
    binding.fault(place, base::say("bind.missing", {"a"}));
    binding.fault(place, base::say("bind.missing", {"a"}));
    binding.fault(place, base::say("bind.missing", {"b"}));
    EXPECT_EQ(binding.takeFaults().size(), 2U);
}

TEST(Binding, NestsStyles) {
    const Value data;
    Binding binding(data);
    const Inline made = binding.inlines(
        std::vector{text("a"), element("b", {text("b"), element("i", {text("c")})}), element("br", {}), text("d")});
    ASSERT_EQ(made.size(), 5U);
    EXPECT_EQ(made[1], (templates::Run{"b", true, false, false}));
    EXPECT_EQ(made[2], (templates::Run{"c", true, true, false}));
    EXPECT_TRUE(made[3].lineBreak);
    EXPECT_EQ(made[4], (templates::Run{"d", false, false, false}));
}

TEST(Binding, GivesAnAttributesTextInOnePiece) {
    Value data;
    data.set("a", "Rada,");
    Binding binding(data);
    Expression expression;
    expression.path = "a";
    const Node node = element("p", {}, {{"title", {std::string(" O  "), expression, std::string(" Miasta ")}}});
    EXPECT_EQ(binding.plain(node, "title"), "O Rada Miasta");
    EXPECT_EQ(binding.plain(node, "other"), "");
}

}  // namespace
}  // namespace templates
