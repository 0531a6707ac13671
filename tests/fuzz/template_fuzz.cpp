// Any bytes as a template: it is read, its fields are listed, it is bound to small data, or Error is thrown; nothing
// else.
#include <cstddef>
#include <cstdint>

#include "base/error.h"
#include "templates/document.h"
#include "templates/inventory.h"
#include "templates/template.h"
#include "templates/value.h"

namespace {

/// The paths that the shipped templates read most, so that a changed seed is still bound.
templates::Value smallData() {
    using templates::Value;
    Value data, partner;
    partner.set("order", 1);
    partner.set("name", "Dom Pomocy Społecznej, ");
    for (const char* path : {"team.name", "team.name_gen", "project.title", "leader.name", "controller.name",
                             "controller.address", "controller.dpo", "controller.basis_letters", "retention.text",
                             "meeting.date_text", "author.title_name", "rep.function"})
        data.set(path, "Zespół r.");
    data.set("partner", partner);
    data.set("partners", Value::List{partner, partner});
    data.set("participants", Value::List{partner});
    data.set("joint", true);
    data.set("day", "2019-11-27");
    data.set("count", 12345);
    data.set("half", 0.5);
    data.set("names", Value::List{"a", "b"});
    return data;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const templates::Value values = smallData();
    try {
        const auto source = templates::readTemplate({reinterpret_cast<const char*>(data), size}, "x.xml");
        if (templates::jsonSchema(source).empty()) __builtin_trap();
        const auto document = templates::bind(source, values);
        for (const auto* field : templates::signatureFields(document))
            if (field->name.empty()) __builtin_trap();
    } catch (const base::Error&) {
    }
    return 0;
}
