#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "templates/value.h"

namespace web {

/// The pages of server/web/pages as HTML, every value escaped for its place (libctemplate's auto-escape).
class Views {
public:
    /// Reads every page in every language. Throws Error(internal) with what is wrong in which page.
    Views();
    ~Views();
    Views(const Views&) = delete;
    Views& operator=(const Views&) = delete;

    /// The page inside the layout, in the thread's language. `data` as fill() in dictionary.h names it. Throws
    /// Error(internal) for a name that no page has. Called by several threads at once.
    std::string page(std::string_view name, const templates::Value& data) const;

private:
    struct Cache;
    std::unique_ptr<Cache> cache_;
};

/// What the field of a form is called on that page or part, in the thread's language; empty where it has no such field.
std::string fieldLabel(std::string_view page, std::string_view field);

/// "style.css" or "akces.js"; empty for what is neither.
std::string_view asset(std::string_view name);

}  // namespace web
