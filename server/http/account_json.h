#pragma once

#include "server/domain/account.h"
#include "server/domain/audit_event.h"
#include "server/workflow/audit.h"
#include "templates/value.h"

/// Accounts as JSON: member by member, so that no hash can come along.
namespace http {

templates::Value userValue(const domain::User& user);
templates::Value tokenValue(const domain::ApiToken& token);
templates::Value eventValue(const domain::AuditEvent& event);
templates::Value checkValue(const workflow::AuditCheck& check);

}  // namespace http
