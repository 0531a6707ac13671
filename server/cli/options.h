#pragma once

#include <initializer_list>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace cli {

enum class Takes { nothing, value };
enum class Comes { now, later };

/// An option that a verb knows. What comes later is refused by its name, never taken silently.
struct Option {
    std::string_view name{};  ///< "--out"
    Takes takes = Takes::value;
    Comes comes = Comes::now;
};

/// The words behind a verb: options as `--name value` or `--name=value`, and operands; behind `--` all are operands.
class Options {
public:
    /// Throws Error(usage), which names the option: unknown, given twice, without its value, or not there yet.
    Options(const std::vector<std::string>& words, const std::vector<Option>& options);

    bool has(std::string_view name) const { return values_.contains(name); }
    std::optional<std::string> find(std::string_view name) const;
    /// Throws Error(usage) when it was not given.
    const std::string& get(std::string_view name) const;
    const std::vector<std::string>& operands() const { return operands_; }
    std::vector<std::string> names() const;

private:
    std::map<std::string, std::string, std::less<>> values_{};
    std::vector<std::string> operands_{};
};

/// Throws Error(usage) when an option was given that is none of `known`: it belongs to another action of the verb.
void expectOptions(const Options& options, std::initializer_list<std::string_view> known);

/// "„--tsa”: jeszcze niedostępne."
base::Error notYet(std::string_view what);

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// Throws Error(usage) unless there are between `least` and `most` operands.
void expectOperands(const Options& options, std::size_t least, std::size_t most);

}  // namespace cli
