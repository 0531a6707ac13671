#include "server/cli/template_input.h"

#include <filesystem>

#include "base/error.h"
#include "base/file.h"
#include "server/cli/input.h"

namespace cli {

workflow::NamedTemplate templateOf(const std::string& nameOrFile) {
    const std::string_view shipped = templates::shippedTemplate(nameOrFile);
    if (!shipped.empty()) return {templates::readTemplate(shipped, nameOrFile + ".xml"), nameOrFile};
    std::error_code failed;
    if (!std::filesystem::exists(nameOrFile, failed)) {
        std::string names;
        for (const std::string& name : templates::shippedTemplateNames()) names += (names.empty() ? "" : ", ") + name;
        throw base::Error(base::ErrorCode::unreadable, base::say("cli.template_unknown", {nameOrFile, names}));
    }
    const base::Bytes xml = base::readFile(nameOrFile, kLargestJson);
    return {templates::readTemplate(xml, nameOrFile), std::filesystem::path(nameOrFile).stem().string()};
}

}  // namespace cli
