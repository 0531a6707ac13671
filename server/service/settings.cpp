#include "server/service/settings.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <map>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"
#include "base/utf8.h"

namespace service {
namespace {

using base::Error;
using base::ErrorCode;
using base::Fault;
using base::Message;
using base::say;

constexpr std::size_t kLargestFile = std::size_t{1} << 20;
constexpr std::string_view kBlank = " \t\r";

/// What is wrong with a value, if anything.
using Finding = std::optional<Message>;
using Take = Finding (*)(std::string_view value, Settings& settings);

template <class Number>
Finding number(std::string_view value, Number least, Number most, Number& target) {
    Number read{};
    const auto [end, failed] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (failed != std::errc() || end != value.data() + value.size() || read < least || read > most)
        return say("settings.number", {std::to_string(least), std::to_string(most)});
    target = read;
    return std::nullopt;
}

Finding days(std::string_view value, std::chrono::days& target) {
    int read = 0;
    Finding finding = number(value, 1, 3660, read);
    if (!finding) target = std::chrono::days(read);
    return finding;
}

Finding file(std::string_view value, std::filesystem::path& target) {
    target = std::string(value);
    return std::nullopt;
}

/// "a, b" → {"a", "b"}
Finding words(std::string_view value, std::vector<std::string>& target) {
    target.clear();
    while (!value.empty()) {
        const auto comma = std::min(value.find(','), value.size());
        std::string_view word = value.substr(0, comma);
        while (!word.empty() && word.front() == ' ') word.remove_prefix(1);
        while (!word.empty() && word.back() == ' ') word.remove_suffix(1);
        if (word.empty() || word.find(' ') != std::string_view::npos) return say("settings.list");
        target.emplace_back(word);
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return std::nullopt;
}

Finding address(std::string_view value, std::string& target) {
    if (!http::isAddress(std::string(value))) return say("settings.address");
    target = value;
    return std::nullopt;
}

Finding addresses(std::string_view value, std::vector<std::string>& target) {
    Finding finding = words(value, target);
    if (!finding && !std::all_of(target.begin(), target.end(), http::isAddress)) return say("settings.address");
    return finding;
}

/// Whether it is a host as a URL and the Host field name it (RFC 3986 section 3.2): a name, an IPv4 address or an IPv6
/// address in brackets, with a port or without.
bool isHost(std::string_view text) {
    std::string_view host = text;
    if (const auto colon = text.rfind(':'); colon != text.npos && text.find(']', colon) == text.npos) {
        std::uint16_t port = 0;
        if (number<std::uint16_t>(text.substr(colon + 1), 1, 65535, port)) return false;
        host = text.substr(0, colon);
    }
    if (host.starts_with('[') && host.ends_with(']'))
        return host.find(':') != host.npos && http::isAddress(std::string(host.substr(1, host.size() - 2)));
    const auto isFit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    return !host.empty() && std::all_of(host.begin(), host.end(), isFit);
}

Finding hosts(std::string_view value, std::vector<std::string>& target) {
    Finding finding = words(value, target);
    if (!finding && !std::all_of(target.begin(), target.end(), isHost)) return say("settings.host");
    return finding;
}

std::string_view hostOf(std::string_view url) {
    url.remove_prefix(std::min(url.find("://") + 3, url.size()));
    return url.substr(0, url.find('/'));
}

Finding url(std::string_view value, std::string& target) {
    while (value.ends_with('/')) value.remove_suffix(1);
    const bool hasScheme = value.starts_with("http://") || value.starts_with("https://");
    const bool isWhole = hasScheme && isHost(hostOf(value)) && value.ends_with(hostOf(value));
    if (!value.empty() && !isWhole) return say("settings.url");
    target = value;
    return std::nullopt;
}

Finding yesOrNo(std::string_view value, bool& target) {
    if (value != "yes" && value != "no") return say("settings.yes_or_no");
    target = value == "yes";
    return std::nullopt;
}

struct Setting {
    SettingName name;
    Take take;
};

constexpr std::size_t kMostWorkers = 256;
constexpr std::size_t kMostReaders = 64;

const Setting kSettings[] = {
    {{"data", "data"}, [](std::string_view value, Settings& to) { return file(value, to.data); }},
    {{"bind", "127.0.0.1"}, [](std::string_view value, Settings& to) { return address(value, to.bind); }},
    {{"port", "8080"},
     [](std::string_view value, Settings& to) { return number<std::uint16_t>(value, 0, 65535, to.port); }},
    {{"public_url", ""}, [](std::string_view value, Settings& to) { return url(value, to.publicUrl); }},
    {{"hosts", ""}, [](std::string_view value, Settings& to) { return hosts(value, to.hosts); }},
    {{"proxies", ""}, [](std::string_view value, Settings& to) { return addresses(value, to.proxies); }},
    {{"log", ""}, [](std::string_view value, Settings& to) { return file(value, to.log); }},
    {{"trust", ""}, [](std::string_view value, Settings& to) { return file(value, to.trust); }},
    {{"organisation", ""},
     [](std::string_view value, Settings& to) {
         to.organisation = value;
         return Finding();
     }},
    {{"key_passphrase_file", ""},
     [](std::string_view value, Settings& to) { return file(value, to.keyPassphraseFile); }},
    {{"key_import", ""}, [](std::string_view value, Settings& to) { return file(value, to.keyImport); }},
    {{"key_import_password_file", ""},
     [](std::string_view value, Settings& to) { return file(value, to.keyImportPasswordFile); }},
    {{"workers", "4"},
     [](std::string_view value, Settings& to) { return number<std::size_t>(value, 3, kMostWorkers, to.workers); }},
    {{"readers", "2"},
     [](std::string_view value, Settings& to) { return number<std::size_t>(value, 1, kMostReaders, to.readers); }},
    {{"link_days", "30"}, [](std::string_view value, Settings& to) { return days(value, to.linkLife); }},
    {{"copy_days", "30"}, [](std::string_view value, Settings& to) { return days(value, to.copyLife); }},
    {{"samples", "no"}, [](std::string_view value, Settings& to) { return yesOrNo(value, to.samples); }},
};

const Setting* settingOf(std::string_view name) {
    const auto found = std::find_if(std::begin(kSettings), std::end(kSettings),
                                    [name](const Setting& one) { return one.name.name == name; });
    return found == std::end(kSettings) ? nullptr : found;
}

std::string variableOf(std::string_view name) {
    std::string variable = "AKCES_";
    for (const char c : name) variable += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return variable;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

class Collecting {
public:
    void take(std::string_view name, std::string_view value, const base::Place& place) {
        const Setting* setting = settingOf(name);
        if (setting == nullptr) return fault(place, say("settings.unknown", {std::string(name)}));
        places_[setting->name.name] = place;
        if (Finding finding = setting->take(value, settings_)) badValue(place, name, *finding);
    }

    void readFile(const std::filesystem::path& path) {
        const base::Bytes content = base::readFile(path, kLargestFile);
        if (!base::isUtf8(content)) return fault({path.string()}, say("settings.not_utf8"));
        std::set<std::string, std::less<>> seen;
        int number = 0;
        for (std::string_view rest = content; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            readLine(trimmed(rest.substr(0, end)), {path.string(), ++number, 1}, seen);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    Settings settings() {
        mustBeThere("key_passphrase_file", settings_.keyPassphraseFile);
        mustBeThere("key_import", settings_.keyImport);
        mustBeThere("key_import_password_file", settings_.keyImportPasswordFile);
        if (!faults_.empty()) throw Error(ErrorCode::data, say("settings.faults"), std::move(faults_));
        return std::move(settings_);
    }

private:
    void readLine(std::string_view line, const base::Place& place, std::set<std::string, std::less<>>& seen) {
        if (line.empty() || line.front() == '#') return;
        const auto equals = line.find('=');
        if (equals == std::string_view::npos) return fault(place, say("settings.no_equals"));
        const std::string_view name = trimmed(line.substr(0, equals));
        if (!seen.emplace(name).second) return fault(place, say("settings.twice", {std::string(name)}));
        take(name, trimmed(line.substr(equals + 1)), place);
    }
    /// What a setting names, so that not only the file is named where it cannot be opened.
    void mustBeThere(std::string_view name, const std::filesystem::path& file) {
        if (file.empty()) return;
        std::error_code hidden;
        const bool isFolder = std::filesystem::is_directory(file, hidden);
        if (!isFolder && ::access(file.c_str(), R_OK) == 0) return;
        const std::string reason = base::systemReason(isFolder ? EISDIR : errno);
        badValue(places_[name], name, say("file.unreadable", {file.string(), reason}));
    }
    void badValue(const base::Place& place, std::string_view name, const Message& finding) {
        fault(place, say("settings.bad_value", {std::string(name), base::text(finding)}));
    }
    void fault(const base::Place& place, Message message) { faults_.push_back({place, std::move(message)}); }

    Settings settings_{};
    std::map<std::string_view, base::Place> places_{};  ///< of each setting's last value
    std::vector<Fault> faults_{};
};

bool isLoopback(std::string_view host) {
    const std::string_view name =
        host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
    return name == "localhost" || name == "[::1]" || name.starts_with("127.");
}

}  // namespace

std::span<const SettingName> settingNames() {
    static const auto names = [] {
        std::vector<SettingName> all;
        for (const Setting& one : kSettings) all.push_back(one.name);
        return all;
    }();
    return names;
}

Settings readSettings(const SettingsSources& sources) {
    Collecting collecting;
    if (sources.file) collecting.readFile(*sources.file);
    for (const Setting& one : kSettings) {
        const std::string variable = variableOf(one.name.name);
        if (!sources.environment) break;
        if (const auto value = sources.environment(variable.c_str()); value && !value->empty())
            collecting.take(one.name.name, trimmed(*value), {variable});
    }
    for (const auto& [name, value] : sources.words) collecting.take(name, trimmed(value), {"--" + name});
    return collecting.settings();
}

bool isLocal(const Settings& settings) { return settings.publicUrl.empty() || isLoopback(hostOf(settings.publicUrl)); }

http::Transport transportOf(const Settings& settings) {
    return settings.publicUrl.starts_with("https://") ? http::Transport::tls : http::Transport::plain;
}

std::string publicUrlOf(const Settings& settings, std::uint16_t port) {
    if (!settings.publicUrl.empty()) return settings.publicUrl;
    const bool isVersion6 = settings.bind.find(':') != std::string::npos;
    const bool isAny = settings.bind == "0.0.0.0" || settings.bind == "::";
    const std::string host = isAny ? "127.0.0.1" : isVersion6 ? '[' + settings.bind + ']' : settings.bind;
    return "http://" + host + ':' + std::to_string(port);
}

http::GateSettings gateSettingsOf(const Settings& settings) {
    http::GateSettings gate;
    gate.address = settings.bind;
    gate.port = settings.port;
    gate.hosts = settings.hosts;
    if (!settings.publicUrl.empty()) gate.hosts.emplace_back(hostOf(settings.publicUrl));
    gate.proxies = settings.proxies;
    gate.transport = transportOf(settings);
    gate.workers = settings.workers;
    return gate;
}

}  // namespace service
