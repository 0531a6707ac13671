#pragma once

#include <ctemplate/template_string.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace web {

/// What a template asks about one place of the data, by the names that fill() (dictionary.h) has for it. A name knows
/// its number in ctemplate, which would look it up anew under a lock that all threads share.
struct WantedPlace {
    using Name = std::optional<ctemplate::TemplateString>;
    struct Absence {
        std::string path{};  ///< from the place here, "b__c"
        ctemplate::TemplateString section;
    };

    Name value{};    ///< {{a__b}}
    Name section{};  ///< {{#a__b}}
    Name no{};       ///< {{#no_a__b}}
    Name any{};      ///< {{#any_a__b}}
    std::map<std::string, WantedPlace, std::less<>> members{};
    std::vector<Absence> absences{};  ///< every `no` of the places inside

    /// The place at "b__c" from here; null where the template asks nothing about it or about what is inside.
    const WantedPlace* at(std::string_view path) const;
};

/// All that a page's template asks.
class Wanted {
public:
    explicit Wanted(std::string_view page);
    Wanted(const Wanted&) = delete;
    Wanted& operator=(const Wanted&) = delete;

    const WantedPlace& root() const { return root_; }

private:
    void add(std::string_view written, bool isSection);
    void addNo(std::string_view path, const ctemplate::TemplateString& section);

    std::set<std::string, std::less<>> texts_{};  ///< what the names point to
    WantedPlace root_{};
};

}  // namespace web
