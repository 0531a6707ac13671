#include "templates/template.h"

namespace akces_embedded {
std::string_view templates_library(std::string_view name);
}

namespace templates {

std::string_view shippedTemplate(std::string_view name) {
    return akces_embedded::templates_library(std::string(name) + ".xml");
}

std::vector<std::string> shippedTemplateNames() {
    return {"deklaracja", "deklaracja-wspolna", "informacja-rodo", "lista-obecnosci"};
}

}  // namespace templates
