#include "server/web/modifiers.h"

#include <cstring>  // ctemplate/str_ref.h uses strlen without it

#include <ctemplate/template_modifiers.h>

#include <charconv>
#include <cmath>
#include <mutex>
#include <optional>

#include "base/civil_date.h"
#include "base/message.h"
#include "server/web/page_text.h"
#include "templates/polish.h"

namespace web {
namespace {

using base::Language;
using base::spokenLanguage;

constexpr std::string_view kNoBreak = "\u00a0";
constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};

std::optional<long long> numberOf(std::string_view text) {
    long long number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::string twoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

/// One decimal where the number is small: 2,5 but 27.
std::string rounded(double number) {
    const long long tenths = std::llround(number * 10);
    if (tenths >= 100 || tenths % 10 == 0) return std::to_string((tenths + 5) / 10);
    const char* point = spokenLanguage() == Language::english ? "." : ",";
    return std::to_string(tenths / 10) + point + std::to_string(tenths % 10);
}

template <std::string (*Change)(std::string_view)>
class Modifier final : public ctemplate::TemplateModifier {
    void Modify(const char* in, std::size_t length, const ctemplate::PerExpandData* /*data*/,
                ctemplate::ExpandEmitter* out, const std::string& /*argument*/) const override {
        out->Emit(Change({in, length}));
    }
};

template <std::string (*Change)(std::string_view)>
void add(const char* name) {
    static const Modifier<Change> modifier;
    ctemplate::AddModifier(name, &modifier);
}

}  // namespace

std::string longDay(std::string_view isoDate) {
    const auto day = base::parseDate(isoDate);
    if (!day) return std::string(isoDate);
    if (spokenLanguage() == Language::polish) return templates::polish::dateText(*day);
    return std::to_string(unsigned(day->day())) + ' ' + kMonths[unsigned(day->month()) - 1] + ' ' +
           std::to_string(int(day->year()));
}

std::string shortDay(std::string_view isoDate) {
    const auto day = base::parseDate(isoDate);
    if (!day) return std::string(isoDate);
    return twoDigits(unsigned(day->day())) + '.' + twoDigits(unsigned(day->month())) + '.' +
           std::to_string(int(day->year()));
}

std::string moment(std::string_view isoInstant) {
    const auto at = base::parseInstant(isoInstant);
    return at ? glued(base::shortInstant(*at)) : std::string(isoInstant);
}

std::string hour(std::string_view isoInstant) {
    const std::string text = moment(isoInstant);
    const auto comma = text.find(", ");
    return comma == std::string::npos ? text : text.substr(comma + 2);
}

std::string fileSize(std::string_view octets) {
    const auto number = numberOf(octets);
    if (!number) return std::string(octets);
    const auto size = static_cast<double>(*number);
    if (size < 1000) return std::to_string(*number) + std::string(kNoBreak) + 'B';
    if (size < 999'500) return rounded(size / 1000) + std::string(kNoBreak) + "kB";
    return rounded(size / 1'000'000) + std::string(kNoBreak) + "MB";
}

std::string grouped(std::string_view number) {
    if (!numberOf(number)) return std::string(number);
    std::string text(number);
    const std::size_t sign = text.front() == '-' ? 1 : 0;
    for (std::size_t end = text.size(); end > sign + 3; end -= 3) text.insert(end - 3, kNoBreak);
    return text;
}

void addModifiers() {
    static std::once_flag once;
    std::call_once(once, [] {
        add<longDay>("x-day");
        add<shortDay>("x-short");
        add<moment>("x-moment");
        add<hour>("x-hour");
        add<fileSize>("x-size");
        add<grouped>("x-number");
        add<glued>("x-glued");
    });
}

}  // namespace web
