#include "server/web/views.h"

#include <algorithm>
#include <cstring>  // ctemplate/str_ref.h uses strlen without it
#include <map>

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>

#include "base/error.h"
#include "server/web/dictionary.h"
#include "server/web/modifiers.h"
#include "server/web/page_text.h"

namespace akces_embedded {
std::string_view web_page(std::string_view name);
std::string_view web_asset(std::string_view name);
}  // namespace akces_embedded

namespace web {
namespace {

using base::Error;
using base::ErrorCode;
using base::Language;

constexpr std::string_view kPages[] = {AKCES_WEB_PAGES};
constexpr ctemplate::Strip kStrip = ctemplate::STRIP_BLANK_LINES;

Error unusable(std::string_view name) {
    return Error(ErrorCode::internal, base::say("http.internal")).with("page", std::string(name));
}

std::string_view pageSource(std::string_view name) {
    const std::string_view source = akces_embedded::web_page(std::string(name) + ".html");
    if (source.empty()) throw unusable(name);
    return source;
}

/// A page's own heading, which is its title where it has no other.
std::string_view headingOf(std::string_view source) {
    const auto begin = std::min(source.find("<h1>"), source.size());
    const std::string_view heading = source.substr(begin, source.find("</h1>", begin) - begin);
    return heading.find_first_of("<{", 1) == heading.npos ? heading.substr(std::min<std::size_t>(4, heading.size()))
                                                          : "";
}

std::string cacheKey(std::string_view name, Language language) {
    return (language == Language::english ? "en/" : "pl/") + std::string(name);
}

std::string layoutWith(std::string_view name, Language language) {
    const FindPage find = [name](std::string_view part) {
        return part == "heading" ? headingOf(pageSource(name)) : pageSource(part == "content" ? name : part);
    };
    return "{{%AUTOESCAPE context=\"HTML\"}}" + withGluedValues(pageText(pageSource("layout"), language, find));
}

}  // namespace

struct Views::Cache {
    ctemplate::TemplateCache templates{};
    std::map<std::string, Wanted> wanted{};

    void add(std::string_view name, Language language) {
        const std::string key = cacheKey(name, language);
        const std::string text = layoutWith(name, language);
        if (!templates.StringToTemplateCache(key, text, kStrip)) throw unusable(name);
        wanted.try_emplace(key, text);
    }
};

Views::Views() : cache_(std::make_unique<Cache>()) {
    addModifiers();
    for (const Language language : {Language::polish, Language::english})
        for (const std::string_view name : kPages) cache_->add(name, language);
    cache_->templates.Freeze();
}

Views::~Views() = default;

std::string Views::page(std::string_view name, const templates::Value& data) const {
    const std::string key = cacheKey(name, base::spokenLanguage());
    const auto wanted = cache_->wanted.find(key);
    if (wanted == cache_->wanted.end()) throw unusable(name);
    ctemplate::TemplateDictionary dictionary("page");
    fill(dictionary, data, wanted->second);
    std::string html;
    ctemplate::StringEmitter emitter(&html);
    if (!cache_->templates.ExpandNoLoad(key, kStrip, &dictionary, nullptr, &emitter)) throw unusable(name);
    return html;
}

std::string fieldLabel(std::string_view page, std::string_view field) {
    const std::string_view source = pageSource(page);
    const std::string mark = " name=" + std::string(field) + " label=";
    const auto at = source.find(mark);
    if (at == source.npos) return {};
    const std::string_view key = source.substr(at + mark.size());
    return base::text(base::Message{std::string(key.substr(0, key.find_first_of(" ]"))), {}});
}

std::string_view asset(std::string_view name) { return akces_embedded::web_asset(name); }

}  // namespace web
