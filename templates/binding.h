#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "templates/document.h"
#include "templates/inline_text.h"
#include "templates/node.h"

namespace templates {

class Value;

/// What binding knows while it walks a template: the data, the names that loops gave, and the faults so far.
class Binding {
public:
    /// `data` must outlive this.
    explicit Binding(const Value& data);

    using Visit = std::function<void(const Node&)>;
    /// Calls `visit` for each child that is there: conditions decided, loops run.
    void walk(std::span<const Node> children, const Visit& visit);

    /// The bound text of these inline elements, added to `made`; its seams are still open.
    void fragments(std::span<const Node> children, std::vector<Fragment>& made) { styled(children, {}, made); }
    /// The same, mended.
    Inline inlines(std::span<const Node> children);
    /// An attribute's text in one piece; empty where it is absent.
    std::string plain(const Node& node, std::string_view key);

    /// Adds a fault, once.
    void fault(const base::Place& place, base::Message message);
    std::vector<base::Fault> takeFaults() { return std::move(faults_); }

private:
    struct Scope {
        std::string name{};
        const Value* value = nullptr;
    };
    struct Marks {
        bool bold = false;
        bool italic = false;
    };
    const Value* find(std::string_view path) const;
    bool holds(const Node& condition) const;
    const std::vector<Value>* items(const Node& loop);
    void branch(const Node& condition, const Visit& visit);
    void loop(const Node& source, const Visit& visit);
    void styled(std::span<const Node> children, Marks marks, std::vector<Fragment>& made);
    void pieces(const Pieces& source, Marks marks, std::vector<Fragment>& made);
    std::string text(const Expression& expression);

    std::vector<Scope> scopes_{};
    std::vector<base::Fault> faults_{};
    std::size_t passes_ = 0;
};

}  // namespace templates
