#pragma once

#include <vector>

#include "server/web/page.h"

namespace web {

/// Sheets to print for a meeting's table: a card with a QR code for each partner who may still sign, or for one signer.
/// Making one makes new links and ends the old ones, so a GET only asks.
std::vector<Page> cardPages();

}  // namespace web
