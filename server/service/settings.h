#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "server/http/gate_settings.h"

/// The service: what it is told, what it is built of, and how it starts and stops.
namespace service {

/// All that the service can be told; config/akces.properties shows each with its default.
struct Settings {
    std::filesystem::path data = "data";
    std::string bind = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string publicUrl{};  ///< without a slash at its end; empty: the address that it listens on
    std::vector<std::string> hosts{};
    std::vector<std::string> proxies{};
    std::filesystem::path log{};    ///< empty: standard error
    std::filesystem::path trust{};  ///< empty: DATA/trust
    std::string organisation{};
    std::filesystem::path keyPassphraseFile{};
    std::filesystem::path keyImport{};
    std::filesystem::path keyImportPasswordFile{};
    std::size_t workers = limits::kWorkers.value;
    std::size_t readers = 2;
    std::chrono::days linkLife{30};
    std::chrono::days copyLife{30};
    bool samples = false;
    bool operator==(const Settings&) const = default;
};

/// One setting as people write it.
struct SettingName {
    std::string_view name{};         ///< "public_url"; as a variable AKCES_PUBLIC_URL
    std::string_view defaultText{};  ///< as the file would say it
};
std::span<const SettingName> settingNames();

/// Where settings come from; a later one replaces an earlier one: the defaults, the file, the environment, the command
/// line's words.
struct SettingsSources {
    std::optional<std::filesystem::path> file{};
    std::function<std::optional<std::string>(const char* name)> environment{};
    std::vector<std::pair<std::string, std::string>> words{};  ///< name and value
};

/// Throws Error(data) with every fault: an unknown or doubled name with its line, a value that cannot be one.
/// Throws Error(unreadable) when the file cannot be read.
Settings readSettings(const SettingsSources& sources);

/// Whether links lead to this machine only.
bool isLocal(const Settings& settings);
http::Transport transportOf(const Settings& settings);
/// "http://127.0.0.1:8080", without a slash at its end.
std::string publicUrlOf(const Settings& settings, std::uint16_t port);
http::GateSettings gateSettingsOf(const Settings& settings);

}  // namespace service
