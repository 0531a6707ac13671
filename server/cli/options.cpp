#include "server/cli/options.h"

#include <algorithm>

namespace cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

const Option& known(std::string_view name, const std::vector<Option>& options) {
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const Option& each) { return each.name == name; });
    if (found == options.end()) throw Error(ErrorCode::usage, say("cli.unknown_option", {std::string(name)}));
    if (found->comes == Comes::later) throw notYet(name);
    return *found;
}

bool isOption(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

}  // namespace

Options::Options(const std::vector<std::string>& words, const std::vector<Option>& options) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "--") {
            operands_.insert(operands_.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            return;
        }
        if (!isOption(word)) {
            operands_.emplace_back(word);
            continue;
        }
        const std::size_t sign = word.find('=');
        const std::string name(word.substr(0, sign));
        const bool joined = sign != std::string_view::npos;
        const Option& option = known(name, options);
        std::string value;
        if (joined) value = word.substr(sign + 1);
        if (option.takes == Takes::nothing && joined) throw Error(ErrorCode::usage, say("cli.no_value", {name}));
        if (option.takes == Takes::value && !joined) {
            if (++i == words.size()) throw Error(ErrorCode::usage, say("cli.value_missing", {name}));
            value = words[i];
        }
        if (!values_.emplace(name, value).second) throw Error(ErrorCode::usage, say("cli.option_twice", {name}));
    }
}

std::optional<std::string> Options::find(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional(found->second);
}

const std::string& Options::get(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) throw Error(ErrorCode::usage, say("cli.option_missing", {std::string(name)}));
    return found->second;
}

std::vector<std::string> Options::names() const {
    std::vector<std::string> names;
    names.reserve(values_.size());
    for (const auto& [name, value] : values_) names.push_back(name);
    return names;
}

void expectOptions(const Options& options, std::initializer_list<std::string_view> known) {
    for (const std::string& name : options.names())
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw Error(ErrorCode::usage, say("cli.option_elsewhere", {name}));
}

Error notYet(std::string_view what) { return Error(ErrorCode::usage, say("cli.not_yet", {std::string(what)})); }

void expectOperands(const Options& options, std::size_t least, std::size_t most) {
    const auto& operands = options.operands();
    if (operands.size() < least) throw Error(ErrorCode::usage, say("cli.operand_missing"));
    if (operands.size() > most) throw Error(ErrorCode::usage, say("cli.operand_unexpected", {operands[most]}));
}

}  // namespace cli
