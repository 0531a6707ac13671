#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/workflow/own_templates.h"

namespace http {

/// What the routes of templates call; it must outlive them.
struct TemplateServices {
    workflow::OwnTemplates& templates;
};

/// /api/v1/templates.
std::vector<Route> templateRoutes(const TemplateServices& services);

}  // namespace http
